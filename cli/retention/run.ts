import { required } from '../../shared/environment';
import { eachOf } from '../../shared/ledger/batches';
import type { Keys } from '../../shared/ledger/dynamo';
import { planEnds } from '../../shared/ledger/end-plan';
import { applyEnds, readItems } from '../../shared/ledger/ends';
import type { Site } from '../../shared/policy/schema';
import { Interrupted } from '../tables/interruption';
import { partitionsOf } from '../tables/partitions';
import type { Progress } from '../tables/progress';
import type { StateFile } from '../tables/state-file';
import { entryOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { itemCount } from '../tables/table-size';
import { countPlan, countUnknown, NOTHING, type Counts, type Plan } from './counts';

const LEDGER = required('LEDGER_TABLE');

/** How far it is. */
export interface Position {
  readonly after?: Keys;
  readonly seen: number;
  readonly counts: Counts;
}

export interface RollOut {
  readonly siteOf: (id: string) => Site | undefined;
  /** Undefined for all sites. */
  readonly only: string | undefined;
  readonly isDryRun: boolean;
  readonly state: StateFile<Position>;
  readonly progress: Progress;
  readonly now: () => Date;
  /** Items that one call reads. */
  readonly pageSize: number;
  readonly isStopped: () => boolean;
}

/** Gives everybody's items the ends that follow from the rules of today. Repeating it is harmless. */
export async function runRollOut(task: RollOut): Promise<Counts> {
  const { state, progress } = task;
  let position: Position = (await state.read()) ?? { seen: 0, counts: NOTHING };
  progress.begin('Ledger', await itemCount(LEDGER), position.seen);
  try {
    for await (const { partitions, last } of partitionsOf<LedgerItem>(LEDGER, position.after, task.pageSize)) {
      const counts = await rollOut(partitions, position.counts, task);
      const items = partitions.flat().length;
      position = { after: last, seen: position.seen + items, counts };
      await state.write(position);
      progress.advance(items);
      if (task.isStopped()) throw new Interrupted();
    }
  } finally {
    progress.end();
  }
  await state.remove();
  return position.counts;
}

interface Person {
  readonly subject: string;
  readonly site: string;
}

async function rollOut(partitions: readonly (readonly LedgerItem[])[], before: Counts, task: RollOut): Promise<Counts> {
  const people = partitions.flatMap(personOf).filter(({ site }) => task.only === undefined || site === task.only);
  const now = task.now();
  const plans = await eachOf(people, (person) => planOf(person, task, now));
  return people.reduce((counts, { site }, n) => {
    const plan = plans[n];
    return plan ? countPlan(counts, plan, now) : countUnknown(counts, site);
  }, before);
}

function personOf(items: readonly LedgerItem[]): Person[] {
  const subject = subjectOf(items);
  return subject !== undefined && items[0] ? [{ subject, site: entryOf(items[0]).site }] : [];
}

/** What is to be done about somebody, done unless it is only to be known. */
async function planOf(
  { subject, site: id }: Person,
  { siteOf, isDryRun }: RollOut,
  now: Date,
): Promise<Plan | undefined> {
  const site = siteOf(id);
  if (!site) return undefined;
  const [ledger, vault] = await readItems(subject);
  const { entries, parts } = planEnds(ledger, vault, site, now);
  if (!isDryRun) await applyEnds(subject, siteOf, now);
  return { site: id, subject, changes: [...entries, ...parts] };
}
