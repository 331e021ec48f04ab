import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- statistics --site SITE [options]

How many consents of a site ended on which day, for which purpose and how, as CSV. Kept where the site's retention says
"atEnd: 'anonymise'": persons go, counts stay.
Reads the deployment named by LEDGER_TABLE; without it, the local stack.

  --site SITE    the site's id
  --url URL      the local stack (default: http://localhost:3000)

Exit code: 0 done, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export async function statistics(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (values.site === undefined) throw new BadUsage(`Which site?\n\n${HELP}`);
  await enterTarget(values.url, ['LEDGER_TABLE']);
  // Loaded only now, as what it loads reads the environment.
  const { readStatistics } = await import('../shared/ledger/statistics');
  process.stdout.write('day,purpose,outcome,count\n');
  for await (const { day, purpose, outcome, count } of readStatistics(values.site)) {
    process.stdout.write(`${day},${purpose},${outcome},${count}\n`);
  }
  return 0;
}
