import { createHash, randomUUID, sign } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ACCOUNT, REGION } from '../aws';
import type { Clock } from '../clock';
import type { TopicKey } from './certificate';

export const TOPIC_ARN = `arn:aws:sns:${REGION}:${ACCOUNT}:feedback`;

const TRIES = 5;

export type Signable = Readonly<Record<'Type' | 'MessageId' | 'TopicArn' | 'Message' | 'Timestamp', string>> & {
  readonly Subject?: string;
  readonly SubscribeURL?: string;
  readonly Token?: string;
};

export type Signed = Signable & Readonly<Record<'SignatureVersion' | 'Signature' | 'SigningCertURL', string>>;

/** Signs what it says as SNS does, and calls who wants to hear it. */
export class Topic {
  private readonly path: string;

  /** `origin` is where its certificate can be had, see {@link certificateEndpoint}. */
  constructor(
    private readonly key: TopicKey,
    private readonly origin: string,
    private readonly clock: Clock,
  ) {
    this.path = certificatePath(key);
  }

  notification(text: string): Signed {
    return this.sign({
      Type: 'Notification',
      MessageId: randomUUID(),
      TopicArn: TOPIC_ARN,
      Message: text,
      Timestamp: this.clock.now().toISOString(),
    });
  }

  sign(message: Signable): Signed {
    const signature = sign('RSA-SHA256', Buffer.from(signedText(message)), this.key.key).toString('base64');
    const SigningCertURL = `${this.origin}${this.path}`;
    return { ...message, SignatureVersion: '2', Signature: signature, SigningCertURL };
  }

  /** Tries some times; SNS would for an hour. */
  async publish(text: string, to: string): Promise<void> {
    const body = JSON.stringify(this.notification(text));
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const headers = { 'content-type': 'text/plain; charset=UTF-8', 'x-amz-sns-message-type': 'Notification' };
      const answer = await fetch(to, { method: 'POST', headers, body });
      if (answer.status < 500) return;
      await wait(200 * attempt);
    }
    throw new Error(`Nobody took what ${TOPIC_ARN} had to tell.`);
  }
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html */
function signedText(message: Signable): string {
  const names = ['Message', 'MessageId', 'SubscribeURL', 'Subject', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const;
  return names.flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`])).join('');
}

function certificatePath({ certificate }: TopicKey): string {
  const name = createHash('sha256').update(certificate).digest('hex').slice(0, 32);
  return `/SimpleNotificationService-${name}.pem`;
}

/** The address at which a subscriber finds the certificate. */
export function certificateEndpoint(...keys: readonly TopicKey[]): RequestListener {
  const certificates = new Map(keys.map((key) => [certificatePath(key), key.certificate]));
  return (request, response) => {
    const certificate = certificates.get(request.url ?? '');
    response.writeHead(certificate === undefined ? 404 : 200, { 'content-type': 'application/x-pem-file' });
    response.end(certificate);
  };
}
