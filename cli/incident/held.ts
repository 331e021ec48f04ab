import { standingOf, type Hold } from '../../shared/consent/standing';
import type { SubjectId } from '../../shared/ids';
import type { LedgerTable } from '../../shared/ledger/table';
import { peopleOf } from '../tables/people';

/** An incident that still needs connection data. */
export interface OpenIncident {
  readonly case: string;
  readonly since: string;
  readonly reviewBy: string;
  readonly people: readonly SubjectId[];
  readonly steps: number;
}

/** The incidents of a site that are not settled, by their ids. Reads the whole ledger, and nothing personal. */
export async function openIncidents(ledger: LedgerTable, site: string, now: Date): Promise<OpenIncident[]> {
  const found = new Map<string, OpenIncident>();
  for await (const { subject, entries } of peopleOf(ledger, site, now)) {
    for (const hold of standingOf(entries).holds) {
      if (hold.connections) found.set(hold.case, withPerson(found.get(hold.case), hold, subject));
    }
  }
  return [...found.values()];
}

function withPerson(before: OpenIncident | undefined, hold: Hold, subject: SubjectId): OpenIncident {
  const { case: id, since, reviewBy, connections = [] } = hold;
  const { people, steps, ...first } = before ?? { since, reviewBy, people: [], steps: 0 };
  return {
    case: id,
    since: since < first.since ? since : first.since,
    // The earliest, as that is when somebody has to look.
    reviewBy: reviewBy < first.reviewBy ? reviewBy : first.reviewBy,
    people: [...people, subject],
    steps: steps + connections.length,
  };
}
