import type { Facts } from '../consent/entry';
import type { Network } from '../ledger/part';
import { landingField, openLandingField, type Links } from '../links/link';
import { readForm } from './body';
import { networkOf, type Proxies } from './client-ip';
import type { HttpRequest } from './request';

/** A field of a page's form that nobody sees. */
export interface HiddenField {
  readonly name: string;
  readonly value: string;
}

const NAME = 'landing';
/** Nobody's address is to be kept for much longer than from the press of the button, so older ones are passed over. */
const OLDEST_MS = 24 * 60 * 60 * 1000;

/** What pages with buttons need. */
export interface PageDeps {
  readonly links: Links;
  readonly proxies: Proxies;
}

/** What a page with a button carries, so that its press can say when and from where it was fetched, and fetching stores nothing. */
export async function landingOf({ links, proxies }: PageDeps, call: HttpRequest, now: Date): Promise<HiddenField> {
  const { ip, userAgent } = networkOf(proxies, call);
  const landing = { fetchedAt: now.toISOString(), ip, userAgent };
  return { name: NAME, value: await landingField(links, landing, call.params['token'] ?? '') };
}

/** A button was pressed: from where, and on a page that was fetched when and by whom. */
export interface Press {
  readonly form: ReadonlyMap<string, readonly string[]>;
  readonly facts: Pick<Facts, 'fetchedAt' | 'fetchedBy'>;
  /** Whether the page with the button was shown before, whenever that was: a program can press without it. */
  readonly sawPage: boolean;
  readonly network: Network;
}

/** Whoever holds the link may press, so a body that cannot be read is a press all the same, without a page. */
export async function readPress({ links, proxies }: PageDeps, call: HttpRequest, now: Date): Promise<Press> {
  const form = await readForm(call).catch(() => new Map<string, readonly string[]>());
  const network = networkOf(proxies, call);
  const field = form.get(NAME)?.[0];
  const landing = field && (await openLandingField(links, field, call.params['token'] ?? ''));
  const sawPage = landing !== undefined && landing !== '';
  if (!landing || !isLately(landing.fetchedAt, now)) return { form, facts: {}, sawPage, network };
  const { fetchedAt, ip, userAgent } = landing;
  if (ip === network.ip && userAgent === network.userAgent) {
    return { form, facts: { fetchedAt, fetchedBy: 'same' }, sawPage, network };
  }
  const fetchedBy = { ip, ...(userAgent !== undefined && { userAgent }) };
  return { form, facts: { fetchedAt, fetchedBy: 'other' }, sawPage, network: { ...network, fetchedBy } };
}

function isLately(at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at);
  return age >= 0 && age <= OLDEST_MS;
}

/** Whether a mail program presses for its owner (RFC 8058). */
export function isOneClick(form: Press['form']): boolean {
  return form.get('List-Unsubscribe')?.includes('One-Click') ?? false;
}
