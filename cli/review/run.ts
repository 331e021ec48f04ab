import type { SubjectId } from '../../shared/ids';
import { dayOf, plus } from '../../shared/calendar';
import { reviewPerson, type Due, type ReviewRule } from '../../shared/consent/keep/yearly-review';
import type { LedgerTable } from '../../shared/ledger/table';
import type { Site } from '../../shared/policy/schema';
import { peopleOf } from '../tables/people';

export interface ReviewReport {
  readonly site: string;
  readonly at: string;
  /** ISO 8601 date: data that is not needed has to be deleted by then. */
  readonly deleteBy: string;
  readonly nextReview: string;
  /** Purpose -> for how many whole years it has been in force -> for how many people. */
  readonly inForce: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly due: readonly (Due & { readonly subject: SubjectId })[];
}

export async function runReview(ledger: LedgerTable, site: Site, rule: ReviewRule, now: Date): Promise<ReviewReport> {
  const inForce: Record<string, Record<string, number>> = {};
  const due: (Due & { subject: SubjectId })[] = [];
  for await (const { subject, entries } of peopleOf(ledger, site.id, now)) {
    const found = reviewPerson(entries, site, rule, now);
    due.push(...found.due.map((item) => ({ subject, ...item })));
    for (const { purpose, years } of found.inForce) {
      const counts = (inForce[purpose] ??= {});
      counts[years] = (counts[years] ?? 0) + 1;
    }
  }
  const dates = { deleteBy: dayOf(plus(now, rule.deleteWithin)), nextReview: dayOf(plus(now, rule.every)) };
  return { site: site.id, at: now.toISOString(), ...dates, inForce, due };
}
