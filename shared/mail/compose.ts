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
    // As it goes over the wire (RFC 5322 section 2.3), so that the copy is what was sent to the byte.
    newline: 'windows',
    textEncoding: 'quoted-printable',
    headers: {
      // No holiday notes back, please (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(oneClick && (await unsubscribeHeaders(links, oneClick))),
    },
  });
  return composer.compile().build();
}

/** Where mail comes to us, answers do, too, so that what they wish for is done at once. */
function answersTo({ inboxDomain }: Links, { id, controller }: Site): string {
  return inboxDomain === undefined ? controller.email : `${id}@${inboxDomain}`;
}
