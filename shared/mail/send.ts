import type { MailKind } from '../consent/entry';
import type { SubjectId } from '../ids';
import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import { ComesAgain } from '../comes-again';
import { errorName, logger } from '../logger';
import { Allowance } from './allowance';
import { MailWaits, troubleOf } from './mail-waits';

/** Amazon SES, as it sends our mails. */
export interface MailService {
  readonly client: SESClient;
  readonly configurationSet: string;
  readonly allowance: Allowance;
}

/** @param client one for each container */
export function mailService(client: SESClient, configurationSet: string): MailService {
  return { client, configurationSet, allowance: new Allowance(client) };
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  /** The id of the subject, so that bounces and complaints find it. */
  readonly subject: SubjectId;
  /** What it is, so that bounces of confirmation mails are known before the ledger says that they were sent. */
  readonly kind: MailKind;
  /** Whether there is time left to send it and to say so. */
  readonly isInTime: () => boolean;
}

/** A mail was not begun, as there is no time left to say that it was sent. */
export class TimeIsUp extends ComesAgain {
  override readonly name = 'TimeIsUp';
}

/** Who does not answer by then is down; the caller has to have time left to say that a mail was sent. */
const PATIENCE_MS = 10_000;

/**
 * Hands a mail to Amazon SES when it is its turn, by its only call that leaves List-Unsubscribe as it is.
 *
 * @returns the id that SES gave the mail
 * @throws {TimeIsUp}, {@link MailWaits} when SES takes none now. It was not sent; or, where SES fell silent in the middle, nobody knows.
 */
export async function send(
  { client, configurationSet, allowance }: MailService,
  { from, to, subject, kind, isInTime }: Envelope,
  mime: Buffer,
): Promise<string> {
  const Tags = [
    { Name: 'subject', Value: subject },
    { Name: 'mail', Value: kind },
  ];
  const command = new SendRawEmailCommand({
    Source: from,
    Destinations: [to],
    RawMessage: { Data: mime },
    ConfigurationSetName: configurationSet,
    Tags,
  });
  await allowance.turn(kind, isInTime);
  if (!isInTime()) throw new TimeIsUp();
  try {
    const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(PATIENCE_MS) });
    return MessageId ?? '';
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    logger.warn('mail waits', { problem: trouble, kind, error: errorName(error) });
    throw new MailWaits(trouble);
  }
}
