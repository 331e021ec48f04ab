import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { addDays, dayOf } from '../calendar';
import type { SubjectId } from '../ids';
import { epochSeconds, fromItem, isConditionFailed, isGone, toItem, type Keys } from './dynamo';
import { readItems } from './read-items';
import type { AudienceTable } from './table';

/*
 * On which day the daily review has to look at whom: an index, derived from the ledger. That somebody is in it says nothing: what is
 * due follows from their history. Rows stand in the order of their days, and each is there until somebody looked; each person's place
 * says which one is theirs, and it is never of a later day than something is due. Holds ids, no address.
 */

/** So that the index, and no day of which many people agreed on the same, is one partition. */
const SHARDS = 4;
const shardOf = (subject: SubjectId): number => (Buffer.from(subject, 'base64url')[0] ?? 0) % SHARDS;

/** Somebody of a site. */
export interface Whom {
  readonly site: string;
  readonly subject: SubjectId;
}

/** When somebody is to be looked at. */
export interface Look extends Whom {
  readonly at: Date;
  /** What was in force for them when this was written: what is no longer there then went without a word. */
  readonly purposes: readonly string[];
}

/** A row of a day that has come. */
export interface DueLook extends Whom {
  readonly day: string;
  readonly purposes: readonly string[];
  /** When it was written, ISO 8601. */
  readonly seen: string;
}

/** Where somebody is in the index. */
export interface LookPlace {
  /** The day of their row; undefined while there is none. */
  readonly day?: string | undefined;
  /** How often it was looked whether that is the right one. */
  readonly turns: number;
}

type DueItem = Keys & DueLook & { readonly at: string; readonly expiresAt?: number };
type PlaceItem = Keys & LookPlace;

const dayPartition = (shard: number): string => `review#days#${shard}`;
const dueKey = (day: string, subject: SubjectId): Keys => ({
  pk: dayPartition(shardOf(subject)),
  sk: `${day}#${subject}`,
});
const placeKey = ({ site, subject }: Whom): Keys => ({ pk: `review#place#${site}#${shardOf(subject)}`, sk: subject });

/** Of which site an item of the audience is, where it is a row or a place of the index. */
export function siteOfLook({ pk, site }: Pick<Keys, 'pk'> & { readonly site?: string }): string | undefined {
  const [index, kind, ofPlace] = pk.split('#');
  if (index !== 'review') return undefined;
  return kind === 'place' ? ofPlace : kind === 'days' ? site : undefined;
}

/**
 * Sees to it that somebody is looked at by then, at the latest. Durable when this returns; repeating it is harmless. That it was
 * called is noted in any case, so that a look which read the history before changes nothing.
 *
 * @param isSure whether the row is there that their place says; with a doubt, another is put
 */
export async function lookBy(
  table: AudienceTable,
  look: Look,
  now: Date,
  { isSure = true }: { readonly isSure?: boolean } = {},
): Promise<void> {
  await moveSooner(table, look, (await takeTurn(table, look)).day, now, isSure);
}

/** Has somebody looked at with the next review whom time calls for nothing of any more, so that nothing of them stays in the index. */
export async function lookSoon(table: AudienceTable, whom: Whom, now: Date): Promise<void> {
  try {
    const { day } = await takeTurn(table, whom, {
      ConditionExpression: 'attribute_exists(#day)',
      ExpressionAttributeNames: { '#day': 'day' },
    });
    await moveSooner(table, { ...whom, at: now, purposes: [] }, day, now, true);
  } catch (error) {
    if (!isConditionFailed(error)) throw error;
  }
}

async function moveSooner(
  table: AudienceTable,
  look: Look,
  known: string | undefined,
  now: Date,
  isSure: boolean,
): Promise<void> {
  const day = dayFor(look, now);
  if (isSure && known !== undefined && known <= day) return;
  await putRow(table, look, day, now);
  const isMoved = await movePlace(table, look, {
    UpdateExpression: 'SET #day = :day REMOVE expiresAt',
    ...(isSure && { ConditionExpression: 'attribute_not_exists(#day) OR #day > :day' }),
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: toItem({ ':day': day }),
  });
  // Whoever counts on that row is looked at sooner.
  if (isMoved && known !== undefined && known !== day)
    await takeOff(table, { ...look, day: known, seen: now.toISOString() }, now);
}

/** What is past is looked at today, or tomorrow. */
const dayFor = ({ at }: Pick<Look, 'at'>, now: Date): string => dayOf(at > now ? at : now);

async function takeTurn(
  table: AudienceTable,
  whom: Whom,
  condition?: Pick<Update, 'ConditionExpression' | 'ExpressionAttributeNames'>,
): Promise<Partial<LookPlace>> {
  const { Attributes = {} } = await table.client.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toItem(placeKey(whom)),
      UpdateExpression: 'REMOVE expiresAt ADD turns :one',
      ...condition,
      ExpressionAttributeValues: toItem({ ':one': 1 }),
      ReturnValues: 'ALL_NEW',
    }),
  );
  return fromItem<PlaceItem>(Attributes);
}

/**
 * Gives somebody who was looked at the day of the next look, or none; then takes off the row that led to this one, and the one that
 * their place said. Nothing is taken off where anybody had a part in it since the history was read: then the row leads here once more.
 *
 * @param before their place, as it was before their history was read
 */
export async function lookAgain(
  table: AudienceTable,
  due: DueLook | Whom,
  next: Look | undefined,
  before: LookPlace | undefined,
  now: Date,
): Promise<void> {
  const day = next && dayFor(next, now);
  if (next && day !== undefined) await putRow(table, next, day, now);
  const isMoved = await movePlace(table, due, {
    // Nobody has a place for ever.
    UpdateExpression: `SET ${day === undefined ? 'expiresAt = :now REMOVE #day' : '#day = :day REMOVE expiresAt'} ADD turns :one`,
    ConditionExpression: before ? 'turns = :before' : 'attribute_not_exists(turns)',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: toItem({
      ...(day === undefined ? { ':now': epochSeconds(now) } : { ':day': day }),
      ...{ ':one': 1, ':before': before?.turns },
    }),
  });
  if (!isMoved) return;
  if ('day' in due && due.day !== day) await takeOff(table, due, now);
  const known = before?.day;
  const isLeft = known !== undefined && known !== day && !('day' in due && due.day === known);
  if (isLeft) await takeOff(table, { ...due, day: known, seen: now.toISOString() }, now);
}

async function putRow(
  table: AudienceTable,
  { site, subject, at, purposes }: Look,
  day: string,
  now: Date,
): Promise<void> {
  const item = { ...dueKey(day, subject), site, subject, day, at: at.toISOString(), purposes, seen: now.toISOString() };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

type Update = Omit<ConstructorParameters<typeof UpdateItemCommand>[0], 'TableName' | 'Key'>;

/** @returns whether its condition was fulfilled */
async function movePlace(table: AudienceTable, whom: Whom, change: Update): Promise<boolean> {
  return update(table, placeKey(whom), change);
}

async function takeOff(
  table: AudienceTable,
  { day, subject, seen }: Pick<DueLook, 'day' | 'subject' | 'seen'>,
  now: Date,
): Promise<void> {
  await update(table, dueKey(day, subject), {
    UpdateExpression: 'SET expiresAt = :now',
    // Not one that was put since.
    ConditionExpression: 'seen <= :seen',
    ExpressionAttributeValues: toItem({ ':now': epochSeconds(now), ':seen': seen }),
  });
}

async function update(table: AudienceTable, key: Keys, change: Update): Promise<boolean> {
  try {
    await table.client.send(new UpdateItemCommand({ TableName: table.name, Key: toItem(key), ...change }));
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** Where somebody is in the index. Sees whatever was saved before. */
export async function readLookPlace(table: AudienceTable, whom: Whom): Promise<LookPlace | undefined> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: toItem(placeKey(whom)), ConsistentRead: true }),
  );
  return Item && fromItem<PlaceItem>(Item);
}

/** A part of the index. */
export interface LooksPart {
  readonly shard: number;
  readonly after?: string | undefined;
}

/** All of the index. */
export const LOOKS: readonly LooksPart[] = Array.from({ length: SHARDS }, (_, shard) => ({ shard }));

/** Up to `limit` of a part whose moment has come, those of the earliest days first. Sees whatever was saved before. */
export async function readDue(
  table: AudienceTable,
  { shard, after }: LooksPart,
  limit: number,
  now: Date,
): Promise<{ readonly due: readonly DueLook[]; readonly next: LooksPart | undefined }> {
  const pk = dayPartition(shard);
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk < :tomorrow',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':tomorrow': addDays(dayOf(now), 1) }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: toItem({ pk, sk: after }) }),
    }),
  );
  const items = Items.map((item) => fromItem<DueItem>(item));
  const come = items.filter((item) => !isGone(item, now) && item.at <= now.toISOString());
  const last = LastEvaluatedKey && fromItem<Keys>(LastEvaluatedKey).sk;
  return {
    due: come.map(({ site, subject, day, purposes, seen }) => ({ site, subject, day, purposes, seen })),
    next: last === undefined ? undefined : { shard, after: last },
  };
}

/** Who of them has a row that leads to them by then. Sees whatever was saved before. */
export async function lookedAtInTime(
  table: AudienceTable,
  people: readonly (Whom & { readonly by: string })[],
  now: Date,
): Promise<ReadonlySet<SubjectId>> {
  const places = await readItems<PlaceItem>(table, people.map(placeKey), { ConsistentRead: true });
  const dayOfPlace = new Map(places.map(({ sk, day }) => [sk, day]));
  const placed = people.flatMap(({ subject, by }) => {
    const day = dayOfPlace.get(subject);
    return day !== undefined && day <= by ? [dueKey(day, subject)] : [];
  });
  const rows = await readItems<DueItem>(table, placed, { ConsistentRead: true });
  return new Set(rows.filter((row) => !isGone(row, now)).map(({ subject }) => subject));
}
