import { DeleteItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { required } from '../../shared/environment';
import { eachOf } from '../../shared/ledger/batches';
import { dynamo, isConditionFailed, readAll, subjectKey, toItem, type Keys } from '../../shared/ledger/dynamo';
import { Interrupted } from '../tables/interruption';
import { partitionsOf } from '../tables/partitions';
import type { Progress } from '../tables/progress';
import type { StateFile } from '../tables/state-file';
import { subjectOf, type LedgerItem } from '../tables/subject-items';
import { itemCount } from '../tables/table-size';
import { BadUsage } from '../usage';
import { fatesOfEntries, fatesOfParts, type Outcome, type RestoredItem } from './fates';
import { countOutcomes, type Counts } from './counts';

const LEDGER = required('LEDGER_TABLE');

/** A table that was restored from a backup. */
export interface Restored {
  readonly kind: 'vault' | 'ledger';
  readonly table: string;
}

/** How far a replay is. */
export interface Position {
  /** Tables that are done. */
  readonly done: number;
  /** In the one that is not. */
  readonly after?: Keys | undefined;
  readonly seen: number;
  readonly counts: Counts;
}

export interface Replay {
  readonly restored: readonly Restored[];
  readonly rulesOf: (site: string) => RetentionRules | undefined;
  readonly dryRun: boolean;
  readonly state: StateFile<Position>;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Items that one call reads. */
  readonly pageSize: number;
  readonly isStopped: () => boolean;
}

/** Does to restored tables what was done since to those that they are copies of. Repeating it is harmless. */
export async function runReplay(task: Replay): Promise<Counts> {
  await needEntries();
  let position = (await task.state.read()) ?? { done: 0, seen: 0, counts: {} };
  try {
    for (const restored of task.restored.slice(position.done)) position = await walk(restored, position, task);
  } finally {
    task.progress.end();
  }
  await task.state.remove();
  return position.counts;
}

/** By an empty ledger everybody would have been erased. @throws {BadUsage} */
async function needEntries(): Promise<void> {
  const { Items = [] } = await dynamo.send(new ScanCommand({ TableName: LEDGER, Limit: 1 }));
  if (Items.length === 0) throw new BadUsage(`${LEDGER} is empty: that is not the ledger in use. Nothing was done.`);
}

async function walk(restored: Restored, begun: Position, task: Replay): Promise<Position> {
  const { state, progress } = task;
  let position = begun;
  progress.begin(restored.table, await itemCount(restored.table), begun.seen);
  for await (const { partitions, last } of partitionsOf<RestoredItem>(restored.table, begun.after, task.pageSize)) {
    const outcomes = (await eachOf(partitions, (items) => outcomesOf(items, restored, task))).flat();
    if (!task.dryRun) await eachOf(outcomes, (outcome) => carryOut(outcome, restored.table));
    const count = partitions.flat().length;
    const counts = countOutcomes(restored.kind, outcomes, position.counts);
    position = { ...position, after: last, seen: position.seen + count, counts };
    await state.write(position);
    progress.advance(count);
    if (task.isStopped()) throw new Interrupted();
  }
  position = { done: begun.done + 1, seen: 0, counts: position.counts };
  await state.write(position);
  return position;
}

async function outcomesOf(
  items: readonly RestoredItem[],
  { kind }: Restored,
  { rulesOf, now }: Replay,
): Promise<Outcome[]> {
  const subject = subjectOf(items);
  const isWording = kind === 'ledger' && subject === undefined;
  if (isWording) return items.map((item) => ({ item, fate: 'kept', end: item.expiresAt }));
  const ledger = subject === undefined ? [] : await readAll<LedgerItem>(LEDGER, subjectKey(subject));
  const today = { ledger, rulesOf, now: now() };
  return kind === 'vault' ? fatesOfParts(items, today) : fatesOfEntries(items, today);
}

async function carryOut({ item, fate, end }: Outcome, TableName: string): Promise<void> {
  const Key = toItem({ pk: item.pk, sk: item.sk });
  if (fate !== 'kept') await dynamo.send(new DeleteItemCommand({ TableName, Key }));
  else if (end !== item.expiresAt) await setEnd(TableName, Key, end);
}

async function setEnd(TableName: string, Key: ReturnType<typeof toItem>, end: number | undefined): Promise<void> {
  const update = new UpdateItemCommand({
    TableName,
    Key,
    // Never makes an item anew: time to live may be on for the restored table.
    ConditionExpression: 'attribute_exists(pk)',
    UpdateExpression: end === undefined ? 'REMOVE expiresAt' : 'SET expiresAt = :end',
    ...(end !== undefined && { ExpressionAttributeValues: toItem({ ':end': end }) }),
  });
  await dynamo.send(update).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}
