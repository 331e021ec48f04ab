import { addDays, dayOf } from '../calendar';
import { contributionOf } from '../consent/counts/contribution';
import type { Entry } from '../consent/entry';
import { saveContribution } from './counts';
import type { LedgerTable } from './table';

/** A day is added up once it has been over for this many; what is counted of it later is late. */
export const OPEN_DAYS = 1;

/**
 * Counts what a step adds to the numbers of its site, once. Repeated it adds nothing; what a crash leaves undone is done when the
 * message comes again.
 *
 * @param entries those before the step, at least
 */
export async function countStep(ledger: LedgerTable, entries: readonly Entry[], step: Entry, now: Date): Promise<void> {
  const contribution = contributionOf(entries, step);
  if (!contribution) return;
  const isLate = contribution.day < addDays(dayOf(now), -OPEN_DAYS);
  await saveContribution(ledger, step, contribution, { now, isLate });
}
