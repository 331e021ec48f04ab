import { type SubjectId, isSubjectId } from '../ids';
import * as z from '../zod';

/** What we read of an event that SES publishes; most of it is not for us to know. */
const mail = z.object({
  messageId: z.string(),
  timestamp: z.iso.datetime(),
  source: z.string(),
  tags: z.optional(z.record(z.string(), z.array(z.string()))),
});
const recipients = z.array(z.object({ emailAddress: z.string() }));
const schema = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ bounceType: z.string(), timestamp: z.iso.datetime(), bouncedRecipients: recipients }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      timestamp: z.iso.datetime(),
      complainedRecipients: recipients,
      complaintFeedbackType: z.optional(z.nullable(z.string())),
    }),
  }),
]);

/** What became of a mail. */
export interface MailFeedback {
  readonly kind: 'permanent' | 'transient' | 'complaint';
  readonly at: Date;
  readonly messageId: string;
  readonly sentAt: Date;
  /** Whether it asked somebody to confirm; of our own mails it is known. */
  readonly isConfirmation: boolean;
  /** Whom our own mails were about; undefined for mail that somebody else sends through the same configuration set. */
  readonly subject: SubjectId | undefined;
  readonly sender: string;
  readonly recipients: readonly string[];
}

/** Reports in the complaints' format that say nothing of what a person wants: RFC 5965 section 7.3, RFC 6591. */
const NO_COMPLAINT: ReadonlySet<string> = new Set(['not-spam', 'auth-failure', 'virus']);

/** Undefined for whatever else there is, such as the text by which SES tries a new topic. */
export function readSesEvent(text: string): MailFeedback | undefined {
  const event = parse(text);
  if (!event) return undefined;
  const { mail: sent } = event;
  const subject = sent.tags?.['subject']?.find(isSubjectId);
  const of = {
    messageId: sent.messageId,
    sentAt: new Date(sent.timestamp),
    isConfirmation: subject !== undefined && sent.tags?.['mail']?.includes('confirmation') === true,
    sender: sent.source,
    subject,
  };
  if (event.eventType === 'Bounce') {
    const { bounceType, timestamp, bouncedRecipients } = event.bounce;
    const kind = bounceType === 'Permanent' ? 'permanent' : 'transient';
    return { ...of, kind, at: new Date(timestamp), recipients: addressesOf(bouncedRecipients) };
  }
  const { complaintFeedbackType, timestamp, complainedRecipients } = event.complaint;
  if (NO_COMPLAINT.has(complaintFeedbackType ?? '')) return undefined;
  return { ...of, kind: 'complaint', at: new Date(timestamp), recipients: addressesOf(complainedRecipients) };
}

function parse(text: string): z.output<typeof schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function addressesOf(list: z.output<typeof recipients>): string[] {
  return list.map(({ emailAddress }) => emailAddress);
}
