import { access } from 'node:fs/promises';
import type { Counts } from './export/lines';
import type { Export, Position } from './export/run';
import { untilInterrupted } from './tables/interruption';
import { progressOn } from './tables/progress';
import { siteFrom, SITES_HELP } from './tables/sites';
import { StateFile } from './tables/state-file';
import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- export --site SITE [options]

Writes everything that there is at a site into a file, one JSON object a line: its configuration and processors, all
wordings, and every entry with its parts (docs/export-format.md). Reads the deployment that LEDGER_TABLE and VAULT_TABLE
name, with the credentials of the environment; without LEDGER_TABLE, the local stack. Changes nothing.
Interrupted, the same command goes on where it was.

  --site SITE        the site's id
${SITES_HELP}
  --out FILE         where to write (default: SITE.ndjson). It will hold personal data
  --url URL          the local stack that is to be read (default: http://localhost:3000)
  --state FILE       where it keeps how far it is (default: .export-state.json)

Exit code: 0 written, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  sites: { type: 'string' },
  out: { type: 'string' },
  url: { type: 'string' },
  state: { type: 'string', default: '.export-state.json' },
  help: { type: 'boolean', default: false },
} as const;

const NEEDED = ['LEDGER_TABLE', 'VAULT_TABLE'] as const;
const PAGE_SIZE = 1000;

export async function exportSite(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.site === undefined) throw new BadUsage(`Which site is to be exported?\n\n${HELP}`);
  const target = await enterTarget(values.url, NEEDED);
  const site = await siteFrom(values.sites, values.site);
  const { out = `${site.id}.ndjson` } = values;
  const state = new StateFile<Position>(values.state, {
    what: 'an export',
    of: `${site.id} to ${out} of ${target.name}`,
  });
  if (!(await state.read()) && (await exists(out))) {
    throw new BadUsage(`${out} is there already. Delete it, or name another file with --out.`);
  }
  const now = (): Date => new Date(Date.now() + target.aheadMs);
  const progress = progressOn(process.stderr);
  await untilInterrupted(values.state, (isStopped) =>
    run({ site, out, state, progress, now, pageSize: PAGE_SIZE, isStopped }),
  );
  return 0;
}

/** Loaded only now, as what it loads reads the environment. */
async function run(task: Export): Promise<void> {
  const { runExport } = await import('./export/run');
  process.stdout.write(summaryOf(await runExport(task), task.out));
}

function summaryOf({ subjects, entries, parts, gone, notices }: Counts, out: string): string {
  const number = (n: number): string => n.toLocaleString('en');
  return [
    `Written to ${out}. It holds personal data.`,
    `subjects ${number(subjects)}, entries ${number(entries)}, wordings ${number(notices)}`,
    `parts ${number(parts)}, parts that are kept no longer ${number(gone)}`,
    '',
  ].join('\n');
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
