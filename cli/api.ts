import { writeFile } from 'node:fs/promises';
import { ROLES } from '../shared/http/roles';
import type { Scope } from '../shared/http/routes';
import { BadUsage } from './usage';

/*
 * How commands call the system: over HTTP, as any other program would.
 */

export const DEFAULT_URL = 'http://localhost:3000';

const REFUSED = 1;

export interface Call {
  /** Of the system. */
  readonly url: string;
  readonly path: string;
  /** What the access token has to be good for. */
  readonly scope: Scope;
  readonly body: object;
  readonly accept?: string;
}

/** Asks the system. @throws {BadUsage} when it cannot be reached or there is no access token */
export async function post({ url, path, scope, body, accept = 'application/json' }: Call): Promise<Response> {
  const authorization = `Bearer ${await tokenFor(url, scope)}`;
  return reach(`${url}${path}`, {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json', authorization },
    body: JSON.stringify(body),
  });
}

/** Asks the system for something that is only read. @throws {BadUsage} like {@link post} */
export async function get({ url, path, scope, accept = 'application/json' }: Omit<Call, 'body'>): Promise<Response> {
  const authorization = `Bearer ${await tokenFor(url, scope)}`;
  return reach(`${url}${path}`, { headers: { accept, authorization } });
}

/** Writes an answer to a file, or says why it was refused; gives the exit code. */
export async function saveOrExplain(answer: Response, out: string | undefined): Promise<number> {
  return answer.ok ? save(answer, out) : refused(answer);
}

async function save(answer: Response, out: string | undefined): Promise<number> {
  const file = Buffer.from(await answer.arrayBuffer());
  if (out === '-') {
    process.stdout.write(file);
    return 0;
  }
  const [, given = 'answer'] = /filename="([\w.-]+)"/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  await writeFile(out ?? given, file, { mode: 0o600 });
  process.stderr.write(`Written to ${out ?? given} (${Math.ceil(file.length / 1000)} KB). It holds personal data.\n`);
  return 0;
}

/** Says why the system refused; gives the exit code. */
export async function refused(answer: Response): Promise<number> {
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
export async function tokenFor(url: string, scope: Scope): Promise<string> {
  const given = process.env['CONSENT_TOKEN'];
  if (given) return given;
  const isLocal = ['localhost', '127.0.0.1'].includes(new URL(url).hostname);
  if (!isLocal) throw new BadUsage(`Put an access token with the scope ${scope} into CONSENT_TOKEN.`);
  const answer = await reach(`${url}/_local/tokens`);
  const [role = ''] = Object.entries(ROLES).find(([, scopes]) => (scopes as readonly Scope[]).includes(scope)) ?? [];
  return ((await answer.json()) as Readonly<Record<string, string>>)[role] ?? '';
}

async function reach(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    throw new BadUsage(`${new URL(url).origin} cannot be reached (${cause?.code ?? String(error)}). Is it running?`);
  }
}
