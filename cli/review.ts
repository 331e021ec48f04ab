import { writeFile } from 'node:fs/promises';
import { siteFrom, SITES_HELP } from './tables/sites';
import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- review --site SITE [options]

What the regular review of a site (retention.review) has to look at, as JSON: for how many people each purpose has been in
force, by years; consents that nobody used since the last review; holds whose day of review has come; restrictions that
are as old as that; and what is deleted by itself before the review has to be done. Counts and ids, no addresses. Reads the
deployment that LEDGER_TABLE names, with the credentials of the environment; without it, the local stack. Writes down in
AUDIENCE_TABLE that this round was done, so that the alarm ends and the time to the next begins; changes nothing else.

  --site SITE        the site's id
${SITES_HELP}
  --out FILE         where to write (default: standard output)
  --url URL          the local stack that is to be read (default: http://localhost:3000)

Exit code: 0 written, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  sites: { type: 'string' },
  out: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export async function review(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.site === undefined) throw new BadUsage(`Which site is to be reviewed?\n\n${HELP}`);
  const target = await enterTarget(values.url, ['LEDGER_TABLE', 'AUDIENCE_TABLE']);
  const site = await siteFrom(values.sites, values.site);
  const rule = site.retention.review;
  if (!rule) throw new BadUsage(`The site "${site.id}" has no retention.review, which says how often, and by when.`);
  // Loaded only now, as they read the environment.
  const { runReview } = await import('./review/run');
  const { noteRound } = await import('../shared/ledger/review-rounds');
  const now = new Date(Date.now() + target.aheadMs);
  const report = await runReview(site, rule, now);
  const text = `${JSON.stringify(report, null, 2)}\n`;
  if (values.out === undefined) process.stdout.write(text);
  else await writeFile(values.out, text);
  await noteRound(site.id, now);
  return 0;
}
