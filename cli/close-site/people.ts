import type { SubjectId } from '../../shared/ids';
import type { Deleted } from '../../shared/ledger/closings';
import { understoodEntries } from '../../shared/consent/read-entry';
import { heldConnections, standingOf, wholeHolds } from '../../shared/consent/standing';
import { eachOf } from '../../shared/ledger/batches';
import { isGone } from '../../shared/ledger/dynamo';
import { entryIn, type Kept } from '../../shared/ledger/end-plan';
import { applyEnds, readItems } from '../../shared/ledger/ends';
import type { Site } from '../../shared/policy/schema';
import type { Holdings } from '../../shared/ledger/table';
import { removeItems } from '../tables/partition-keys';
import { entryOf, subjectOf, type LedgerItem } from '../tables/subject-items';

export interface Closing extends Holdings {
  readonly site: Site;
  readonly now: () => Date;
}

export type PeopleCount = Pick<Deleted, 'people' | 'entries' | 'parts'>;

/** Somebody whose data a dispute needs. Names nobody. */
export interface Held {
  readonly subject: SubjectId;
  /** The ids of the disputes. */
  readonly cases: readonly string[];
  /** What there is of them: once the holds are lifted it goes by itself. */
  readonly count: PeopleCount;
}

export interface FoundPeople {
  /** Without those who are held. */
  readonly deleted: PeopleCount;
  readonly held: readonly Held[];
}

export const NOBODY: FoundPeople = { deleted: { people: 0, entries: 0, parts: {} }, held: [] };

export const added = (one: PeopleCount, other: PeopleCount): PeopleCount => ({
  people: one.people + other.people,
  entries: one.entries + other.entries,
  parts: sum(one.parts, other.parts),
});

export function sum(one: Deleted['others'], other: Deleted['others']): Deleted['others'] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

/** What there is of people, those whom a dispute holds apart. `counted` were held before. */
export async function countPeople(
  partitions: readonly (readonly LedgerItem[])[],
  before: FoundPeople,
  task: Closing,
  counted: ReadonlySet<SubjectId>,
): Promise<FoundPeople> {
  const found = await eachOf(peopleAmong(partitions, task), (subject) => lookAt(subject, task));
  const free = found.filter(({ cases, subject }) => cases.length === 0 && !counted.has(subject));
  return {
    deleted: free.map(({ count }) => count).reduce(added, before.deleted),
    held: [...before.held, ...found.filter(({ cases }) => cases.length > 0)],
  };
}

/**
 * Deletes what there is of people, but for those whom a dispute holds: oldest entry first and after its parts, as it ends by itself.
 */
export async function deletePeople(partitions: readonly (readonly LedgerItem[])[], task: Closing): Promise<void> {
  await eachOf(peopleAmong(partitions, task), async (subject) => {
    await applyEnds(task, subject, () => task.site, task.now());
    const [ledger, vault] = await readItems(task, subject);
    // What no entry named was left behind by a step that was never taken.
    if (ledger.length === 0) await removeItems(task.vault, vault);
  });
}

function peopleAmong(partitions: readonly (readonly LedgerItem[])[], { site }: Closing): SubjectId[] {
  return partitions.flatMap((items) => {
    const subject = subjectOf(items);
    return subject !== undefined && items[0] && entryOf(items[0]).site === site.id ? [subject] : [];
  });
}

async function lookAt(subject: SubjectId, task: Closing): Promise<Held> {
  const [ledger, vault] = await readItems(task, subject);
  const classes = vault.map(({ sk }) => sk.split('#')[1] ?? '');
  const parts = classes.reduce<Deleted['parts']>((counts, name) => sum(counts, { [name]: 1 }), {});
  return { subject, cases: casesOf(ledger, task.now()), count: { people: 1, entries: ledger.length, parts } };
}

function casesOf(ledger: readonly Kept[], now: Date): string[] {
  const entries = understoodEntries(ledger.filter((item) => !isGone(item, now)).map(entryIn));
  const standing = standingOf(entries);
  const isHeld = wholeHolds(standing).length > 0 || heldConnections(standing).size > 0;
  return isHeld ? standing.holds.map((hold) => hold.case) : [];
}
