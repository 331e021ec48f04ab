import type { Mail } from '../ledger/part';
import { bytesOf } from './kept-mail';
import { readMail } from './received-mail';

/** A received mail for whoever has to read it. */
export interface ShownMail {
  /** As it says itself: proven or not, see `provenBy`. */
  readonly from: string | null;
  readonly subject: string;
  readonly writtenAt: string | null;
  readonly text: string;
  /** Names of what was attached. */
  readonly attachments: readonly string[];
  /** The mail itself, MIME. */
  readonly raw: string;
}

export async function shownMail(kept: Mail): Promise<ShownMail> {
  const { from, subject, writtenAt, text, attachments } = await readMail(bytesOf(kept));
  return {
    from: from?.typed ?? null,
    subject,
    writtenAt: writtenAt?.toISOString() ?? null,
    text,
    attachments: attachments.map(({ name }) => name),
    raw: kept.raw,
  };
}
