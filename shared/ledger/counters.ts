import { UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { createHmac } from 'node:crypto';
import { cellAt, endOfCount, inWindow, pastCells, roomAt, type Cap, type Cells } from '../limits/window';
import type { Secret } from '../secret';
import { brakeIn, brakeKeys, type Brake } from './brakes';
import { epochSeconds, isConditionFailed, isGone, toItem, type Keys } from './dynamo';
import { anyPlace } from './nothing';
import { readItems } from './read-items';
import type { LimitsTable } from './table';

/** What is counted, under a name that leads back to it only for who has both the key and a guess. */
export interface Counter {
  readonly id: string;
  readonly cap: Cap;
}

/** A counter as it was read. */
export interface Count extends Counter {
  readonly cells: Cells;
}

const CELL = /^c(\d+)$/;
const keysOf = ({ id }: Pick<Counter, 'id'>): Keys => ({ pk: `count#${id}`, sk: 'count' });

/** HMAC-SHA-256 of what is counted, with a key of the stack, the first 128 bit: good for as long as that key is. */
export async function counterId(secret: Secret, kind: string, what: string): Promise<string> {
  const { key } = JSON.parse(await secret()) as { key: string };
  return createHmac('sha256', key).update(`count\0${kind}\0${what}`).digest().subarray(0, 16).toString('base64url');
}

/** The counts of now, in one call. What is past its end counts for nothing, deleted or not. */
export async function readCounts(table: LimitsTable, counters: readonly Counter[], now: Date): Promise<Count[]> {
  return countsIn(await readItems(table, counters.map(keysOf), { ConsistentRead: true }), counters, now);
}

/** The counts of now, in the same call as a site's brake. */
export async function readCountsAndBrake(
  table: LimitsTable,
  counters: readonly Counter[],
  brake: string,
  now: Date,
): Promise<{ readonly counts: readonly Count[]; readonly brake: Brake }> {
  const keys = [...counters.map(keysOf), brakeKeys(brake)];
  const items = await readItems<CounterItem>(table, keys, { ConsistentRead: true });
  return { counts: countsIn(items, counters, now), brake: brakeIn(items, brake) };
}

type CounterItem = Keys & { readonly expiresAt?: number } & Readonly<Record<string, unknown>>;

function countsIn(items: readonly CounterItem[], counters: readonly Counter[], now: Date): Count[] {
  const byKey = new Map(items.filter((item) => !isGone(item, now)).map((item) => [item.pk, item]));
  return counters.map((counter) => ({ ...counter, cells: cellsIn({ ...byKey.get(keysOf(counter).pk) }) }));
}

function cellsIn(item: Readonly<Record<string, unknown>>): Cells {
  return new Map(
    Object.entries(item).flatMap(([name, value]) => {
      const cell = CELL.exec(name)?.[1];
      const count = value instanceof Set ? value.size : value;
      return cell !== undefined && typeof count === 'number' ? [[Number(cell), count] as const] : [];
    }),
  );
}

/**
 * Counts one more, unless that is one too many: the cell of now is filled up to the room that the earlier ones leave, by a
 * condition, so that as many at once as there may be come to no more.
 *
 * @returns whether it was counted
 */
export async function countOne(table: LimitsTable, { cap, cells, ...counter }: Count, now: Date): Promise<boolean> {
  const cell = `c${cellAt(cap, now)}`;
  const past = pastCells(cap, cells, now).map((number) => `c${number}`);
  return update(table, counter, {
    UpdateExpression: `SET expiresAt = :end ADD ${cell} :one${past.length > 0 ? ` REMOVE ${past.join(', ')}` : ''}`,
    ConditionExpression: `attribute_not_exists(${cell}) AND :room > :none OR ${cell} < :room`,
    ExpressionAttributeValues: toItem({
      ':end': epochSeconds(endOfCount(cap, now)),
      ':one': 1,
      ':none': 0,
      ':room': roomAt(cap, cells, now),
    }),
  });
}

/**
 * Does the work of counting and counts nothing: in a place of its own, past its end from the start. A sign-up that is not to be
 * written does this, so that it takes as long as one that is.
 */
export async function countNothing(table: LimitsTable, now: Date): Promise<void> {
  await update(
    table,
    { id: anyPlace() },
    {
      UpdateExpression: 'SET expiresAt = :end, c0 = :none',
      ConditionExpression: 'attribute_not_exists(c0) AND :room > :none OR c0 < :room',
      ExpressionAttributeValues: toItem({ ':end': epochSeconds(now), ':none': 0, ':room': 1 }),
    },
  );
}

/** No more are counted in a cell, as an item has an end: by far more than anybody needs to know. */
const MOST_NAMES = 3000;

/**
 * Counts something that has a name, once, however often it is told: a cell holds the names. After a crash it can be repeated.
 *
 * @returns how many there are within the window, this one included
 */
export async function countNamed(table: LimitsTable, count: Count, name: string, now: Date): Promise<number> {
  const { cap, cells, ...counter } = count;
  const cell = `c${cellAt(cap, now)}`;
  const past = pastCells(cap, cells, now).map((number) => `c${number}`);
  await update(table, counter, {
    UpdateExpression: `SET expiresAt = :end ADD ${cell} :names${past.length > 0 ? ` REMOVE ${past.join(', ')}` : ''}`,
    ConditionExpression: `attribute_not_exists(${cell}) OR size(${cell}) < :most`,
    ExpressionAttributeValues: toItem({
      ':end': epochSeconds(endOfCount(cap, now)),
      ':names': new Set([name]),
      ':most': MOST_NAMES,
    }),
  });
  const [counted] = await readCounts(table, [count], now);
  return inWindow(cap, counted!.cells, now);
}

/** Takes back what was counted by {@link countOne} at that moment, as nothing came of it. */
export async function uncount(table: LimitsTable, { cap, id }: Counter, now: Date): Promise<void> {
  const cell = `c${cellAt(cap, now)}`;
  await update(
    table,
    { id },
    {
      UpdateExpression: `ADD ${cell} :less`,
      ConditionExpression: `${cell} > :none`,
      ExpressionAttributeValues: toItem({ ':less': -1, ':none': 0 }),
    },
  );
}

/** @returns whether the condition held */
async function update(
  table: LimitsTable,
  counter: Pick<Counter, 'id'>,
  change: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<boolean> {
  const command = new UpdateItemCommand({ TableName: table.name, Key: toItem(keysOf(counter)), ...change });
  return table.client.send(command).then(
    () => true,
    (error: unknown) => {
      if (isConditionFailed(error)) return false;
      throw error;
    },
  );
}
