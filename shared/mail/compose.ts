import MailComposer from 'nodemailer/lib/mail-composer';
import type { Links } from '../links/link';
import { unsubscribeHeaders } from '../links/unsubscribe-headers';
import type { Site } from '../policy/schema';
import type { Letter } from './letters';

/** The mail as MIME, plain text. The mail service sets Date and Message-ID anew. */
export async function compose(
  links: Links,
  site: Site,
  to: string,
  { subject, text, oneClick }: Letter,
  now: Date,
): Promise<Buffer> {
  const { name, address } = site.sender;
  const composer = new MailComposer({
    from: { name, address },
    to: { name: '', address: to },
    replyTo: answersTo(links, site),
    subject,
    text,
    date: now,
    // The form on the wire (RFC 5322 section 2.3), so that the copy equals the sent mail to the byte.
    newline: 'windows',
    textEncoding: 'quoted-printable',
    headers: {
      // Asks mail programs not to answer with holiday notes (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(oneClick && (await unsubscribeHeaders(links, oneClick))),
    },
  });
  return composer.compile().build();
}

/** Where the stack receives mail, answers go to it, so that a withdrawal in an answer takes effect at once. */
function answersTo({ inboxDomain }: Links, { id, controller }: Site): string {
  return inboxDomain === undefined ? controller.email : `${id}@${inboxDomain}`;
}
