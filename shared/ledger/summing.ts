import type { SubjectId } from '../ids';
import type { Change, EndPlan } from './end-plan';
import { entryKey } from './entry-items';
import {
  isDue,
  isSameSummary,
  putSummary,
  removeSummary,
  summaryIn,
  summaryOf,
  suspendSummary,
  type Seen,
  type StoredEntry,
  type Summary,
} from './summary';
import type { LedgerTable } from './table';

/* How a summary stays true while the ends of what it covers change. */

interface Ending {
  readonly seen: Seen;
  readonly plan: Pick<EndPlan, 'entries' | 'common'>;
  readonly now: Date;
}

/** What there is of a summary once ends may change. */
interface Summing {
  /** The one that there was, if it can be read. */
  readonly known: Summary | undefined;
  readonly isSuspended: boolean;
  /** By which whoever writes the next one names what stands there now. */
  readonly mark: string | undefined;
}

/** Before any end is changed. @throws {SummaryTaken} */
export async function beforeEnds(
  ledger: LedgerTable,
  subject: SubjectId,
  { seen: { stored, beside, summary }, plan, now }: Ending,
): Promise<Summing> {
  const known = summary ?? (beside && summaryIn(beside, subject, now));
  const first = stored[0]?.entry;
  if (!first || !known || !plan.entries.some(({ item }) => item.sk <= entryKey(known.upTo)))
    return { known, isSuspended: false, mark: beside?.mark };
  return { known, isSuspended: true, mark: await suspendSummary(ledger, first, beside?.mark, now) };
}

/** After all of them were. @throws {SummaryTaken} */
export async function afterEnds(
  ledger: LedgerTable,
  subject: SubjectId,
  { seen, plan }: Ending,
  { known, isSuspended, mark }: Summing,
): Promise<void> {
  const left = changed(seen.stored, plan.entries);
  if (left.length === 0) return seen.beside && removeSummary(ledger, subject, mark);
  const isNew = isSuspended || isDue(seen, known);
  const next =
    isNew || known
      ? summaryOf(left, plan.common, { before: seen.summary, upTo: isNew ? Infinity : known?.upTo })
      : undefined;
  if (next && !isSameSummary(next, known)) await putSummary(ledger, subject, next, mark);
}

function changed(stored: readonly StoredEntry[], changes: readonly Change[]): StoredEntry[] {
  const bySk = new Map(changes.map((change) => [change.item.sk, change]));
  return stored.flatMap((one): StoredEntry[] => {
    const change = bySk.get(one.item.sk);
    if (!change) return [one];
    const { pk, sk, entry } = one.item;
    const { end: expiresAt, partEnds } = change;
    const ends = {
      ...(expiresAt !== undefined && { expiresAt }),
      ...(partEnds?.wanted !== undefined && { partEnds: partEnds.wanted }),
    };
    return change.isPast ? [] : [{ ...one, item: { pk, sk, entry, ...ends } }];
  });
}
