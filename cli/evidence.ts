import { writeFile } from 'node:fs/promises';
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
  --disclose CLASSES   identity,network,mail,reading: what of the personal data to give (default: all)
  --out FILE           where to write it (default: the name that the server gives, in this folder; - for standard output)
  --url URL            the system (default: http://localhost:3000, which also gives the token)

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
  url: { type: 'string', default: 'http://localhost:3000' },
  help: { type: 'boolean', default: false },
} as const;

const REFUSED = 1;

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
  const answer = await reach(`${url}/v1/sites/${encodeURIComponent(site)}/evidence`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(url)}` },
    body: JSON.stringify({ email, reason, language, disclose: disclose?.split(',') }),
  });
  return answer.ok ? save(answer, values.out) : refused(answer);
}

async function save(answer: Response, out: string | undefined): Promise<number> {
  const file = Buffer.from(await answer.arrayBuffer());
  if (out === '-') {
    process.stdout.write(file);
    return 0;
  }
  const [, given = 'evidence'] = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  await writeFile(out ?? given, file, { mode: 0o600 });
  process.stderr.write(`Written to ${out ?? given} (${Math.ceil(file.length / 1000)} KB). It holds personal data.\n`);
  return 0;
}

async function refused(answer: Response): Promise<number> {
  const text = await answer.text();
  process.stderr.write(`Refused with ${answer.status}: ${explanation(text)}\n`);
  return REFUSED;
}

interface Refusal {
  readonly detail?: string;
  readonly message?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What RFC 9457 has, or API Gateway itself says. */
function explanation(text: string): string {
  try {
    const { detail, message, errors = [] } = JSON.parse(text) as Refusal;
    return [detail ?? message, ...errors.map((error) => `  ${error.pointer}: ${error.detail}`)].join('\n');
  } catch {
    return text;
  }
}

/** A local stack hands out tokens itself. */
async function tokenFor(url: string): Promise<string> {
  const given = process.env['CONSENT_TOKEN'];
  if (given) return given;
  const isLocal = ['localhost', '127.0.0.1'].includes(new URL(url).hostname);
  if (!isLocal) throw new BadUsage('Put an access token with the scope evidence:read into CONSENT_TOKEN.');
  const answer = await reach(`${url}/_local/tokens`);
  return ((await answer.json()) as { compliance: string }).compliance;
}

async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    throw new BadUsage(`${new URL(url).origin} cannot be reached (${cause?.code ?? String(error)}). Is it running?`);
  }
}
