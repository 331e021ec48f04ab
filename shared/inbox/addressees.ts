import { readEmailAddress } from '../email-address';
import { readLocalPart, type Unsubscribing } from '../links/inbox-address';
import type { KeyRing } from '../links/key-ring';
import type { Site } from '../policy/schema';

/** Whom a mail was sent to: a recipient's own address to unsubscribe by, or a site. */
export type Addressee =
  { readonly kind: 'unsubscribing'; readonly to: Unsubscribing } | { readonly kind: 'site'; readonly site: Site };

/** What an inbox knows of itself. */
export interface Inbox {
  /** The domain whose mail comes to us. */
  readonly domain: string;
  readonly sites: readonly Site[];
  readonly keyRing: KeyRing;
}

/** Everybody among the recipients who is somebody here, each once. A changed or foreign address is nobody's. */
export function addresseesOf(recipients: readonly string[], inbox: Inbox): Addressee[] {
  const found = recipients.flatMap((recipient) => addresseesAt(recipient, inbox));
  const names = found.map(nameOf);
  return found.filter((addressee, n) => names.indexOf(nameOf(addressee)) === n);
}

/** Whether a mail is for a site by what it says itself: else it was written to somebody else, and sent on to us by anybody. */
export function isWrittenTo(site: Site, to: readonly string[], inbox: Inbox): boolean {
  return addresseesOf(to, inbox).some((addressee) => addressee.kind === 'site' && addressee.site.id === site.id);
}

const nameOf = (addressee: Addressee): string =>
  addressee.kind === 'site' ? addressee.site.id : `${addressee.to.subject} ${addressee.to.mark}`;

function addresseesAt(recipient: string, { domain, sites, keyRing }: Inbox): Addressee[] {
  const address = readEmailAddress(recipient);
  if (typeof address === 'string') return [];
  const [localPart = '', host] = address.canonical.split('@');
  const to = host === domain ? readLocalPart(localPart, keyRing) : undefined;
  if (to) return [{ kind: 'unsubscribing', to }];
  const isOf = (site: Site): boolean =>
    host === domain ? site.id === localPart : ownAddresses(site).includes(address.canonical);
  return sites.filter(isOf).map((site) => ({ kind: 'site', site }));
}

/** The addresses that a site is known by: that of its mails, and those that its privacy notice names. */
function ownAddresses({ sender, controller }: Site): string[] {
  const further = controller.contacts.map(({ email }) => email);
  const named = [sender.address, controller.email, controller.dataProtectionOfficer?.email ?? '', ...further];
  return named.map((address) => address.toLowerCase());
}
