import type { Context } from 'aws-lambda';
import { ComesAgain } from './comes-again';
import { isSubjectId, type SubjectId } from './ids';
import { eachOf } from './ledger/batches';
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
  /** The entry that the message was made for; undefined where it is about the person altogether. */
  readonly seq: number | undefined;
}

interface BatchResponse {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

/** With less time than this no message is begun: one that is cut off in the middle would be done a second time. */
const ENOUGH_MS = 15_000;

/**
 * A Lambda function behind a queue. Each message says "look at this subject"; messages about one subject are worked
 * off one after the other, different subjects side by side, and what fails comes again alone.
 *
 * @param look is also told whether there is time left to begin something else that must not be cut off, and whether it is of use
 * @param isForAll whether an error says that the rest of the batch would fail as well, and need not be begun. Then one subject goes
 *   ahead of the others, to find out.
 */
export function consumer(
  look: (message: Look, isInTime: () => boolean) => Promise<void>,
  isForAll?: (error: unknown) => boolean,
) {
  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<BatchResponse> => {
    const { Records } = eventSchema.parse(event);
    const done = new Set<string>();
    let isOfUse = true;
    const isInTime = (): boolean => isOfUse && context.getRemainingTimeInMillis() >= ENOUGH_MS;
    const failed = (error: unknown): void => {
      if (error instanceof ComesAgain) logger.info('comes again', { problem: error.name });
      else logger.error('will be tried again', { error: errorName(error) });
      if (isForAll?.(error)) isOfUse = false;
    };
    const workOff = async (messages: readonly Message[]): Promise<void> => {
      for (const { messageId, message } of messages) {
        if (!isInTime()) return;
        await look(message, isInTime).then(() => done.add(messageId), failed);
      }
    };
    const subjects = bySubject(Records, failed);
    const [ahead = [], others] = isForAll ? [subjects[0], subjects.slice(1)] : [[], subjects];
    await workOff(ahead);
    await eachOf(others, workOff);
    const left = Records.filter(({ messageId }) => !done.has(messageId));
    return { batchItemFailures: left.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  };
}

interface Message {
  readonly messageId: string;
  readonly message: Look;
}

/** The messages that can be read, in their order. */
function bySubject(
  records: z.infer<typeof eventSchema>['Records'],
  failed: (error: unknown) => void,
): (readonly Message[])[] {
  const subjects = new Map<SubjectId, Message[]>();
  for (const { messageId, body } of records) {
    try {
      const message = readMessage(body);
      subjects.set(message.subject, [...(subjects.get(message.subject) ?? []), { messageId, message }]);
    } catch (error) {
      failed(error);
    }
  }
  return [...subjects.values()];
}

function readMessage(body: string): Look {
  const { subject: named, site, seq } = bodySchema.parse(JSON.parse(body)).detail;
  const subject = named.replace(/^subject#/, '');
  if (!isSubjectId(subject)) throw new TypeError('This message is about no subject.');
  return { site, subject, seq: seq === undefined ? undefined : Number(seq) };
}
