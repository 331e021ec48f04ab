import { SPLITS } from '../shared/consent/counts/tally';
import { STEPS } from '../shared/consent/counts/report';
import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { print } from './print';
import { ledgerOf } from './system';

export const counts = command({
  name: 'counts',
  about: `How many signed up, confirmed and left at a site, as CSV: a row for each period of all, and of each group. Names nobody.
confirmedOfThese says how many of those who signed up then have confirmed until now.`,
  options: {
    site: SITE,
    from: { takes: 'DAY', says: 'the first day (default: 29 days before the last one)' },
    to: { takes: 'DAY', says: 'the last day (default: today)' },
    each: { takes: STEPS.join('|'), says: 'how long a period is (default: day)', oneOf: STEPS },
    by: { takes: SPLITS.join('|'), says: 'what to split by', oneOf: SPLITS },
    url: SYSTEM,
  },
  notes: tokenNote('audience:read'),
  exits: { 0: 'counted', 1: 'refused' },
  run: async ({ from, to, each, by, ...where }) => {
    const { bytes } = await ledgerOf(where, 'audience:read').countsTable({ from, to, each, by, language: 'en' });
    print(new TextDecoder().decode(bytes));
  },
});
