import { domainToUnicode } from 'node:url';
import { MAIL_PROVIDERS } from './mail-providers';

/**
 * The domain that somebody most likely meant who typed one that is nearly that of a large provider: one letter too many, too few or
 * another, or two that changed places, such as gmial.com. Undefined where it is one of them, or like none.
 *
 * With an ß in it, the one with ss: fields for e-mail addresses send that in its place in some browsers, as IDNA 2003 had it (RFC 3490),
 * so that whoever typed one at a website can be there by the other.
 */
export function domainMeant(canonicalAddress: string): string | undefined {
  const typed = canonicalAddress.slice(canonicalAddress.lastIndexOf('@') + 1);
  if (MAIL_PROVIDERS.has(typed)) return undefined;
  const readable = domainToUnicode(typed);
  if (readable.includes('ß')) return readable.replaceAll('ß', 'ss');
  return nearProvider(typed);
}

/** Whether somebody could take the domain for that of a large provider. */
export function isNearProvider(domain: string): boolean {
  return nearProvider(domain) !== undefined;
}

const nearProvider = (domain: string): string | undefined => [...MAIL_PROVIDERS].find((known) => isNear(domain, known));

/** Whether one slip makes the one of the other. */
function isNear(typed: string, known: string): boolean {
  if (Math.abs(typed.length - known.length) > 1) return false;
  let start = 0;
  while (start < known.length && typed[start] === known[start]) start += 1;
  const [rest, meant] = [typed.slice(start), known.slice(start)];
  const isSwapped = rest[0] === meant[1] && rest[1] === meant[0] && rest.slice(2) === meant.slice(2);
  return isSwapped || rest.slice(1) === meant.slice(1) || rest.slice(1) === meant || rest === meant.slice(1);
}
