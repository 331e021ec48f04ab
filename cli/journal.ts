import { csvTable } from '../shared/evidence/csv-table';
import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

const COLUMNS = ['at', 'operator', 'name', 'client', 'type', 'person', 'case', 'reason', 'letter'] as const;

export const journal = command({
  name: 'journal',
  about: `What operators did at a site, when and why, the latest first, as CSV. People are named by their ids; reasons and names of
operators come along as long as they are kept, and are personal data.`,
  options: {
    site: SITE,
    from: { takes: 'DAY', says: 'the first day (default: 29 days before the last one)' },
    to: { takes: 'DAY', says: 'the last day (default: today)' },
    operator: { takes: 'ID', says: 'of one operator alone' },
    type: { takes: 'TYPE', says: 'of one type of steps alone, such as DataErased' },
    person: { takes: 'ID', says: 'about one person alone' },
    url: SYSTEM,
  },
  notes: tokenNote('evidence:read'),
  exits: { 0: 'listed', 1: 'refused' },
  run: async ({ from: first, to: last, operator, type, person, ...where }) => {
    const ledger = ledgerOf(where, 'evidence:read');
    print(table([[...COLUMNS]]));
    let [from, to, cursor]: (string | undefined)[] = [first, last];
    do {
      const page = await ledger.journal({ from, to, operator, type, person, cursor });
      print(table(page.steps.map((step) => COLUMNS.map((column) => step[column] ?? ''))));
      // Days that were not named are those of the first page, should midnight pass.
      ({ from, to, cursor } = page);
    } while (cursor !== undefined);
  },
});

const table = (rows: readonly (readonly string[])[]): string =>
  csvTable(rows, { language: 'en', forSpreadsheets: false });
