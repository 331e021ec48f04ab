import { domainToASCII, domainToUnicode } from 'node:url';

const LONGEST = 254; // RFC 5321 section 4.5.3.1.3, less the angle brackets
const LONGEST_LOCAL_PART = 64; // section 4.5.3.1.1

const ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+"; // RFC 5322 section 3.2.3
const LABEL = '(?!-)[a-z0-9-]{1,63}(?<!-)';
const SHAPE = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+(?!\\d+$)${LABEL}$`);

/** What {@link domainToASCII} would read as the end of the domain, as an escape, or not at all. */
const FOREIGN_TO_DOMAINS = /[^a-z0-9.\-\u0080-\u{10ffff}]/iu;

const FORM = 'An e-mail address has the form name@example.com.';

export interface EmailAddress {
  readonly typed: string;
  /** Names the subject. */
  readonly canonical: string;
  /** What mail is sent to: the local part as it was typed, as only its host knows whether letter case counts. */
  readonly mailbox: string;
}

/**
 * Whether each label that says so is punycode, and the one spelling of what it stands for. Newer versions of Node pass
 * a domain of ASCII letters unread.
 */
function isPunycode(domain: string): boolean {
  const readable = domainToUnicode(domain);
  return !/(^|\.)xn--/.test(readable) && domainToASCII(readable) === domain;
}

/**
 * Reads an e-mail address: letter case does not count, an internationalised domain becomes punycode, and nothing
 * else is touched ("a+b@" and "a.b@" are addresses of their own).
 *
 * @returns the address, or a sentence that says what is wrong with it
 */
export function readEmailAddress(input: string): EmailAddress | string {
  const typed = input.trim();
  const at = typed.lastIndexOf('@');
  if (at < 1 || FOREIGN_TO_DOMAINS.test(typed.slice(at + 1))) return FORM;
  const local = typed.slice(0, at).toLowerCase();
  const domain = domainToASCII(typed.slice(at + 1));
  if (/[^\x20-\x7e]/.test(typed.slice(0, at)))
    return 'The part before the "@" can hold only letters a-z, digits and signs.';
  if (local.length > LONGEST_LOCAL_PART)
    return `The part before the "@" is longer than ${LONGEST_LOCAL_PART} characters.`;
  const canonical = `${local}@${domain}`;
  if (canonical.length > LONGEST) return `An e-mail address has at most ${LONGEST} characters.`;
  if (!SHAPE.test(canonical) || !isPunycode(domain)) return FORM;
  return { typed, canonical, mailbox: `${typed.slice(0, at)}@${domain}` };
}
