import { createHash } from 'node:crypto';
import type { Mail } from '../ledger/part';
import { cut } from '../well-formed';
import type { ReceivedMail } from './received-mail';

/** An item of the vault has at most 400 KB, and a character up to four bytes. */
const LONGEST = 200_000;
const LONGEST_HEADERS = 32_000;
const LONGEST_TEXT = 100_000;

/**
 * A mail as the vault keeps it: word for word, unless it is too long. Then its headers and its text are, and of the whole
 * and of each attachment the size and the hash, by which the sender's own copy can be known again.
 */
export function keptMail(raw: Uint8Array, mail: ReceivedMail): Mail {
  const text = textOf(raw);
  return { raw: Buffer.byteLength(text) <= LONGEST ? text : shortened(raw, text, mail) };
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

function shortened(raw: Uint8Array, text: string, { text: said, attachments }: ReceivedMail): string {
  const [head = ''] = text.split(/\r?\n\r?\n/, 1);
  const headers = cut(head, LONGEST_HEADERS).replaceAll(ABOUT_BODY, '').trimEnd();
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
