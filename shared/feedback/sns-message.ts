import { verify } from 'node:crypto';
import * as z from '../zod';
import { isAtSns, type Topic } from './sns-origin';
import { signingCertificate } from './signing-certificate';

/** SNS tries for an hour at most; clocks may differ a little. */
const OLDEST_MS = 75 * 60 * 1000;
const NEWEST_MS = 5 * 60 * 1000;

const schema = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Subject: z.optional(z.string()),
  Message: z.string(),
  Timestamp: z.iso.datetime(),
  // Version 1 is SHA-1; our topic signs by version 2.
  SignatureVersion: z.literal('2'),
  Signature: z.string(),
  SigningCertURL: z.string(),
  SubscribeURL: z.optional(z.string()),
  Token: z.optional(z.string()),
});

export type SnsMessage = z.output<typeof schema>;

/**
 * A message of our topic; undefined for anything else, and whoever sent that hears no more than that. Looks for a certificate
 * only where everything else is right.
 */
export async function readSnsMessage(topic: Topic, text: string, now: Date): Promise<SnsMessage | undefined> {
  const message = parse(text);
  if (message?.TopicArn !== topic.arn || !isTimely(message, now)) return undefined;
  const certificate = await signingCertificate(topic, message.SigningCertURL, now);
  if (!certificate) return undefined;
  const signature = Buffer.from(message.Signature, 'base64');
  const isSigned = verify('RSA-SHA256', Buffer.from(signedText(message)), certificate.publicKey, signature);
  return isSigned ? message : undefined;
}

function parse(text: string): SnsMessage | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What was sent long ago may be sent once more by somebody who kept it. */
function isTimely({ Timestamp }: SnsMessage, now: Date): boolean {
  const age = now.getTime() - Date.parse(Timestamp);
  return -NEWEST_MS <= age && age <= OLDEST_MS;
}

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const satisfies Record<SnsMessage['Type'], readonly (keyof SnsMessage)[]>;

/** The canonical form that SNS signs: each member that there is, its name and its value on a line of its own. */
function signedText(message: SnsMessage): string {
  return SIGNED[message.Type]
    .filter((name) => message[name] !== undefined)
    .map((name) => `${name}\n${message[name]}\n`)
    .join('');
}

/** Says yes to SNS, which sends nothing before. @throws where SNS does not take it; then it asks again */
export async function confirmSubscription(topic: Topic, { SubscribeURL = '' }: SnsMessage): Promise<void> {
  if (!isAtSns(topic, SubscribeURL)) throw new Error('The subscription is to be confirmed elsewhere.');
  const answer = await fetch(SubscribeURL, { redirect: 'error', signal: AbortSignal.timeout(3000) });
  if (!answer.ok) throw new Error(`SNS answered ${answer.status}.`);
}
