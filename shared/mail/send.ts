import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import { required } from '../environment';

const ses = new SESClient({});
const ConfigurationSetName = required('SES_CONFIGURATION_SET');

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** The id of whom it is about, so that what becomes of the mail finds back. */
  readonly subject: string;
}

/**
 * Hands a mail to Amazon SES, by the one call of its that leaves List-Unsubscribe alone. When this throws the mail may
 * have been sent or not.
 *
 * @returns the id that SES gave the mail
 */
export async function send({ from, to, subject }: Envelope, mime: Buffer): Promise<string> {
  const Tags = [{ Name: 'subject', Value: subject }];
  const { MessageId } = await ses.send(
    new SendRawEmailCommand({
      Source: from,
      Destinations: [to],
      RawMessage: { Data: mime },
      ConfigurationSetName,
      Tags,
    }),
  );
  return MessageId ?? '';
}
