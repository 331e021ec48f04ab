import { createHash } from 'node:crypto';
import { decodeWords } from 'postal-mime';
import type { Mail } from '../ledger/part';
import { holdsSecret, withCheckValues } from '../links/check-values';
import type { KeyRing } from '../links/key-ring';
import { cut } from '../well-formed';
import { contentsOf, type ReceivedMail } from './received-mail';

/** An item of the vault has at most 400 KB, and a character up to four bytes. */
const LONGEST = 200_000;
const LONGEST_HEADERS = 32_000;
const LONGEST_TEXT = 100_000;

/**
 * A mail as the vault keeps it: word for word, but that links of ours, which answers quote, are check values. Where that cannot
 * be, as it is too long or has one of them encoded, its headers and its text are kept, and of the whole and of each attachment
 * the size and the hash, by which the sender's own copy can be known again.
 */
export async function keptMail(raw: Uint8Array, mail: ReceivedMail, ring: KeyRing): Promise<Mail> {
  const text = textOf(raw);
  // A long one is not searched, which would take as long as a stranger likes.
  const whole = text.length <= LONGEST ? withCheckValues(text, ring) : undefined;
  const isKept =
    whole !== undefined && Buffer.byteLength(whole) <= LONGEST && !(await hidesSecret({ raw: whole }, ring));
  return { raw: isKept ? whole : withCheckValues(shortened(raw, text, mail, ring), ring) };
}

/** Whether a secret of ours is in what programs read of a mail, though it does not stand in the mail as it is. */
async function hidesSecret(mail: Mail, ring: KeyRing): Promise<boolean> {
  return (await contentsOf(bytesOf(mail))).some((content) => holdsSecret(content, ring));
}

/** The first line of a mail that is no UTF-8: its bytes are kept as ISO 8859-1, which loses none. */
const KEPT_AS = 'X-Kept-As: ISO-8859-1\r\n';

/** The bytes of a kept mail, to be read again. */
export function bytesOf({ raw }: Mail): Uint8Array {
  return raw.startsWith(KEPT_AS) ? Buffer.from(raw.slice(KEPT_AS.length), 'latin1') : Buffer.from(raw);
}

function textOf(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return KEPT_AS + Buffer.from(raw).toString('latin1');
  }
}

/** Those that say how the body was encoded are not true of what is left of it. */
const ABOUT_BODY = /^(?:content-[\w-]+|mime-version):.*(?:\r?\n[ \t].*)*\r?\n?/gim;

function shortened(raw: Uint8Array, text: string, { text: said, attachments }: ReceivedMail, ring: KeyRing): string {
  const [whole = ''] = text.split(/\r?\n\r?\n/, 1);
  const head = cut(whole, LONGEST_HEADERS);
  const decoded = decodeWords(head);
  const readable = holdsSecret(decoded, ring) ? withCheckValues(decoded, ring) : head;
  const headers = cut(readable, LONGEST_HEADERS).replaceAll(ABOUT_BODY, '').trimEnd();
  const parts = attachments.map(
    ({ name, type, bytes }) => `- ${name || 'without a name'}, ${type}, ${describe(bytes)}`,
  );
  const note = [`[Shortened: the mail had ${describe(raw)}. Left out were:`, ...parts.slice(0, 100), 'What it says:]'];
  const body = [...note, '', cut(said, LONGEST_TEXT)].join('\r\n');
  const type = 'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit';
  return `${headers}\r\n${type}\r\n\r\n${body}\r\n`;
}

function describe(bytes: Uint8Array): string {
  return `${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('base64url')}`;
}
