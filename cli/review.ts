import { audience, ledger } from '../functions/deps/tables';
import { noteRound } from '../shared/ledger/review-rounds';
import { command } from './command';
import { CommandError } from './command-error';
import { writeNew } from './files';
import { LOCAL_STACK, SITE, SITES } from './options';
import { print, tell } from './print';
import { runReview } from './review/run';
import { siteFrom } from './tables/sites';
import { enterTarget } from './tables/target';

export const review = command({
  name: 'review',
  about: `What the regular review of a site (retention.review) has to look at, as JSON: for how many people each purpose has been in
force, by years; consents that nobody used since the last review; holds whose day of review has come; restrictions that
are as old as that; and what is deleted by itself before the review has to be done. Counts and ids, no addresses. Reads the
deployment that LEDGER_TABLE names, with the credentials of the environment; without it, the local stack. Writes down in
AUDIENCE_TABLE that this round was done, so that the alarm ends and the time to the next begins; changes nothing else.`,
  options: {
    site: SITE,
    sites: SITES,
    out: { takes: 'FILE', says: 'where to write (default: standard output)' },
    url: LOCAL_STACK,
  },
  exits: { 0: 'written' },
  run: async ({ site: id, sites, out, url }) => {
    const { now: clock } = await enterTarget(url, ['LEDGER_TABLE', 'AUDIENCE_TABLE']);
    const site = await siteFrom(sites, id);
    const rule = site.retention.review;
    if (!rule) throw new CommandError(`The site "${id}" has no retention.review, which says how often, and by when.`);
    const now = clock();
    const text = `${JSON.stringify(await runReview(ledger(), site, rule, now), null, 2)}\n`;
    if (out === undefined) print(text);
    else tell(`Written to ${await writeNew(out, text)}.\n`);
    await noteRound(audience(), id, now);
  },
});
