import MailComposer from 'nodemailer/lib/mail-composer';
import type { Site } from '../policy/schema';
import type { Letter } from './letters';

/** The mail as MIME, plain text. The mail service sets Date and Message-ID anew. */
export async function compose(
  site: Site,
  to: string,
  { subject, text, oneClickUrl }: Letter,
  now: Date,
): Promise<Buffer> {
  const { name, address } = site.sender;
  const composer = new MailComposer({
    from: { name, address },
    to: { name: '', address: to },
    replyTo: site.controller.email,
    subject,
    text,
    date: now,
    // As it goes over the wire (RFC 5322 section 2.3), so that the copy is what was sent to the byte.
    newline: 'windows',
    textEncoding: 'quoted-printable',
    headers: {
      // No holiday notes back, please (RFC 3834).
      'Auto-Submitted': 'auto-generated',
      ...(oneClickUrl !== undefined && oneClickHeaders(oneClickUrl)),
    },
  });
  return composer.compile().build();
}

/** RFC 8058 section 3.1: exactly one HTTPS address, in angle brackets, and both headers. */
function oneClickHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
