import { isIPv4, isIPv6 } from 'node:net';

/** Where dots before the "@" mean nothing, and what else the domain is called. */
const DOTLESS: Readonly<Record<string, string>> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

/** Other names of one provider's domain, at which a mailbox has the same name. */
const ALIASES: Readonly<Record<string, string>> = {
  'me.com': 'icloud.com',
  'mac.com': 'icloud.com',
  'protonmail.com': 'proton.me',
  'pm.me': 'proton.me',
};

/**
 * The mailbox that an address most likely leads to, by which its mails are counted, and nothing else is done. Whatever follows a
 * "+" is cut off. "-" and "=" stay, as they stand in the names of people: hans-peter@ and hans-georg@ are two.
 */
export function mailboxOf(canonicalAddress: string): string {
  const at = canonicalAddress.lastIndexOf('@');
  const [local, domain] = [canonicalAddress.slice(0, at), canonicalAddress.slice(at + 1)];
  const plus = local.indexOf('+', 1);
  const name = plus === -1 ? local : local.slice(0, plus);
  const dotless = DOTLESS[domain];
  return dotless === undefined ? `${name}@${ALIASES[domain] ?? domain}` : `${name.replaceAll('.', '')}@${dotless}`;
}

/**
 * The domain that somebody registered, under which they can have as many others as they like. Where the last two labels are such
 * as "co.uk" or "or.at" it is three; of "mail.bmw.de" as well, which counts that domain apart and is no harm.
 */
export function domainOf(canonicalAddress: string): string {
  const labels = canonicalAddress.slice(canonicalAddress.lastIndexOf('@') + 1).split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= 3 ? -3 : -2).join('.');
}

/** The network that somebody has whole: /24 of IPv4, /48 of IPv6. */
export function networkOf(ip: string): string {
  if (isIPv4(ip)) return ip.split('.').slice(0, 3).join('.');
  if (!isIPv6(ip)) return ip;
  const groups = groupsOf(ip);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8].join('.') : groups.slice(0, 3).join(':');
}

/** The eight numbers of an IPv6 address, however it is written. */
function groupsOf(ip: string): number[] {
  // As a URL it is written in one way alone, without dots; a zone says nothing of the network.
  const { hostname } = new URL(`http://[${ip.replace(/%.*$/, '')}]`);
  const [front = '', back] = hostname.slice(1, -1).split('::');
  const read = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const [first, last] = [read(front), read(back ?? '')];
  return back === undefined ? first : [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
