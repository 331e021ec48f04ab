import { createHash, randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { readBody, sendJson } from '../http';
import type { Operation } from './store';

const MAX_BODY = 1024 * 1024;

interface Batch {
  readonly QueueUrl: string;
  readonly Entries: readonly { readonly Id: string; readonly MessageBody: string }[];
}

/** What takes messages. */
export interface Takes {
  /** The write that adds a message to a queue; undefined where there is none of that name. */
  readonly add: (queue: string, body: string) => Operation | undefined;
  /** Durable when it returns. */
  readonly write: (operations: readonly Operation[]) => Promise<void>;
}

/** SQS as far as operators' tools need it: it takes batches of messages. */
export function sqsEndpoint({ add, write }: Takes): RequestListener {
  return (request, response) => {
    readBody(request, MAX_BODY)
      .then(async (body) => {
        const { QueueUrl, Entries } = JSON.parse(body.toString()) as Batch;
        const name = new URL(QueueUrl).pathname.split('/').at(-1) ?? '';
        const added = Entries.map(({ MessageBody }) => add(name, MessageBody));
        const operations = added.flatMap((operation) => operation ?? []);
        const isKnown = request.headers['x-amz-target'] === 'AmazonSQS.SendMessageBatch';
        if (!isKnown || operations.length < added.length) return refuse(`There is no queue ${name}, or no such call.`);
        await write(operations);
        const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
        const Successful = Entries.map(({ Id, MessageBody }) => {
          return { Id, MessageId: randomUUID(), MD5OfMessageBody: md5(MessageBody) };
        });
        sendJson(response, 200, { Successful, Failed: [] });
      })
      .catch((error: unknown) => refuse(String(error)));
    const refuse = (message: string): void => sendJson(response, 400, { __type: 'InvalidParameterValue', message });
  };
}
