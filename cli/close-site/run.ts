import { waitForLog } from '../../shared/actions/wait-for-log';
import { closingFile, closingStatement, type ClosingFile } from '../../shared/evidence/closing';
import { keepClosing, readClosings, type ClosingStatement, type Deleted } from '../../shared/ledger/closings';
import type { AudienceTable } from '../../shared/ledger/table';
import type { LogReader } from '../../shared/log/store';
import type { Run } from '../resume/resumable';
import type { LedgerItem } from '../tables/subject-items';
import { removeItems } from '../tables/partition-keys';
import { walkTable, type Place } from '../tables/walk';
import { othersOf } from './others';
import {
  added,
  countPeople,
  deletePeople,
  NOBODY,
  sum,
  type Closing,
  type FoundPeople,
  type Held,
  type PeopleCount,
} from './people';

export interface Closure extends Closing {
  readonly audience: AudienceTable;
  readonly log: LogReader;
}

type Counts = Readonly<Record<string, number>>;

/** How far it is. Each phase can be begun anew; what was counted before its deletion stays counted. */
export interface ClosureState extends Place {
  readonly phase: 'count' | 'delete' | 'count others' | 'delete others' | 'look' | 'publish';
  readonly begunAt: string;
  readonly before: string | null;
  /** What was deleted, in earlier runs, too. */
  readonly deleted: PeopleCount;
  /** Whoever was held at any time, with what there was of them. */
  readonly everHeld: readonly Held[];
  /** What the phase found that is under way. */
  readonly found: FoundPeople;
  readonly others: Counts;
  /** What was counted before the time for exports was over: after it items go by themselves, uncounted. */
  readonly counted?: Deleted;
  /** Once nothing is left. */
  readonly statement?: ClosingStatement;
}

/** What became of it: it is proven; or disputes need something; or somebody wrote meanwhile; or the log is not there yet. */
export type Closed =
  | { readonly file: ClosingFile }
  | { readonly held: readonly Held[] }
  | { readonly left: PeopleCount & { readonly others: Counts } }
  | { readonly waitsForLog: true };

/** What there is of a site now. Changes nothing. */
export async function lookAtSite(task: Closure, run: Run<ClosureState>): Promise<FoundPeople & { others: Counts }> {
  return { ...(await lookAtPeople(task, run)), others: await countOthers(task) };
}

export const isAnythingLeft = ({ held, deleted, others }: FoundPeople & { readonly others: Counts }): boolean =>
  held.length > 0 || deleted.people > 0 || Object.keys(others).length > 0;

async function lookAtPeople(task: Closure, run: Run<ClosureState>): Promise<FoundPeople> {
  return (await walkPeople(task, begin(undefined, task.now()), { ...run, reached: async () => {} })).found;
}

/** Counts what there is, as long as nothing of it goes yet: the state from which {@link closeSite} begins. */
export async function countSite(task: Closure, run: Run<ClosureState>): Promise<ClosureState> {
  const state = begin((await task.log.readCheckpoint())?.note, task.now());
  const { deleted, held, others } = await lookAtSite(task, run);
  const people = held.map(({ count }) => count).reduce(added, deleted);
  return { ...state, counted: { ...people, others } };
}

/**
 * Deletes everything of a site, looks once more whether anything is there, and writes down that there is not. What a dispute needs
 * stays, and then so do wordings and lists, until that is settled. Repeating it is harmless.
 */
export async function closeSite(task: Closure, run: Run<ClosureState>): Promise<Closed> {
  let state = run.begun ?? begin((await task.log.readCheckpoint())?.note, task.now());
  const go = async (next: Partial<ClosureState>): Promise<void> => {
    state = { ...state, after: undefined, seen: 0, ...next };
    await run.reached(state);
  };
  if (state.phase === 'count') {
    const { found } = await walkPeople(task, { ...state, after: undefined, seen: 0, found: NOBODY }, run);
    const isHeld = new Set(found.held.map(({ subject }) => subject));
    const everHeld = [...state.everHeld.filter(({ subject }) => !isHeld.has(subject)), ...found.held];
    await go({ phase: 'delete', found, everHeld, deleted: added(state.deleted, found.deleted) });
  }
  if (state.phase === 'delete') {
    await walkTable<LedgerItem, ClosureState>(task.ledger, state, run, async (partitions, place) => {
      await deletePeople(partitions, task);
      return place;
    });
    const { held } = state.found;
    await go({ phase: held.length > 0 ? 'count' : 'count others' });
    if (held.length > 0) return { held };
  }
  if (state.phase === 'count others') await go({ phase: 'delete others', others: await countOthers(task) });
  if (state.phase === 'delete others') {
    // Whoever was held since they were counted needs the wordings: evidence without them is none.
    const { held } = await lookAtPeople(task, run);
    if (held.length > 0) {
      await go({ phase: 'count' });
      return { held };
    }
    for await (const { table, keys } of othersOf(task, task.site.id)) await removeItems(table, keys);
    await go({ phase: 'look' });
  }
  if (state.phase === 'look') {
    const found = await lookAtSite(task, run);
    if (isAnythingLeft(found)) {
      await go({ phase: 'count' });
      return found.held.length > 0 ? { held: found.held } : { left: { ...found.deleted, others: found.others } };
    }
    const { begunAt, before } = state;
    const doneAt = task.now().toISOString();
    const counted = state.everHeld.map(({ count }) => count).reduce(added, state.deleted);
    const deleted = most({ ...counted, others: state.others }, state.counted);
    await go({ phase: 'publish', statement: closingStatement(task.site, { begunAt, before, doneAt, deleted }) });
  }
  const { statement } = state;
  if (!statement) throw new RangeError('The state says that all is done, and has no statement.');
  await keepClosing(task.ledger, statement);
  return publish(statement, task.log);
}

/** The newest statement that there is; undefined where there is none. */
export async function lastStatement({ ledger, site }: Closure): Promise<ClosingStatement | undefined> {
  return (await readClosings(ledger, site.id)).at(-1);
}

/** A statement with what proves it now. */
export async function publish(statement: ClosingStatement, log: LogReader): Promise<Closed> {
  await waitForLog(log, statement.hash);
  const file = await closingFile(statement, log);
  return file ? { file } : { waitsForLog: true };
}

const begin = (before: string | undefined, now: Date): ClosureState => ({
  phase: 'count',
  seen: 0,
  begunAt: now.toISOString(),
  before: before ?? null,
  deleted: NOBODY.deleted,
  everHeld: [],
  found: NOBODY,
  others: {},
});

/** Of what was counted twice, the larger number of each kind: nothing came after the site was closed but what led to its end. */
function most(one: Deleted, other: Deleted | undefined): Deleted {
  if (!other) return one;
  const larger = (of: Counts, than: Counts): Counts =>
    Object.fromEntries(Object.keys({ ...of, ...than }).map((name) => [name, Math.max(of[name] ?? 0, than[name] ?? 0)]));
  return {
    people: Math.max(one.people, other.people),
    entries: Math.max(one.entries, other.entries),
    parts: larger(one.parts, other.parts),
    others: larger(one.others, other.others),
  };
}

function walkPeople(task: Closure, begun: ClosureState, run: Run<ClosureState>): Promise<ClosureState> {
  const counted = new Set(begun.everHeld.map(({ subject }) => subject));
  return walkTable<LedgerItem, ClosureState>(task.ledger, begun, run, async (partitions, state) => ({
    ...state,
    found: await countPeople(partitions, state.found, task, counted),
  }));
}

async function countOthers(task: Closure): Promise<Counts> {
  let counts: Counts = {};
  for await (const { kind, keys } of othersOf(task, task.site.id))
    if (keys.length > 0) counts = sum(counts, { [kind]: keys.length });
  return counts;
}
