/*
 * Addresses as RFC 5322 has them (section 3.4), without what it calls obsolete but for dots in a name; names may have letters of
 * any language (RFC 6532). Whatever else is in the field, and it names nobody: what a lenient reader makes of it is its own opinion.
 */

const ATEXT = "[\\w!#$%&'*+/=?^`{|}~-]";
const BLANKS = '[ \\t]*';
/** No control character, nothing without width, no half of a character. */
const WORD = "(?:[\\w!#$%&'*+/=?^`{|}~.-]|(?![\\p{C}\\p{Z}\\ufffd])[^\\x00-\\x7f])+";
const QUOTED = '"(?:[^"\\\\\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\ufffd]|\\\\[\\x20-\\x7e])*"';
const NAME = `(?:${WORD}|${QUOTED})(?:[ \\t]+(?:${WORD}|${QUOTED})|(?<=")${WORD}|(?=")${QUOTED})*`;
const ADDRESS = `${ATEXT}+(?:\\.${ATEXT}+)*@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+`;

const MAILBOX = new RegExp(
  `^${BLANKS}(?:(?<bare>${ADDRESS})|(?:(?<name>${NAME})[ \\t]*)?<(?<address>${ADDRESS})>)${BLANKS}`,
  'u',
);

/** Nobody writes to more people, or is called longer. */
const LONGEST = 8_000;

/**
 * The addresses that a field names; undefined where it is not a list of mailboxes by the letter.
 *
 * @param value the field's bytes, each as a character
 */
export function mailboxesIn(value: string): string[] | undefined {
  let rest = textOf(value);
  if (rest === undefined || rest.length > LONGEST) return undefined;
  const addresses: string[] = [];
  for (;;) {
    const match = MAILBOX.exec(rest);
    const { bare, address = bare } = match?.groups ?? {};
    if (!match || address === undefined) return undefined;
    addresses.push(address);
    rest = rest.slice(match[0].length);
    if (rest === '') return addresses;
    if (!rest.startsWith(',')) return undefined;
    rest = rest.slice(1);
  }
}

function textOf(value: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return undefined;
  }
}
