import { SignatureV4 } from '@smithy/signature-v4';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STEP_SOURCE } from './consent/consumers';
import type { SubjectId } from './ids';
import { chunks } from './ledger/batches';
import { pauseAfter } from './pause';
import { Sha256 } from './sdk-sha256';

/** As many as SQS takes in one call. */
const AT_ONCE = 10;
const TRIES = 3;
const PATIENCE_MS = 10_000;

/** Something was not taken. What was is told twice if it is told again, which is harmless. */
class NotQueued extends Error {
  override readonly name = 'NotQueued';
}

/** A queue, of a consumer or of the log. */
export interface Queue {
  /** Its region and credentials are those of the queue, too. */
  readonly client: DynamoDBClient;
  readonly url: string;
  /** @default that of the queue's address */
  readonly endpoint?: string | undefined;
  /**
   * Whose messages these are: where many of them wait, SQS hands out those of others first.
   * @default each is by itself, as those are that come from the bus
   */
  readonly group?: string | undefined;
}

/** Somebody whom a consumer has to look at, because of a step or altogether. */
interface ToTell {
  readonly site: string;
  readonly subject: SubjectId;
  readonly seq?: number;
}

interface Answer {
  readonly Successful?: readonly unknown[];
}

/**
 * Puts messages into a consumer's queue, as its rule on the bus does: so that the consumer does its work with its own rights, and tries
 * again. Others who listen on the bus hear nothing of it. Durable when it returns.
 *
 * @throws {NotQueued}
 */
export async function putIntoQueue(queue: Queue, messages: readonly ToTell[]): Promise<void> {
  await send(queue, messages.map(bodyOf));
}

/** Puts messages into a queue. Durable when it returns. @throws {NotQueued} */
export async function send(queue: Queue, bodies: readonly string[]): Promise<void> {
  for (const some of chunks(bodies, AT_ONCE)) await sendPatiently(queue, some);
}

/** As much of an event as a consumer reads. */
function bodyOf({ site, subject, seq }: ToTell): string {
  return JSON.stringify({ source: STEP_SOURCE, detail: { site, subject, ...(seq !== undefined && { seq }) } });
}

async function sendPatiently(queue: Queue, bodies: readonly string[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(queue, bodies);
    } catch (error) {
      if (attempt === TRIES) throw error;
      await pauseAfter(attempt);
    }
  }
}

async function sendOnce({ client: { config }, url: queue, endpoint, group }: Queue, bodies: readonly string[]) {
  const url = new URL(endpoint ?? new URL(queue).origin);
  const Entries = bodies.map((MessageBody, n) => ({
    Id: String(n),
    MessageBody,
    ...(group !== undefined && { MessageGroupId: group }),
  }));
  const signer = new SignatureV4({
    service: 'sqs',
    region: await config.region(),
    credentials: config.credentials,
    sha256: Sha256,
  });
  const body = JSON.stringify({ QueueUrl: queue, Entries });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    path: '/',
    query: {},
    headers: {
      host: url.host,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AmazonSQS.SendMessageBatch',
    },
    body,
  });
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(new URL('/', url), { method: 'POST', headers, body, signal });
  if (!answer.ok) throw new NotQueued(`The queue ${queue} answered ${answer.status}: ${await answer.text()}`);
  const { Successful = [] } = (await answer.json()) as Answer;
  if (Successful.length < bodies.length)
    throw new NotQueued(`The queue ${queue} took ${Successful.length} messages of ${bodies.length}.`);
}
