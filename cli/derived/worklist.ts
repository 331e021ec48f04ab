import { reviewedByDay } from '../../shared/consent/keep/yearly-review';
import { listedAmong } from '../../shared/ledger/worklist';
import type { Lack, Looking, Person } from './person';

/**
 * Whose data are held or restricted, or whose objection is weighed, and who is not on the list of what operators have to look at:
 * nobody would ever be reminded of them. Whom a round finds unused has a day of the review, see `looks.ts`.
 */
export async function lacksOfWorklist(people: readonly Person[], { audience, now }: Looking): Promise<Lack[]> {
  const held = people.filter(({ entries, site }) => reviewedByDay(entries, site).length > 0);
  const named = held.map(({ site, subject }) => ({ site: site.id, subject }));
  const listed = await listedAmong(audience, named, now);
  return named
    .filter(({ subject }) => !listed.has(subject))
    .map(({ site, subject }) => {
      const text = `The data of subject ${subject} of ${site} are held or restricted, or an objection is weighed, and nobody will be reminded of that.`;
      return { consumer: 'projector', code: 'worklistMissing', site, subject, text };
    });
}
