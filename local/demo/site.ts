import type { Mail } from '../ses/mail';
import { expect } from './timeline';
import type { Visitor } from './visitor';

/** What the demo site can be asked, and what the story needs to know of the answers. */
const API = '/v1/sites/demo';

export interface EvidenceEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly hash: string;
  readonly prev: string;
  readonly purposes: readonly { readonly id: string; readonly noticeHash: string }[];
  readonly parts: {
    readonly identity?: { readonly email: string };
    readonly network?: { readonly ip: string };
    readonly mail?: { readonly raw: string };
  };
}

export interface Evidence {
  readonly records: readonly { readonly recordId: string; readonly entries: readonly EvidenceEntry[] }[];
  readonly disclosures: readonly EvidenceEntry[];
  readonly notices: Readonly<Record<string, { readonly purpose?: string; readonly text: string }>>;
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

export function evidenceOf(visitor: Visitor, email: string): Promise<Evidence> {
  return visitor.ask<Evidence>('compliance', `${API}/evidence`, { email });
}

/** Submits a form and follows it to the page that says to look into the inbox. */
export async function signUp(visitor: Visitor, fields: readonly [string, string][]): Promise<string> {
  const answer = await visitor.submit(`${API}/signups`, fields);
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
