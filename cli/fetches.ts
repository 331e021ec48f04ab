import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- fetches --site SITE [options]

Who fetched which list of people of a site, and how many it named, oldest first, as CSV. Kept as long as the site's
retention.accessLog says. Reads the deployment named by LEDGER_TABLE; without it, the local stack.

  --site SITE    the site's id
  --url URL      the local stack (default: http://localhost:3000)

Exit code: 0 done, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export async function fetches(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.site === undefined) throw new BadUsage(`Which site?\n\n${HELP}`);
  const { aheadMs } = await enterTarget(values.url, ['LEDGER_TABLE']);
  // Loaded only now, as what it loads reads the environment.
  const { readFetches } = await import('../shared/ledger/fetches');
  process.stdout.write('at,operator,list,purpose,people\n');
  const now = new Date(Date.now() + aheadMs);
  for await (const { at, operator, what, purpose = '', count } of readFetches(values.site, now)) {
    process.stdout.write(`${[at, operator, what, purpose, count].join(',')}\n`);
  }
  return 0;
}
