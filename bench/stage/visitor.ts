import { asRecord } from '../../test/ids';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { links, subjectKey } from '../../functions/deps/secrets';
import { ledger } from '../../functions/deps/tables';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { linkUrl } from '../../shared/links/link';
import { USUAL_HEADERS, type Request } from './functions';
import type { AudienceSegment } from '../../shared/audience-segments';

const SITE = 'demo';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** The contents of a sign-up; the usual one is for a newsletter with its analysis. */
export interface Wishes {
  readonly purposes: readonly string[];
  readonly language?: 'de' | 'en';
  readonly asset?: string;
}
const NEWSLETTER: Wishes = { purposes: ['newsletter-product', 'analysis'] };

/** Addresses of one length, as what is stored depends on it. */
export function someAddress(): string {
  return `erika.mustermann-${randomBytes(4).toString('hex')}@example.com`;
}

export function signUpRequest(email: string, wishes: Wishes = NEWSLETTER): Request {
  const fields = { firstName: 'Erika', lastName: 'Mustermann' };
  const form = { url: 'https://www.demo.example/newsletter' };
  const body = JSON.stringify({ email, language: 'de', fields, form, ...wishes });
  return { method: 'POST', url: `/v1/sites/${SITE}/signups`, headers: JSON_TYPE, body };
}

/** The links of an address's first record: those that its mails bring. Needs the stage's environment. */
export async function linksOf(email: string): Promise<{ subject: string; confirm: string; unsubscribe: string }> {
  const subject = await subjectId(subjectKey(), SITE, email);
  const recordId = (await readHistory(ledger(), subject, new Date())).entries[0]?.recordId ?? '';
  const link = (kind: 'confirm' | 'unsubscribe'): Promise<string> =>
    linkUrl(links(), { kind, subject, recordId: asRecord(recordId), purposes: [] });
  return { subject, confirm: await link('confirm'), unsubscribe: await link('unsubscribe') };
}

export const open = (url: string): Request => ({ method: 'GET', url });
export const press = (url: string): Request => ({ method: 'POST', url, headers: FORM_TYPE });
export const oneClick = (url: string): Request => ({ ...press(url), body: 'List-Unsubscribe=One-Click' });

export function askFor(what: 'evidence' | 'permissions', email: string): Request {
  const body = { email, ...(what === 'evidence' && { reason: 'bench' }) };
  return { method: 'POST', url: `/v1/sites/${SITE}/${what}`, headers: JSON_TYPE, body: JSON.stringify(body) };
}

export function audienceRequest(
  purpose: string,
  limit: number,
  cursor?: string,
  segment: AudienceSegment = '1/1',
): Request {
  const query = new URLSearchParams({ limit: String(limit), segment, ...(cursor !== undefined && { cursor }) });
  return open(`/v1/sites/${SITE}/purposes/${purpose}/audience?${query.toString()}`);
}

const agent = new Agent({ keepAlive: true });

/** Sends a request to the gateway and waits for the whole answer. */
export async function send(gateway: string, request: Request): Promise<void> {
  const status = await statusOf(gateway, request);
  if (status >= 300) throw new Error(`${request.method} ${request.url} was answered ${status}.`);
}

/** The same, whatever the answer is. */
export async function statusOf(gateway: string, request: Request): Promise<number> {
  const answer = await answerTo(gateway, request);
  answer.resume();
  await once(answer, 'end');
  return answer.statusCode ?? 500;
}

/** Sends a request and reads the answer, which has to be a good one. */
export async function read(gateway: string, request: Request): Promise<string> {
  const answer = await answerTo(gateway, request);
  const text = (await answer.toArray()).join('');
  if ((answer.statusCode ?? 500) >= 300)
    throw new Error(`${request.method} ${request.url} was answered ${answer.statusCode}: ${text}`);
  return text;
}

async function answerTo(gateway: string, { method, url, headers, body = '' }: Request): Promise<IncomingMessage> {
  const sent = request(new URL(url, gateway), { agent, method, headers: { ...USUAL_HEADERS, ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return answer;
}
