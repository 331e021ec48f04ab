import { command } from './command';
import { SITE, SYSTEM, tokenNote } from './options';
import { printJson } from './print';
import { ledgerOf } from './system';

export const audienceSummary = command({
  name: 'audience-summary',
  about: `How many a site may mail for a purpose, why not more, and how many left within the last 35 days, as JSON. Names nobody.
Counted at most every five minutes.`,
  options: {
    site: SITE,
    purpose: { takes: 'PURPOSE', says: "the purpose's id", isNeeded: true },
    url: SYSTEM,
  },
  notes: tokenNote('audience:read'),
  exits: { 0: 'counted', 1: 'refused' },
  run: async ({ purpose, ...where }) => {
    printJson(await ledgerOf(where, 'audience:read').audienceSummary(purpose));
  },
});
