import { randomBytes } from 'node:crypto';
import type { Request } from './functions';
import { links, subjectKey } from '../../functions/deps/secrets';
import { ledger } from '../../functions/deps/tables';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { linkUrl } from '../../shared/links/link';

const SITE = 'demo';
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** What is asked for; the usual is a newsletter with its analysis. */
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
    linkUrl(links(), { kind, subject, recordId, purposes: [] });
  return { subject, confirm: await link('confirm'), unsubscribe: await link('unsubscribe') };
}

export const open = (url: string): Request => ({ method: 'GET', url });
export const press = (url: string): Request => ({ method: 'POST', url, headers: FORM_TYPE });
export const oneClick = (url: string): Request => ({ ...press(url), body: 'List-Unsubscribe=One-Click' });

export function askFor(what: 'evidence' | 'permissions', email: string): Request {
  const body = { email, ...(what === 'evidence' && { reason: 'bench' }) };
  return { method: 'POST', url: `/v1/sites/${SITE}/${what}`, headers: JSON_TYPE, body: JSON.stringify(body) };
}

export function audienceRequest(purpose: string, limit: number): Request {
  return open(`/v1/sites/${SITE}/purposes/${purpose}/audience?limit=${limit}`);
}
