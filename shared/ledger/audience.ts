import type { SubjectId } from '../ids';
import { PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Membership } from '../consent/membership';
import { noteChange } from './changes';
import { noteLeaver } from './leavers';
import { epochSeconds, fromItem, isConditionFailed, toItem, type Keys } from './dynamo';
import { readItems } from './read-items';
import type { AudienceTable } from './table';

export const SHARDS = 8;
/** As long as it is said who left, and so longer than any message about an earlier step is on its way. */
const TOMBSTONE_SECONDS = 36 * 24 * 60 * 60;

/** A person who may, or may not any more, be mailed for a purpose. Holds ids, no address. */
export interface Member extends Membership {
  readonly site: string;
  readonly subject: SubjectId;
  /** When the history was read that this follows from, ISO 8601; what was read before never overwrites it. */
  readonly seen: string;
}

/** Rows of before may lack some. */
type Newer = 'mayMeasure' | 'seen' | 'inForce' | 'noticeHash';

export type MemberItem = Keys & { readonly sk: SubjectId } & Omit<Member, 'site' | 'purpose' | 'subject' | Newer> &
  Partial<Pick<Member, Newer>> & { readonly expiresAt?: number };

/** So that no purpose of a site, however large, is one partition. */
const shardOf = (subject: SubjectId): number => (Buffer.from(subject, 'base64url')[0] ?? 0) % SHARDS;
export const partition = (site: string, purpose: string, shard: number): string => `${site}#${purpose}#${shard}`;

export function memberKey(site: string, purpose: string, subject: SubjectId): Keys & { readonly sk: SubjectId } {
  return { pk: partition(site, purpose, shardOf(subject)), sk: subject };
}

/**
 * Saves where a member stands. Durable when it returns; order and repetition of calls do not matter. What counts is when
 * the history was read, not how far it went: where a part of it is deleted at once, it becomes shorter.
 */
export async function saveMember(table: AudienceTable, { site, purpose, subject, ...rest }: Member): Promise<void> {
  const item: MemberItem = {
    ...memberKey(site, purpose, subject),
    ...rest,
    ...(!rest.inForce && { expiresAt: tombstoneEnd(rest.seen) }),
  };
  const newer = new PutItemCommand({
    TableName: table.name,
    Item: toItem(item),
    ConditionExpression: 'attribute_not_exists(seen) OR seen <= :seen',
    ExpressionAttributeValues: toItem({ ':seen': rest.seen }),
  });
  await table.client.send(newer).catch(ignoreIfOlder);
}

/** Takes somebody out, of whose history nothing was left that says so when it was read. */
export async function endMembership(
  table: AudienceTable,
  site: string,
  purpose: string,
  subject: SubjectId,
  seen: string,
): Promise<void> {
  const wasIn = await takeOut(table, memberKey(site, purpose, subject), seen, seen);
  if (wasIn) await noteLeaver(table, { site, subject, purpose, at: seen, how: 'ended' });
}

/** Takes a member out whose history does not say any more that they are in, unless something was heard of them since. */
export async function endStale(
  table: AudienceTable,
  { site, purpose, subject, seen }: Member,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  // First, so that it is not lost if what follows is cut short: then the next review comes by again.
  await noteChange(table, { site, subject, what: 'ended', at });
  const wasIn = await takeOut(table, memberKey(site, purpose, subject), seen, at);
  if (wasIn) await noteLeaver(table, { site, subject, purpose, at, how: 'ended' });
}

/** Whether it was in before. */
async function takeOut(table: AudienceTable, key: Keys, lastSeen: string, seen: string): Promise<boolean> {
  const out = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(key),
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(seen) OR seen <= :lastSeen)',
    UpdateExpression: 'SET active = :out, inForce = :out, expiresAt = :end, seen = :seen REMOVE because, waitsUntil',
    ReturnValues: 'UPDATED_OLD',
    ExpressionAttributeValues: toItem({
      ':out': false,
      ':end': tombstoneEnd(seen),
      ':lastSeen': lastSeen,
      ':seen': seen,
    }),
  });
  const { Attributes } = (await table.client.send(out).catch(ignoreIfOlder)) ?? {};
  return Attributes !== undefined && fromItem<Partial<MemberItem>>(Attributes).inForce === true;
}

const tombstoneEnd = (seen: string): number => epochSeconds(new Date(seen)) + TOMBSTONE_SECONDS;

/** Moves a site's watermark forward: the audience reflects the steps up to then. */
export async function saveAsOf(table: AudienceTable, site: string, at: string): Promise<void> {
  const forward = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(asOfKey(site)),
    UpdateExpression: 'SET asOf = :at',
    ConditionExpression: 'attribute_not_exists(asOf) OR asOf < :at',
    ExpressionAttributeValues: toItem({ ':at': at }),
  });
  await table.client.send(forward).catch(ignoreIfOlder);
}

function ignoreIfOlder(error: unknown): void {
  if (!isConditionFailed(error)) throw error;
}

const asOfKey = (site: string): Keys => ({ pk: `site#${site}`, sk: 'asOf' });

/** The watermark; undefined where nobody was ever in an audience of the site. */
export async function readAsOf(table: AudienceTable, site: string): Promise<string | undefined> {
  const [item] = await readItems<Keys & { readonly asOf: string }>(table, [asOfKey(site)]);
  return item?.asOf;
}

/** Where a page of the audience begins: after a member, within a shard. */
export interface Position {
  readonly shard: number;
  readonly after?: string;
}

export interface AudiencePage {
  readonly members: readonly Member[];
  /** Undefined on the last page. */
  readonly next?: Position;
}

/** Up to `limit` members who may be mailed, in an order that stays the same while others come and go. */
export function readMembers(
  table: AudienceTable,
  site: string,
  purpose: string,
  from: Position,
  limit: number,
): Promise<AudiencePage> {
  return readThose(table, ACTIVE, site, purpose, from, limit);
}

/** The same of all for whom something is in force, whether or not they may be mailed now. */
export function readAllInForce(
  table: AudienceTable,
  site: string,
  purpose: string,
  from: Position,
  limit: number,
): Promise<AudiencePage> {
  return readThose(table, `(${ACTIVE} OR inForce = :yes)`, site, purpose, from, limit);
}

const ACTIVE = 'active = :yes';

async function readThose(
  table: AudienceTable,
  filter: string,
  site: string,
  purpose: string,
  from: Position,
  limit: number,
): Promise<AudiencePage> {
  const members: Member[] = [];
  let position: Position | undefined = from;
  while (position && members.length < limit) {
    const { found, next }: ShardPage = await queryShard(table, site, purpose, position, limit - members.length, filter);
    members.push(...found);
    position = next ?? shardAfter(position);
  }
  return { members, ...(position && { next: position }) };
}

/** Where whoever comes after a member begins. */
export const positionAfter = (subject: SubjectId): Position => ({ shard: shardOf(subject), after: subject });

const shardAfter = ({ shard }: Position): Position | undefined =>
  shard + 1 < SHARDS ? { shard: shard + 1 } : undefined;

interface ShardPage {
  readonly found: readonly Member[];
  /** Undefined where the shard has no more. */
  readonly next?: Position;
}

/** Those among the next `limit` of a shard. @param filter DynamoDB's filter expression, in which `:yes` is true */
export async function queryShard(
  table: AudienceTable,
  site: string,
  purpose: string,
  { shard, after }: Position,
  limit: number,
  filter = ACTIVE,
): Promise<ShardPage> {
  const pk = partition(site, purpose, shard);
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: filter,
      ExpressionAttributeValues: toItem({ ':pk': pk, ':yes': true }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: toItem({ pk, sk: after }) }),
    }),
  );
  const found = Items.map((item) => memberOf(site, purpose, fromItem<MemberItem>(item)));
  return { found, ...(LastEvaluatedKey && { next: { shard, after: fromItem<Keys>(LastEvaluatedKey).sk } }) };
}

export function memberOf(site: string, purpose: string, { pk: _pk, sk, expiresAt: _end, ...rest }: MemberItem): Member {
  return { site, mayMeasure: false, seen: '', inForce: rest.active, noticeHash: '', ...rest, purpose, subject: sk };
}
