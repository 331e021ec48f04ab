import { DEFAULT_URL, post, saveOrExplain } from './api';
import { BadUsage, readArgs } from './usage';

const FORMS = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  pdf: 'application/pdf',
  csv: 'text/csv',
} as const;

const HELP = `Usage: npm run cli -- evidence --site SITE --email ADDRESS --reason TEXT [options]

Gets everything that there is about a person at a site, with its proofs. That it was read, by whom and why, becomes part
of the person's record.

  --site SITE          the site's id
  --email ADDRESS      the person's address
  --reason TEXT        why it is needed, e.g. "letter of 20 November 2026"
  --format FORM        ${Object.keys(FORMS).join(', ')} (default: json)
  --language de|en     of the PDF (default: the site's)
  --disclose CLASSES   identity,network,mail,reading,reason: what of the personal data to give (default: all)
  --out FILE           where to write it (default: the name that the server gives, in this folder; - for standard output)
  --url URL            the system (default: ${DEFAULT_URL}, which also gives the token)

The access token with the scope evidence:read is read from the environment variable CONSENT_TOKEN.
Exit code: 0 written, 1 refused, 2 usage or not reachable.
`;

const OPTIONS = {
  site: { type: 'string' },
  email: { type: 'string' },
  reason: { type: 'string' },
  format: { type: 'string', default: 'json' },
  language: { type: 'string' },
  disclose: { type: 'string' },
  out: { type: 'string' },
  url: { type: 'string', default: DEFAULT_URL },
  help: { type: 'boolean', default: false },
} as const;

export async function evidence(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const { site, email, reason, format, language, disclose, url } = values;
  if (!site || !email || !reason) throw new BadUsage(`--site, --email and --reason are needed.\n\n${HELP}`);
  const accept = Object.hasOwn(FORMS, format) ? FORMS[format as keyof typeof FORMS] : undefined;
  if (!accept) throw new BadUsage(`--format takes ${Object.keys(FORMS).join(', ')}, not "${format}".`);
  const answer = await post({
    url,
    path: `/v1/sites/${encodeURIComponent(site)}/evidence`,
    scope: 'evidence:read',
    accept,
    body: { email, reason, language, disclose: disclose?.split(',') },
  });
  return saveOrExplain(answer, values.out);
}
