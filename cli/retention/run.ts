import type { SubjectId } from '../../shared/ids';
import { eachOf } from '../../shared/ledger/batches';
import { planEnds } from '../../shared/ledger/end-plan';
import { applyEnds, readItems } from '../../shared/ledger/ends';
import type { Holdings } from '../../shared/ledger/table';
import type { Site } from '../../shared/policy/schema';
import type { Run } from '../resume/resumable';
import { entryOf, subjectOf, type LedgerItem } from '../tables/subject-items';
import { walkTable, type Place } from '../tables/walk';
import { countPlan, countUnknown, NOTHING, type Counts, type Plan } from './counts';

/** How far it is. */
export interface RollOutState extends Place {
  readonly counts: Counts;
}

export interface RollOut extends Holdings {
  readonly siteOf: (id: string) => Site | undefined;
  /** Undefined for all sites. */
  readonly only: string | undefined;
  readonly isDryRun: boolean;
  readonly now: () => Date;
}

/** Gives everybody's items the ends that follow from the rules of today. Repeating it is harmless. */
export async function runRollOut(task: RollOut, run: Run<RollOutState>): Promise<RollOutState> {
  const begun = run.begun ?? { seen: 0, counts: NOTHING };
  const visit = async (partitions: readonly (readonly LedgerItem[])[], state: RollOutState): Promise<RollOutState> => ({
    ...state,
    counts: await rollOut(partitions, state.counts, task),
  });
  return walkTable(task.ledger, begun, run, visit);
}

interface Person {
  readonly subject: SubjectId;
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

/** The changes that a subject's items need; a dry run only counts them. */
async function planOf({ subject, site: id }: Person, task: RollOut, now: Date): Promise<Plan | undefined> {
  const { siteOf, isDryRun } = task;
  const site = siteOf(id);
  if (!site) return undefined;
  const [ledger, vault] = await readItems(task, subject);
  const { entries, parts } = planEnds(ledger, vault, site, now);
  if (!isDryRun) await applyEnds(task, subject, siteOf, now);
  return { site: id, subject, changes: [...entries, ...parts] };
}
