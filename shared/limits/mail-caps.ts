import type { Site } from '../policy/schema';
import { domainOf, mailboxOf, networkOf } from './counted-as';
import { MAIL_PROVIDERS } from './mail-providers';
import { PROOF_MS } from './proof-of-work';
import type { Cap } from './window';

/** What confirmation mails are counted by, over all sites of the stack; `site` alone is by site; and a proof of work, which is taken once. */
export type CapName = 'mailbox' | 'network' | 'domain' | 'site' | 'proof';

/** A cap, and of what: a mailbox, network or domain by name. That name is personal, so it is kept as a keyed hash alone. */
export interface MailCap extends Cap {
  readonly name: CapName;
  readonly of: string;
}

/** Of a solution that came along: replayed, it is none. */
export const proofCap = (proof: string): MailCap => ({ name: 'proof', of: proof, most: 1, windowMs: PROOF_MS });

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The caps on the confirmation mail to an address that somebody in a network typed.
 *
 * @param ip of the visitor; undefined where a backend signs somebody up and does not say for whom
 */
export function mailCaps(site: Site, canonicalAddress: string, ip: string | undefined): MailCap[] {
  const { confirmation, limits } = site;
  const perMailbox = limits.mailsPerMailbox ?? Math.max(6, 2 * confirmation.mailsPerDay);
  const [host, domain] = [canonicalAddress.slice(canonicalAddress.lastIndexOf('@') + 1), domainOf(canonicalAddress)];
  const isSpared = [host, domain].some((name) => MAIL_PROVIDERS.has(name) || limits.sparedDomains.includes(name));
  return [
    { name: 'mailbox', of: mailboxOf(canonicalAddress), most: perMailbox, windowMs: DAY_MS },
    { name: 'site', of: site.id, most: limits.mailsPerDay, windowMs: DAY_MS },
    ...(isSpared ? [] : [{ name: 'domain', of: domain, most: limits.mailsPerDomain, windowMs: HOUR_MS } as const]),
    ...(ip === undefined
      ? []
      : [{ name: 'network', of: networkOf(ip), most: limits.mailsPerNetwork, windowMs: HOUR_MS } as const]),
  ];
}
