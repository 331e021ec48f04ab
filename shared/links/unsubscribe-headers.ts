import { markOf, writeLocalPart } from './inbox-address';
import { linkUrl, type Links } from './link';
import type { Link } from './link-token';

/** By which mail programs offer to unsubscribe (RFC 2369, RFC 8058). */
export interface UnsubscribeHeaders {
  readonly 'List-Unsubscribe': string;
  readonly 'List-Unsubscribe-Post': string;
}

/**
 * RFC 8058 section 3.1: exactly one HTTPS address, in angle brackets, and both headers. After it, for programs that write
 * mails instead, an address of the recipient's own, if there is a domain whose mail comes to us.
 *
 * @param url the link's address, where it is known already
 */
export async function unsubscribeHeaders(links: Links, link: Link, url?: string): Promise<UnsubscribeHeaders> {
  const ways = [url ?? (await linkUrl(links, link)), ...(await mailto(links, link))];
  return {
    'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

async function mailto({ keyRing, inboxDomain }: Links, { subject, purposes }: Link): Promise<string[]> {
  if (inboxDomain === undefined) return [];
  const localPart = writeLocalPart({ subject, mark: markOf(purposes) }, await keyRing());
  return [`mailto:${localPart}@${inboxDomain}?subject=unsubscribe`];
}
