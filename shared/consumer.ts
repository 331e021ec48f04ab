import { isSubjectId, type SubjectId } from './ids';
import * as z from './zod';
import { errorName, logger } from './logger';

/** An EventBridge event as SQS delivers it; see `StepMessage`. */
const eventSchema = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});
const bodySchema = z.object({
  detail: z.object({ site: z.string(), subject: z.string(), seq: z.optional(z.union([z.number(), z.string()])) }),
});

export interface Look {
  readonly site: string;
  readonly subject: SubjectId;
  /** The entry that the message was made for. */
  readonly seq: number | undefined;
}

interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/**
 * A Lambda function behind a queue. Each message says "look at this subject"; messages about one subject are worked
 * off one after the other, and what fails comes again alone.
 */
export function consumer(look: (message: Look) => Promise<void>) {
  return async (event: unknown): Promise<BatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      try {
        await look(readMessage(body));
      } catch (error) {
        logger.error('will be tried again', { error: errorName(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}

function readMessage(body: string): Look {
  const { subject: named, site, seq } = bodySchema.parse(JSON.parse(body)).detail;
  const subject = named.replace(/^subject#/, '');
  if (!isSubjectId(subject)) throw new TypeError('This message is about no subject.');
  return { site, subject, seq: seq === undefined ? undefined : Number(seq) };
}
