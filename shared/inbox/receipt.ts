import * as z from '../zod';

const verdict = z.object({ status: z.string() });

/** What Amazon SES says of a mail that it received and put into the bucket; the mail itself is not in it. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      ses: z.object({
        mail: z.object({ messageId: z.string(), timestamp: z.string(), source: z.optional(z.string()) }),
        receipt: z.object({
          recipients: z.array(z.string()),
          spamVerdict: verdict,
          virusVerdict: verdict,
          spfVerdict: verdict,
          dkimVerdict: verdict,
          dmarcVerdict: verdict,
        }),
      }),
    }),
  ),
});

export interface Receipt {
  /** The name of the mail's object in the bucket. */
  readonly id: string;
  readonly receivedAt: Date;
  /** The sender of the envelope, to whom bounces go; empty for bounces themselves. */
  readonly returnPath: string;
  /** Where it was really sent, whatever the headers say. */
  readonly recipients: readonly string[];
  readonly isSpam: boolean;
  readonly isVirus: boolean;
  /** Whether the server may send for the sender of the envelope: `PASS`, `FAIL`, `GRAY` or `PROCESSING_FAILED`. */
  readonly spf: string;
  readonly dkim: string;
  readonly dmarc: string;
}

export function readReceipts(event: unknown): Receipt[] {
  return eventSchema.parse(event).Records.map(({ ses: { mail, receipt } }) => ({
    id: mail.messageId,
    receivedAt: new Date(mail.timestamp),
    returnPath: mail.source ?? '',
    recipients: receipt.recipients,
    isSpam: receipt.spamVerdict.status === 'FAIL',
    isVirus: receipt.virusVerdict.status === 'FAIL',
    spf: receipt.spfVerdict.status,
    dkim: receipt.dkimVerdict.status,
    dmarc: receipt.dmarcVerdict.status,
  }));
}
