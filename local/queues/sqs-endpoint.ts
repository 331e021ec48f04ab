import { createHash, randomUUID } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { readBody, sendJson } from '../http';

const MAX_BODY = 1024 * 1024;

interface Batch {
  readonly QueueUrl: string;
  readonly Entries: readonly { readonly Id: string; readonly MessageBody: string }[];
}

/** Takes messages for a queue. Durable when it returns. @returns whether there is one of that name */
export type TakeMessages = (queue: string, bodies: readonly string[]) => Promise<boolean>;

/** SQS as far as `review` and operators' tools need it: it takes batches of messages. */
export function sqsEndpoint(take: TakeMessages): RequestListener {
  return (request, response) => {
    readBody(request, MAX_BODY)
      .then(async (body) => {
        const { QueueUrl, Entries } = JSON.parse(body.toString()) as Batch;
        const name = QueueUrl.split('/').at(-1) ?? '';
        const bodies = Entries.map(({ MessageBody }) => MessageBody);
        const isKnown = request.headers['x-amz-target'] === 'AmazonSQS.SendMessageBatch';
        if (!isKnown || !(await take(name, bodies))) return refuse(`There is no queue ${name}, or no such call.`);
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
