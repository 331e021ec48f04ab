import { isUtf8 } from 'node:buffer';
import PostalMime, { decodeWords, type Email } from 'postal-mime';
import { readEmailAddress, type EmailAddress } from '../email-address';
import { wellFormed } from '../well-formed';
import { fieldOf, readHead, type Head } from './head';
import { textOfHtml } from './html-text';
import { mailboxesIn } from './mailbox';
import type { Writer } from './recognise';

/** A mail as somebody sent it to us, read. */
export interface ReceivedMail {
  /** Who it says it is from, where that is one person. */
  readonly from: EmailAddress | undefined;
  /** What they call themselves. */
  readonly name: string;
  /** Everybody whom it names as author or sender: more than one, and it is not certain who wrote. */
  readonly authors: readonly string[];
  /** Whom it is addressed to, by its headers. */
  readonly to: readonly string[];
  readonly subject: string;
  /** Whether it is a mail at all, and not nested as no mail program does it. */
  readonly isReadable: boolean;
  /** Everything that it says, quotes and signatures included. */
  readonly text: string;
  /** When it says that it was written; undefined where that is no date. */
  readonly writtenAt: Date | undefined;
  /** Its own name for itself. */
  readonly messageId: string | undefined;
  readonly head: Head;
  /** Lower-cased name -> values, as a lenient reader finds them. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** What somebody forwards is an attachment, and not what they say. */
const OPTIONS = { forceRfc822Attachments: true, maxNestingDepth: 20 } as const;

/** Whatever a mail's encodings and character sets come to, its text is well formed; nothing that comes in makes it throw. */
export async function readMail(raw: Uint8Array): Promise<ReceivedMail> {
  const parsed = await parse(raw);
  const { attachments = [], ...read }: Partial<Email> = parsed ?? {};
  const mail = wellFormed(read);
  const headers = headersOf(mail);
  const head = readHead(raw);
  const named = (name: string): readonly string[] | undefined => {
    const value = fieldOf(head, name);
    return value === undefined ? [] : mailboxesIn(value);
  };
  const [author, ...others] = named('from') ?? [];
  const from = others.length === 0 && author !== undefined ? readEmailAddress(author) : '';
  const authors = [...(named('from') ?? ['', '']), ...(named('sender') ?? ['', ''])];
  return {
    from: typeof from === 'string' ? undefined : from,
    name: mail.from?.name ?? '',
    authors: [...new Set(authors.map((address) => address.toLowerCase()))],
    to: [...(named('to') ?? []), ...(named('cc') ?? [])],
    head,
    subject: mail.subject ?? fieldOf(head, 'subject') ?? '',
    isReadable: parsed !== undefined,
    text: mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? ''),
    writtenAt: dateOf(mail.date ?? fieldOf(head, 'date')),
    messageId: mail.messageId ?? fieldOf(head, 'message-id')?.trim(),
    headers,
    attachments: attachments.map(({ filename, mimeType, content }) => ({
      name: wellFormed(filename ?? ''),
      type: mimeType,
      bytes: new Uint8Array(content as ArrayBuffer),
    })),
  };
}

/** Mails within mails: nobody forwards so often. */
const DEEPEST = 20;

/**
 * All texts that a mail comes to once its encodings are undone, also those of mails within it, which programs attach under any
 * type.
 */
export async function contentsOf(raw: Uint8Array, depth = 0): Promise<string[]> {
  if (depth > DEEPEST) return [];
  const { headers = [], subject = '', text = '', html = '', attachments = [] } = (await parse(raw)) ?? {};
  const within = await Promise.all(
    attachments.map(async ({ content }) => {
      const bytes = new Uint8Array(content as ArrayBuffer);
      return [Buffer.from(bytes).toString('latin1'), ...(await contentsOf(bytes, depth + 1))];
    }),
  );
  return [...headers.map(({ value }) => decodeWords(value)), subject, text, html, textOfHtml(html), ...within.flat()];
}

/** As many as the largest mail that is taken in has, filled with attachments. What has more takes minutes, and nobody wrote it. */
const MOST_LINES = 700_000;

function hasTooManyLines(raw: Uint8Array): boolean {
  let lines = 0;
  for (let at = raw.indexOf(LF); at >= 0 && lines <= MOST_LINES; at = raw.indexOf(LF, at + 1)) lines += 1;
  return lines > MOST_LINES;
}
const LF = 10;

/** Undefined where it cannot be read; then its head says who wrote, and a person reads the rest. */
async function parse(raw: Uint8Array): Promise<Email | undefined> {
  if (hasTooManyLines(raw)) return undefined;
  try {
    return await PostalMime.parse(declared(raw), OPTIONS);
  } catch {
    return undefined;
  }
}

/** By what whoever wrote it may call themselves in it. */
export function writerOf({ from, name }: ReceivedMail): Writer | undefined {
  return from && { address: from.canonical, name };
}

/** A mail that names no character set and is no UTF-8 is in Latin-1, as old programs write. */
function declared(raw: Uint8Array): Uint8Array {
  if (isUtf8(raw)) return raw;
  const text = Buffer.from(raw).toString('latin1');
  return /charset\s{0,9}=\s{0,9}"?(?!us-ascii)/i.test(text) ? raw : Buffer.from(text);
}

function headersOf({ headers = [] }: Partial<Pick<Email, 'headers'>>): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { key, value } of headers) found.set(key, [...(found.get(key) ?? []), value]);
  return found;
}

function dateOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date;
}
