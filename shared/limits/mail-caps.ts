import type { RecordId } from '../ids';
import type { Site } from '../policy/schema';
import { domainOf, mailboxOf, networkOf } from './counted-as';
import { MAIL_PROVIDERS } from './mail-providers';
import { PROOF_MS } from './proof-of-work';
import type { Cap } from './window';

/**
 * What confirmation mails are counted by, over all sites of the stack; `site` alone is by site; `right`, what somebody
 * asks for whose mailbox it is; `again`, what an operator has sent once more; and a proof of work, which is taken once.
 */
export type CapName = 'mailbox' | 'network' | 'domain' | 'site' | 'right' | 'again' | 'proof';

/** A cap, and of what: a mailbox, network or domain by name. That name is personal, so it is kept as a keyed hash alone. */
export interface MailCap extends Cap {
  readonly name: CapName;
  readonly of: string;
}

/** Of a solution that came along: replayed, it is none. */
export const proofCap = (proof: string): MailCap => ({ name: 'proof', of: proof, most: 1, windowMs: PROOF_MS });

/** One mail about a sign-up is sent again within so long, whoever orders it and however often the order is repeated. */
export const againCap = (record: RecordId, windowMs: number): MailCap => ({
  name: 'again',
  of: record,
  most: 1,
  windowMs,
});

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Who can cause a confirmation mail, and by what theirs are counted. Whoever has a link is no stranger to the mailbox, and an
 * operator is told where there were enough.
 */
export const CAPS_BY = {
  /** Somebody in a network, who typed an address into a form. */
  visitor: ['mailbox', 'site', 'domain', 'network'],
  /** A backend that does not say who its visitor is. */
  backend: ['mailbox', 'site', 'domain'],
  /** Somebody with a link of ours, who asks for more. */
  link: ['mailbox', 'site'],
  /**
   * Somebody with a link of ours, who wants their data deleted, corrected or moved: by the mailbox, and apart from all that
   * strangers can fill.
   */
  right: ['right'],
  /** An operator, who moves somebody to another address. */
  operator: ['mailbox'],
} as const satisfies Readonly<Record<string, readonly CapName[]>>;

/** Whose mail it is; of a visitor, from where. */
export type Cause =
  { readonly by: 'visitor'; readonly ip: string } | { readonly by: Exclude<keyof typeof CAPS_BY, 'visitor'> };

/** The caps on the confirmation mail to an address. */
export function mailCaps(site: Site, canonicalAddress: string, cause: Cause): MailCap[] {
  const { confirmation, limits } = site;
  const perMailbox = limits.mailsPerMailbox ?? Math.max(6, 2 * confirmation.mailsPerDay);
  const [host, domain] = [canonicalAddress.slice(canonicalAddress.lastIndexOf('@') + 1), domainOf(canonicalAddress)];
  const isSpared = [host, domain].some((name) => MAIL_PROVIDERS.has(name) || limits.sparedDomains.includes(name));
  const caps: readonly MailCap[] = [
    { name: 'mailbox', of: mailboxOf(canonicalAddress), most: perMailbox, windowMs: DAY_MS },
    { name: 'right', of: mailboxOf(canonicalAddress), most: perMailbox, windowMs: DAY_MS },
    { name: 'site', of: site.id, most: limits.mailsPerDay, windowMs: DAY_MS },
    ...(isSpared ? [] : [{ name: 'domain', of: domain, most: limits.mailsPerDomain, windowMs: HOUR_MS } as const]),
    ...(cause.by === 'visitor'
      ? [{ name: 'network', of: networkOf(cause.ip), most: limits.mailsPerNetwork, windowMs: HOUR_MS } as const]
      : []),
  ];
  const names: readonly CapName[] = CAPS_BY[cause.by];
  return caps.filter(({ name }) => names.includes(name));
}
