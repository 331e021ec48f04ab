import type { MailKind } from '../consent/entry';
import type { SubjectId } from '../ids';
import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';

/** Amazon SES, as it sends our mails. */
export interface MailService {
  readonly client: SESClient;
  readonly configurationSet: string;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** The id of the subject, so that bounces and complaints find it. */
  readonly subject: SubjectId;
  /** What it is, so that bounces of confirmation mails are known before the ledger says that they were sent. */
  readonly kind: MailKind;
}

/**
 * Hands a mail to Amazon SES, by its only call that leaves List-Unsubscribe as it is. When this throws, the mail may
 * have been sent or not.
 *
 * @returns the id that SES gave the mail
 */
export async function send(service: MailService, { from, to, subject, kind }: Envelope, mime: Buffer): Promise<string> {
  const Tags = [
    { Name: 'subject', Value: subject },
    { Name: 'mail', Value: kind },
  ];
  const { MessageId } = await service.client.send(
    new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: mime },
      ConfigurationSetName: service.configurationSet,
      Tags,
    }),
  );
  return MessageId ?? '';
}
