import { DEFAULT_URL, post, saveOrExplain } from './api';
import { BadUsage, readArgs } from './usage';

const REPORTS: Readonly<Record<string, string>> = { json: 'application/json', pdf: 'application/pdf' };
const PORTABLES: Readonly<Record<string, string>> = { json: 'application/json', csv: 'text/csv' };

const HELP = `Usage: npm run cli -- access --site SITE --email ADDRESS --reason TEXT [options]

Answers "what do you know about me?" (Art. 15 GDPR): everything that is kept about a person at a site, for the person, in
their language. With --portable instead what they gave, as a file to take along (Art. 20). That they were told, by whom
and why, becomes part of the person's record.

  --site SITE          the site's id
  --email ADDRESS      the person's address
  --reason TEXT        what it is for, e.g. "letter of 20 November 2026"
  --portable           the data to take along
  --format FORM        json, pdf; with --portable json, csv (default: pdf; with --portable json)
  --language de|en     of the answer (default: the person's own)
  --out FILE           where to write it (default: the name that the server gives, in this folder; - for standard output)
  --dry-run            only say what would be given; nothing is written down
  --url URL            the system (default: ${DEFAULT_URL}, which also gives the token)

The access token with the scope evidence:write is read from the environment variable CONSENT_TOKEN.
Exit code: 0 written, 1 refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  email: { type: 'string' },
  reason: { type: 'string' },
  portable: { type: 'boolean', default: false },
  format: { type: 'string' },
  language: { type: 'string' },
  out: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

export async function access(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { site, email, reason, portable, language, url } = values;
  const dryRun = values['dry-run'];
  if (!site || !email || !reason) throw new BadUsage(`--site, --email and --reason are needed.\n\n${HELP}`);
  const answer = await post({
    url,
    path: `/v1/sites/${encodeURIComponent(site)}/subjects/access`,
    scope: 'evidence:write',
    accept: mediaType(values.format, portable),
    body: { email, reason, language, ...(portable && { portable }), ...(dryRun && { dryRun }) },
  });
  return saveOrExplain(answer, dryRun ? '-' : values.out);
}

function mediaType(format: string | undefined, portable: boolean): string {
  const forms = portable ? PORTABLES : REPORTS;
  const wanted = format ?? (portable ? 'json' : 'pdf');
  const type = Object.hasOwn(forms, wanted) ? forms[wanted] : undefined;
  if (type) return type;
  throw new BadUsage(`--format takes ${Object.keys(forms).join(' or ')} here, not "${wanted}".`);
}
