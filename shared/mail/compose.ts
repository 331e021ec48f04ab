import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../ledger/part';
import { withCheckValues } from '../links/check-values';
import type { Links } from '../links/link';
import { unsubscribeHeaders } from '../links/unsubscribe-headers';
import type { Site } from '../policy/schema';
import type { Letter } from './letters';

/** A mail, and what is kept of it. */
export interface Composed {
  /** MIME, for nobody but the mailbox. The mail service sets Date and Message-ID anew. */
  readonly mime: Buffer;
  /** The very same with check values in place of all links that only the mailbox may have. */
  readonly copy: Mail;
}

/** What the mail says of itself: made again with the same, it is the same mail. */
export interface Made {
  readonly id: string;
  readonly date: Date;
}

/** The mail, plain text, and its copy: both are made of one message, so no part of it can be kept with a link. */
export async function compose(
  links: Links,
  site: Site,
  to: string,
  { subject, text, oneClick }: Letter,
  { id, date }: Made,
): Promise<Composed> {
  const { name, address } = site.sender;
  const message = {
    from: { name, address },
    to: { name: '', address: to },
    replyTo: answersTo(links, site),
    subject,
    text,
    date,
    messageId: `<${id}@${address.split('@').at(-1)}>`,
    // The form on the wire (RFC 5322 section 2.3), so that the copy equals the sent mail to the byte.
    newline: 'windows',
    textEncoding: 'quoted-printable' as const,
    headers: {
      // Asks mail programs not to answer with holiday notes (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(oneClick && (await unsubscribeHeaders(links, oneClick))),
    },
  };
  const ring = await links.keyRing();
  const copy = inTexts(message, (said) => withCheckValues(said, ring));
  return { mime: await built(message), copy: { raw: (await built(copy)).toString('utf8') } };
}

const built = (message: object): Promise<Buffer> => new MailComposer(message).compile().build();

/** The same with each of its texts changed, wherever it stands. */
function inTexts<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((member: unknown) => inTexts(member, change)) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inTexts(member, change)])) as T;
}

/** Where the stack receives mail, answers go to it, so that a withdrawal in an answer takes effect at once. */
function answersTo({ inboxDomain }: Links, { id, controller }: Site): string {
  return inboxDomain === undefined ? controller.email : `${id}@${inboxDomain}`;
}
