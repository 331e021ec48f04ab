import type { WordingCount } from './notices/run';
import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- notices --site SITE --purpose PURPOSE [options]

How many people consented to a purpose by which version of its wording, and for how many of them it is in force. Reads the
deployment that LEDGER_TABLE names, with the credentials of the environment; without it, the local stack.

  --site SITE         the site's id
  --purpose PURPOSE   the purpose's id
  --version VERSION   this version alone
  --subjects          the people's ids, too
  --url URL           the local stack that is to be read (default: http://localhost:3000)

Exit code: 0 written, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  purpose: { type: 'string' },
  version: { type: 'string' },
  subjects: { type: 'boolean', default: false },
  url: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

export async function notices(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { site, purpose, version } = values;
  if (site === undefined || purpose === undefined) throw new BadUsage(`--site and --purpose are needed.\n\n${HELP}`);
  const target = await enterTarget(values.url, ['LEDGER_TABLE']);
  // Loaded only now, as it reads the environment.
  const { countWordings } = await import('./notices/run');
  const counts = await countWordings(site, purpose, new Date(Date.now() + target.aheadMs));
  const wanted = counts.filter((count) => version === undefined || count.version === version);
  process.stdout.write(wanted.map((count) => textOf(count, values.subjects)).join(''));
  if (wanted.length === 0) process.stderr.write('Nobody consented to that.\n');
  return 0;
}

function textOf({ version, language, hash, people, inForce, subjects }: WordingCount, withSubjects: boolean): string {
  const line = `version ${version}  ${language}  ${hash}  people ${people}  in force ${inForce}\n`;
  return line + (withSubjects ? subjects.map((subject) => `  ${subject}\n`).join('') : '');
}
