import type { Position, RollOut } from './retention/run';
import { untilInterrupted } from './tables/interruption';
import { progressOn } from './tables/progress';
import { rulesFrom, siteFrom, SITES_HELP } from './tables/sites';
import { StateFile } from './tables/state-file';
import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- retention --dry-run|--apply [options]

After a change of how long a site keeps things: gives what is there already the ends that follow from the rules of today, and
deletes what is past them. What was past its end before stays gone, even if it would be kept longer now.
Works on the deployment named by LEDGER_TABLE and VAULT_TABLE; without LEDGER_TABLE, on the local stack.
Interrupted, the same command goes on where it was. See docs/operations.md.

  --dry-run      only say how many items would end when, with some subjects as examples
  --apply        do it
  --site SITE    only this site
${SITES_HELP}
  --url URL      the local stack (default: http://localhost:3000)
  --state FILE   where it keeps how far it is (default: .retention-state.json)

Exit code: 0 done, 2 it could not be done.
`;

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  site: { type: 'string' },
  sites: { type: 'string' },
  url: { type: 'string' },
  state: { type: 'string', default: '.retention-state.json' },
  help: { type: 'boolean', default: false },
} as const;

const NEEDED = ['LEDGER_TABLE', 'VAULT_TABLE'] as const;
const PAGE_SIZE = 1000;

export async function retention(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const isDryRun = values['dry-run'];
  if (isDryRun === values.apply) throw new BadUsage(`Say either --dry-run or --apply.\n\n${HELP}`);
  const target = await enterTarget(values.url, NEEDED);
  if (values.site !== undefined) await siteFrom(values.sites, values.site);
  const task: RollOut = {
    siteOf: await rulesFrom(values.sites),
    only: values.site,
    isDryRun,
    state: new StateFile<Position>(values.state, {
      what: 'a retention run',
      of: `${values.site ?? 'all sites'}${isDryRun ? ' (dry run)' : ''} of ${target.name}`,
    }),
    progress: progressOn(process.stderr),
    now: () => new Date(Date.now() + target.aheadMs),
    pageSize: PAGE_SIZE,
    isStopped: () => false,
  };
  await untilInterrupted(values.state, (isStopped) => run({ ...task, isStopped }));
  return 0;
}

/** Loaded only now, as what it loads reads the environment. */
async function run(task: RollOut): Promise<void> {
  const [{ runRollOut }, { summaryOf }] = await Promise.all([import('./retention/run'), import('./retention/counts')]);
  process.stdout.write(summaryOf(await runRollOut(task), task.isDryRun));
}
