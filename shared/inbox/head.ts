/** One line of a mail's head, unfolded: what stands in it, byte for byte. */
export interface Field {
  /** Lower-cased. */
  readonly name: string;
  readonly value: string;
}

/** A mail's head, read by the letter of RFC 5322: what is written otherwise may be read otherwise by whoever checked the mail. */
export interface Head {
  readonly fields: readonly Field[];
  /** Whether every line is one that RFC 5322 knows, and what may be there once is. */
  readonly isSound: boolean;
}

/** May be there once (RFC 5322 section 3.6, RFC 2045, RFC 8058); of two, one program reads the first and another the last. */
const SINGLE = [
  ...['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'in-reply-to', 'references'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition', 'content-id'],
];
const isSingle = new Set(SINGLE);

/** Nobody's head is as long; what is longer is not worth its reading. */
const LONGEST = 256 * 1024;

const FIELD = /^([\x21-\x39\x3b-\x7e]+):([^\0\r\n]*)$/;

/** Reads the head from the mail's bytes, each taken for a character. */
export function readHead(raw: Uint8Array): Head {
  const text = Buffer.from(raw.subarray(0, LONGEST)).toString('latin1');
  // One way to end a line from first to last: where there are two, where the head ends is a matter of opinion.
  const eol = /\r?\n/.exec(text)?.[0] ?? '\r\n';
  const end = text.indexOf(eol + eol);
  const head = end < 0 ? text : text.slice(0, end);
  const fields: { name: string; value: string }[] = [];
  let isSound = end >= 0 || raw.length <= LONGEST;
  for (const line of (head.endsWith(eol) ? head.slice(0, -eol.length) : head).split(eol)) {
    const last = fields.at(-1);
    const [, name, value] = FIELD.exec(line) ?? [];
    if (/^[ \t][^\0\r\n]*$/.test(line) && last) last.value += line;
    else if (name !== undefined && value !== undefined) fields.push({ name: name.toLowerCase(), value });
    else isSound = false;
  }
  return { fields, isSound: isSound && !hasDoubles(fields) && !fields.some(isLookAlike) };
}

/** What a field of the head says; undefined where it is not there. */
export function fieldOf({ fields }: Head, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function hasDoubles(fields: readonly Field[]): boolean {
  const names = fields.map(({ name }) => name).filter((name) => isSingle.has(name));
  return new Set(names).size < names.length;
}

const lettersOf = (name: string): string => name.replaceAll(/[^a-z]/g, '');
const SINGLE_LETTERS = new Set(SINGLE.map(lettersOf));

/** "Fr-om", "From.", "Reply_To": a name that a lenient program, or whoever reads it, takes for another. */
function isLookAlike({ name }: Field): boolean {
  return !isSingle.has(name) && SINGLE_LETTERS.has(lettersOf(name));
}
