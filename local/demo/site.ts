import type { Entry } from '../../shared/consent/entry';
import type { Bundle } from '../../shared/evidence/bundle';
import type { Told } from '../processors/processors';
import type { Mail } from '../ses/mail';
import { expect } from './timeline';
import type { Visitor } from './visitor';

/** The calls that the stories make to the demo site, reduced to the facts that they need. */
const SITE = 'demo';
const API = `/v1/sites/${SITE}`;

/** A step as the story tells of it. */
export interface EvidenceEntry extends Omit<Entry, 'parts'> {
  readonly parts: { readonly network?: { readonly ip: string }; readonly mail?: { readonly raw: string } };
}

/** The ids of the purposes that need a consent and have one. */
export async function allowed(visitor: Visitor, email: string): Promise<string> {
  type Purpose = { readonly id: string; readonly legalBasis: string; readonly allowed: boolean };
  const path = `${API}/permissions`;
  const { purposes } = await visitor.ask<{ purposes: Purpose[] }>('marketing', path, { email });
  const consented = purposes.filter(({ legalBasis, allowed: may }) => legalBasis === 'consent' && may);
  return consented.map(({ id }) => id).join(', ') || 'nothing';
}

export async function audience(visitor: Visitor, purpose: string): Promise<string[]> {
  const path = `${API}/purposes/${purpose}/audience`;
  const { recipients } = await visitor.ask<{ recipients: { email: string }[] }>('marketing', path);
  return recipients.map(({ email }) => email);
}

/** The evidence file of a person, as compliance gets it. */
export async function evidenceOf(
  visitor: Visitor,
  email: string,
  accept = 'application/json',
  disclose?: readonly string[],
): Promise<Buffer> {
  const answer = await visitor.get(`${API}/evidence`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await visitor.token('compliance')}`,
      'content-type': 'application/json',
      accept,
    },
    body: JSON.stringify({ email, reason: 'Letter of 20 November: “prove that I agreed”', language: 'en', disclose }),
  });
  expect(answer.status === 200, `the evidence answered ${answer.status}: ${await answer.clone().text()}`);
  return Buffer.from(await answer.arrayBuffer());
}

export function readBundle(file: Buffer): Bundle {
  return JSON.parse(file.toString()) as Bundle;
}

export function stepsOf({ entries }: Bundle): EvidenceEntry[] {
  return entries.map(({ entry, parts }) => ({ ...entry, parts: opened(parts) }));
}

function opened(parts: Bundle['entries'][number]['parts']): EvidenceEntry['parts'] {
  const disclosed = Object.entries(parts).flatMap(([name, part]) =>
    part.state === 'disclosed' ? [[name, part.data] as const] : [],
  );
  return Object.fromEntries(disclosed);
}

/** The messages that a processor of the demo site was sent, oldest first. */
export async function toldTo(visitor: Visitor, processor: string): Promise<Told[]> {
  return (await (await visitor.get(`/_local/processors/${SITE}/${processor}`)).json()) as Told[];
}

/** Submits a form and follows it to the page that says to look into the inbox. */
export async function signUp(
  visitor: Visitor,
  fields: readonly [string, string][],
  site: string = SITE,
): Promise<string> {
  const answer = await visitor.submit(`/v1/sites/${site}/signups`, fields);
  expect(answer.status === 303, `the sign-up answered ${answer.status}: ${await answer.text()}`);
  const page = await visitor.get(answer.headers.get('location') ?? '');
  expect(page.status === 200, `the page after the sign-up answered ${page.status}`);
  return /<h1>(.+?)<\/h1>/.exec(await page.text())?.[1] ?? '';
}

/** The link in a mail that leads to such a page. */
export function linkTo(page: 'confirm' | 'assets', { links, subject }: Mail): string {
  const found = links.filter((link) => new URL(link).pathname.startsWith(`/${page}/`));
  expect(found.length === 1, `the mail “${subject}” has ${found.length} links to ${page}`);
  return found[0] as string;
}
