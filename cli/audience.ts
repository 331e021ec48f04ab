import { access } from 'node:fs/promises';
import { runAudience, type Position } from './audience/run';
import { DEFAULT_URL, refused } from './api';
import { untilInterrupted } from './tables/interruption';
import { progressOn } from './tables/progress';
import { StateFile } from './tables/state-file';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- audience --site SITE --purpose PURPOSE [options]

Writes all whom a site may mail for a purpose into a file, one JSON object a line, with the links and headers for their mails
(docs/marketing.md). Interrupted, the same command goes on where it was.

  --site SITE         the site's id
  --purpose PURPOSE   the purpose's id
  --out FILE          where to write (default: SITE-PURPOSE.ndjson). It will hold personal data
  --limit N           how many people one call brings, 1 to 1000 (default: 1000)
  --state FILE        where it keeps how far it is (default: .audience-state.json)
  --url URL           the system (default: ${DEFAULT_URL}, which also gives the token)

The access token with the scope audience:read is read from the environment variable CONSENT_TOKEN.
Exit code: 0 written, 1 refused, 2 it could not be done.
`;

const OPTIONS = {
  site: { type: 'string' },
  purpose: { type: 'string' },
  out: { type: 'string' },
  limit: { type: 'string', default: '1000' },
  state: { type: 'string', default: '.audience-state.json' },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

export async function audience(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { site, purpose, limit, url } = values;
  if (!site || !purpose) throw new BadUsage(`--site and --purpose are needed.\n\n${HELP}`);
  const { out = `${site}-${purpose}.ndjson` } = values;
  const of = `${site}, ${purpose}, to ${out} of ${url}`;
  const state = new StateFile<Position>(values.state, { what: 'an export of an audience', of });
  if (!(await state.read()) && (await exists(out))) {
    throw new BadUsage(`${out} is there already. Delete it, or name another file with --out.`);
  }
  const path = `/v1/sites/${encodeURIComponent(site)}/purposes/${encodeURIComponent(purpose)}/audience`;
  let code = 0;
  await untilInterrupted(values.state, async (isStopped) => {
    const progress = progressOn(process.stderr);
    const end = await runAudience({ url, path, limit, out, state, progress, isStopped });
    code = end instanceof Response ? await refused(end) : tell(end, out);
  });
  return code;
}

function tell({ recipients }: Position, out: string): number {
  process.stdout.write(`Written to ${out}. It holds personal data.\nrecipients ${recipients.toLocaleString('en')}\n`);
  return 0;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
