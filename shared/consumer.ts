import type { Context } from 'aws-lambda';
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

/** With less time than this no message is begun: one that is cut off in the middle would be done a second time. */
const ENOUGH_MS = 15_000;

/**
 * A Lambda function behind a queue. Each message says "look at this subject"; messages about one subject are worked
 * off one after the other, and what fails comes again alone.
 *
 * @param look is also told whether there is time left to begin something else that must not be cut off
 * @param isForAll whether an error says that the rest of the batch would fail as well, and need not be begun
 */
export function consumer(
  look: (message: Look, isInTime: () => boolean) => Promise<void>,
  isForAll = (_: unknown): boolean => false,
) {
  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<BatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const isInTime = (): boolean => context.getRemainingTimeInMillis() >= ENOUGH_MS;
    let goesOn = true;
    for (const { messageId, body } of eventSchema.parse(event).Records) {
      goesOn &&= isInTime();
      try {
        if (goesOn) await look(readMessage(body), isInTime);
      } catch (error) {
        logger.error('will be tried again', { error: errorName(error) });
        batchItemFailures.push({ itemIdentifier: messageId });
        goesOn = !isForAll(error);
        continue;
      }
      if (!goesOn) batchItemFailures.push({ itemIdentifier: messageId });
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
