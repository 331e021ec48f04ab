import PostalMime, { decodeWords } from 'postal-mime';

/** A mail as the inbox tells of it. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html?: string;
  readonly links: readonly string[];
  /** The tags by which the sender finds the mail again. */
  readonly tags: Readonly<Record<string, string>>;
  readonly raw: string;
}

export interface Envelope {
  readonly id: string;
  readonly at: string;
  /** Where it was really sent, whatever the headers say. */
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

export async function parseMail(raw: string, { id, at, destinations, tags }: Envelope): Promise<Mail> {
  const mail = await PostalMime.parse(raw);
  const { subject = '', text = '', html } = mail;
  const named = (mail.to ?? []).flatMap(({ address }) => address ?? []);
  return {
    id,
    at,
    to: destinations.length > 0 ? destinations : named,
    from: mail.from?.address ?? '',
    subject,
    headers: headersOf(mail.headers),
    text,
    ...(html !== undefined && { html }),
    tags,
    links: linksIn(`${text}\n${(html ?? '').replaceAll('&amp;', '&')}`),
    raw,
  };
}

function headersOf(headers: readonly { key: string; value: string }[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { key, value } of headers) {
    const decoded = decodeWords(value);
    found[key] = key in found ? `${found[key]}, ${decoded}` : decoded;
  }
  return found;
}

/** Each web address once, without the punctuation of the sentence around it. */
function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"']+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?)\]]+$/, '')))];
}
