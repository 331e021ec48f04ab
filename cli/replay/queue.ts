import { SignatureV4 } from '@smithy/signature-v4';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STEP_SOURCE } from '../../shared/consent/consumers';
import { chunks } from '../../shared/ledger/batches';
import type { Lack } from '../derived/person';
import { Sha256 } from '../../shared/sdk-sha256';

/** As many as SQS takes in one call. */
const AT_ONCE = 10;

/** Something was not taken. What was is told twice if it is told again, which is harmless. */
class NotQueued extends Error {
  override readonly name = 'NotQueued';
}

interface Answer {
  readonly Successful?: readonly unknown[];
}

/**
 * Puts messages into a consumer's queue, as its rule on the bus does: so that the consumer does its work with its own rights, and tries
 * again. Others who listen on the bus hear nothing of it. Goes by the endpoint, region and credentials of DynamoDB's client.
 */
export async function putIntoQueue(client: DynamoDBClient, queue: string, lacks: readonly Lack[]): Promise<void> {
  for (const some of chunks(lacks, AT_ONCE)) await send(client, queue, some.map(bodyOf));
}

/** As much of an event as a consumer reads. */
function bodyOf({ site, subject, seq }: Lack): string {
  return JSON.stringify({ source: STEP_SOURCE, detail: { site, subject, ...(seq !== undefined && { seq }) } });
}

async function send({ config }: DynamoDBClient, queue: string, bodies: readonly string[]): Promise<void> {
  const url = new URL(process.env['AWS_ENDPOINT_URL_SQS'] ?? new URL(queue).origin);
  const Entries = bodies.map((MessageBody, n) => ({ Id: String(n), MessageBody }));
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
  const answer = await fetch(new URL('/', url), { method: 'POST', headers, body });
  if (!answer.ok) throw new NotQueued(`The queue ${queue} answered ${answer.status}: ${await answer.text()}`);
  const { Successful = [] } = (await answer.json()) as Answer;
  if (Successful.length < bodies.length)
    throw new NotQueued(`The queue ${queue} took ${Successful.length} messages of ${bodies.length}.`);
}
