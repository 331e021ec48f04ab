import type { SubjectId } from '../../shared/ids';
import type { Entry } from '../../shared/consent/entry';
import { understoodEntries } from '../../shared/consent/read-entry';
import type { LedgerTable } from '../../shared/ledger/table';
import { partitionsOf } from './partitions';
import { entriesOf, subjectOf, type LedgerItem } from './subject-items';

const PAGE_SIZE = 1000;

export interface PersonHistory {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
}

/**
 * All subjects of a site, each with the entries that are not past their end. Reads the whole ledger, and nothing
 * personal.
 */
export async function* peopleOf(ledger: LedgerTable, site: string, now: Date): AsyncGenerator<PersonHistory, void> {
  for await (const { partitions } of partitionsOf<LedgerItem>(ledger, undefined, PAGE_SIZE)) {
    for (const items of partitions) {
      const subject = subjectOf(items);
      const all = subject === undefined ? [] : entriesOf(items, now);
      if (subject !== undefined && all[0]?.site === site) yield { subject, entries: understoodEntries(all) };
    }
  }
}
