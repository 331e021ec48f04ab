import { type SubjectId, isSubjectId } from '../ids';
import { DeleteItemCommand, GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { setTimeout as wait } from 'node:timers/promises';
import { epochSeconds, fromItem, isConditionFailed, toItem, type Item, type Keys } from './dynamo';
import type { AudienceTable } from './table';

/** As long as any function that tells processors may run. */
const TURN_MS = 60_000;
const TRIES = 4;
const FIRST_PAUSE_MS = 800;
/** As long as logs. */
const KEPT_SECONDS = 90 * 24 * 60 * 60;

/** Something that a processor has to be told about a person. */
export interface Place {
  readonly site: string;
  readonly processor: string;
  readonly subject: SubjectId;
}

/** Whoever is telling a processor about a person at this moment. */
export interface Turn extends Place {
  /** Nobody else's, so that it is known again. */
  readonly name: string;
}

export interface Failed {
  /** Up to which step of the person it has to be told at least. */
  readonly upTo: number;
  readonly failure: string;
  /** What the processor answered, if it did. */
  readonly status?: number | undefined;
}

/** Why it was not told yet. Holds ids, no address. */
export interface Delivery extends Place, Failed {
  readonly since: string;
  readonly attempts: number;
  readonly triedAt: string;
}

/** Somebody else is telling that processor about that person at this moment. */
class Busy extends Error {
  override readonly name = 'Busy';
}

const partition = (site: string): string => `deliveries#${site}`;
export const deliveryKey = ({ site, processor, subject }: Place): Keys => ({
  pk: partition(site),
  sk: `${processor}#${subject}`,
});
const keyOf = (place: Place): Item => toItem(deliveryKey(place));
const stopKey = (site: string, processor: string): Item => toItem({ pk: partition(site), sk: processor });

/**
 * One at a time tells a processor about a person, so that what was true before never arrives last. Who crashed is waited for
 * no longer than a minute. If the answer gets lost, the turn may be taken: {@link noteFailure} gives it back.
 *
 * @throws {Busy}
 */
export async function takeTurn(table: AudienceTable, turn: Turn): Promise<void> {
  for (let attempt = 1; !(await tryTurn(table, turn, new Date())); attempt++) {
    if (attempt === TRIES) throw new Busy();
    // Longer than elsewhere, as a processor takes its time to answer; half of it is random, so that those who met do not meet again.
    await wait((0.5 + Math.random() / 2) * FIRST_PAUSE_MS * 2 ** (attempt - 1));
  }
}

async function tryTurn(table: AudienceTable, turn: Turn, now: Date): Promise<boolean> {
  const take = new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(turn),
    ConditionExpression: 'attribute_not_exists(busyUntil) OR busyUntil <= :now OR turn = :turn',
    UpdateExpression:
      'SET busyUntil = :until, turn = :turn, triedAt = :at, #since = if_not_exists(#since, :at), expiresAt = :end ' +
      'REMOVE failure, #status ADD attempts :one',
    ExpressionAttributeNames: { '#since': 'since', '#status': 'status' },
    ExpressionAttributeValues: toItem({
      ':now': now.getTime(),
      ':turn': turn.name,
      ':until': now.getTime() + TURN_MS,
      ':at': now.toISOString(),
      ':end': epochSeconds(now) + KEPT_SECONDS,
      ':one': 1,
    }),
  });
  return isDone(table, take);
}

/** Whether it was done; not so where the turn is somebody else's. */
async function isDone(table: AudienceTable, command: UpdateItemCommand | DeleteItemCommand): Promise<boolean> {
  try {
    await table.client.send(command);
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** All was told. */
export async function endTurn(table: AudienceTable, turn: Turn): Promise<void> {
  const ExpressionAttributeValues = toItem({ ':turn': turn.name });
  await isDone(
    table,
    new DeleteItemCommand({
      TableName: table.name,
      Key: keyOf(turn),
      ConditionExpression: 'turn = :turn',
      ExpressionAttributeValues,
    }),
  );
}

/** Gives the turn back, and keeps why it was of no use. */
export async function noteFailure(table: AudienceTable, turn: Turn, { upTo, failure, status }: Failed): Promise<void> {
  const note = new UpdateItemCommand({
    TableName: table.name,
    Key: keyOf(turn),
    ConditionExpression: 'turn = :turn',
    UpdateExpression:
      `SET failure = :failure, upTo = :upTo${status === undefined ? '' : ', #status = :status'} ` +
      'REMOVE busyUntil, turn',
    ...(status !== undefined && { ExpressionAttributeNames: { '#status': 'status' } }),
    ExpressionAttributeValues: toItem({ ':turn': turn.name, ':failure': failure, ':upTo': upTo, ':status': status }),
  });
  await isDone(table, note);
}

/** From now on nothing goes to that processor, until somebody says so. */
export async function stop(table: AudienceTable, site: string, processor: string, now: Date): Promise<void> {
  const mark = new UpdateItemCommand({
    TableName: table.name,
    Key: stopKey(site, processor),
    UpdateExpression: 'SET stoppedAt = :at, expiresAt = :end',
    ExpressionAttributeValues: toItem({ ':at': now.toISOString(), ':end': epochSeconds(now) + KEPT_SECONDS }),
  });
  await table.client.send(mark);
}

export async function isStopped(table: AudienceTable, site: string, processor: string): Promise<boolean> {
  const { Item } = await table.client.send(
    new GetItemCommand({ TableName: table.name, Key: stopKey(site, processor) }),
  );
  return Item !== undefined;
}

export async function goOn(table: AudienceTable, site: string, processor: string): Promise<void> {
  await table.client.send(new DeleteItemCommand({ TableName: table.name, Key: stopKey(site, processor) }));
}

export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  /** Where the next page begins; undefined on the last. */
  readonly next?: string;
}

/** What was tried and failed, one processor after the other, or of one alone. */
export async function readDeliveries(
  table: AudienceTable,
  site: string,
  after: string | undefined,
  limit: number,
  processor?: string,
): Promise<DeliveryPage> {
  const pk = partition(site);
  const of = processor !== undefined && { ':of': `${processor}#` };
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: `pk = :pk${of ? ' AND begins_with(sk, :of)' : ''}`,
      FilterExpression: 'attribute_exists(failure)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ...of }),
      Limit: limit,
      ...(after !== undefined && { ExclusiveStartKey: toItem({ pk, sk: after }) }),
    }),
  );
  const next = LastEvaluatedKey && fromItem<Keys>(LastEvaluatedKey).sk;
  return { deliveries: Items.flatMap((item) => delivery(site, item)), ...(next !== undefined && { next }) };
}

function delivery(site: string, item: Item): Delivery[] {
  const { sk, upTo, since, attempts, triedAt, failure, status } = fromItem<Keys & Omit<Delivery, keyof Place>>(item);
  const [processor, subject] = sk.split('#');
  if (processor === undefined || !isSubjectId(subject)) return [];
  const noted = { upTo, since, attempts, triedAt, failure, ...(status !== undefined && { status }) };
  return [{ site, processor, subject, ...noted }];
}
