import type { Entry } from '../../shared/consent/entry';
import { required } from '../../shared/environment';
import { partitionsOf } from './partitions';
import { entriesOf, subjectOf, type LedgerItem } from './subject-items';

const TABLE = required('LEDGER_TABLE');
const PAGE_SIZE = 1000;

export interface PersonHistory {
  readonly subject: string;
  readonly entries: readonly Entry[];
}

/** Everybody whom a site knows, with what is not past its end. Reads the whole ledger, and nothing personal. */
export async function* peopleOf(site: string, now: Date): AsyncGenerator<PersonHistory, void> {
  for await (const { partitions } of partitionsOf<LedgerItem>(TABLE, undefined, PAGE_SIZE)) {
    for (const items of partitions) {
      const subject = subjectOf(items);
      const entries = subject === undefined ? [] : entriesOf(items, now).filter((entry) => entry.site === site);
      if (subject !== undefined && entries.length > 0) yield { subject, entries };
    }
  }
}
