import { csvTable } from '../shared/evidence/csv-table';
import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

const COLUMNS = ['at', 'id', 'email', 'purpose', 'how', 'via'] as const;

export const leavers = command({
  name: 'leavers',
  about: `Who left since a day and did not come back, the latest first, and how, as CSV. It is known for 35 days. What is printed is
personal data.`,
  options: {
    site: SITE,
    since: { takes: 'DAY', says: 'such as 2026-11-01 (default: the first day that is known)' },
    purpose: { takes: 'PURPOSE', says: 'that purpose alone' },
    url: SYSTEM,
  },
  notes: tokenNote('audience:read'),
  exits: { 0: 'listed', 1: 'refused' },
  run: async ({ since, purpose, ...where }) => {
    const ledger = ledgerOf(where, 'audience:read');
    print(table([[...COLUMNS]]));
    let cursor: string | undefined;
    do {
      const page = await ledger.leavers({ since, purpose }, cursor);
      print(table(page.leavers.map((leaver) => COLUMNS.map((column) => leaver[column] ?? ''))));
      ({ cursor } = page);
    } while (cursor !== undefined);
  },
});

const table = (rows: readonly (readonly string[])[]): string =>
  csvTable(rows, { language: 'en', forSpreadsheets: false });
