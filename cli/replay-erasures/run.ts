import { DeleteItemCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { eachOf } from '../../shared/ledger/batches';
import { isConditionFailed, toItem, type Keys } from '../../shared/ledger/dynamo';
import { readEntryItems } from '../../shared/ledger/entry-items';
import { SUMMARY } from '../../shared/ledger/summary';
import type { LedgerTable, Table } from '../../shared/ledger/table';
import { CommandError } from '../command-error';
import type { Run } from '../resume/resumable';
import { removeItems } from '../tables/partition-keys';
import { subjectOf, type LedgerItem } from '../tables/subject-items';
import { walkTable, type Place, type Visit } from '../tables/walk';
import { fatesOfEntries, fatesOfParts, type FatedItem, type RestoredItem } from './fates';
import { countFates, type Counts } from './counts';

/** A table that was restored from a backup. */
export type Restored = Table<'vault' | 'ledger'>;

/** How far a replay is. */
export interface ReplayState extends Place {
  /** Tables that are done; the place is in the one after them. */
  readonly done: number;
  readonly counts: Counts;
}

export interface Replay {
  /** The ledger in use. */
  readonly ledger: LedgerTable;
  readonly restored: readonly Restored[];
  readonly rulesOf: (site: string) => RetentionRules | undefined;
  readonly dryRun: boolean;
  readonly now: () => Date;
}

/** Does to restored tables what was done since to those that they are copies of. Repeating it is harmless. */
export async function runReplay(task: Replay, run: Run<ReplayState>): Promise<Counts> {
  await needEntries(task.ledger);
  let state = run.begun ?? { done: 0, seen: 0, counts: {} };
  for (const restored of task.restored.slice(state.done)) {
    const { counts } = await walkTable(restored, state, run, visitor(restored, task));
    state = { done: state.done + 1, seen: 0, counts };
    await run.reached(state);
  }
  return state.counts;
}

/** By an empty ledger everybody would have been erased. @throws {CommandError} */
async function needEntries({ client, name }: LedgerTable): Promise<void> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, Limit: 1 }));
  if (Items.length === 0) throw new CommandError(`${name} is empty: that is not the ledger in use. Nothing was done.`);
}

function visitor(restored: Restored, task: Replay): Visit<RestoredItem, ReplayState> {
  return async (partitions, state) => {
    const fated = await eachOf(partitions, (items) => fatesOf(items, restored, task));
    if (!task.dryRun && restored.kind === 'ledger') await removeItems(restored, fated.flatMap(staleSummary));
    if (!task.dryRun) await eachOf(fated.flat(), (item) => carryOut(item, restored));
    return { ...state, counts: countFates(restored.kind, fated.flat(), state.counts) };
  };
}

async function fatesOf(
  items: readonly RestoredItem[],
  { kind }: Restored,
  { ledger: inUse, rulesOf, now }: Replay,
): Promise<FatedItem[]> {
  const subject = subjectOf(items);
  const isWording = kind === 'ledger' && subject === undefined;
  if (isWording) return items.map((item) => ({ item, fate: 'kept', end: item.expiresAt }));
  const ledger = subject === undefined ? [] : await readEntryItems<LedgerItem>(inUse, subject);
  const today = { ledger, rulesOf, now: now() };
  return kind === 'vault' ? fatesOfParts(items, today) : fatesOfEntries(items, today);
}

/** The summary of a person with entries that are not now as they were; it is derived, and made anew. */
function staleSummary(fated: readonly FatedItem[]): Keys[] {
  const changed = fated.find(({ item, fate, end }) => fate !== 'kept' || end !== item.expiresAt);
  const isOfPerson = changed && subjectOf([changed.item]) !== undefined;
  return isOfPerson ? [{ pk: changed.item.pk, sk: SUMMARY }] : [];
}

async function carryOut({ item, fate, end }: FatedItem, table: Restored): Promise<void> {
  const Key = toItem({ pk: item.pk, sk: item.sk });
  if (fate !== 'kept') await table.client.send(new DeleteItemCommand({ TableName: table.name, Key }));
  else if (end !== item.expiresAt) await setEnd(table, Key, end);
}

async function setEnd(
  { client, name }: Restored,
  Key: ReturnType<typeof toItem>,
  end: number | undefined,
): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: name,
    Key,
    // Never makes an item anew: time to live may be on for the restored table.
    ConditionExpression: 'attribute_exists(pk)',
    UpdateExpression: end === undefined ? 'REMOVE expiresAt' : 'SET expiresAt = :end',
    ...(end !== undefined && { ExpressionAttributeValues: toItem({ ':end': end }) }),
  });
  await client.send(update).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}
