import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { Loop } from '../../local/loop';
import type { Lambda } from './lambda';
import type { Queue } from './queue';
import type { EventSourceMapping } from './resources';

const IDLE_MS = 50;

/** Feeds a function from a queue, as the event source mapping in the template says. */
export function queueMapping(
  queue: Queue,
  lambda: Lambda,
  { BatchSize, FunctionResponseTypes = [], ScalingConfig }: EventSourceMapping,
  report: (line: string) => void,
): Loop {
  const tellsFailures = FunctionResponseTypes.includes('ReportBatchItemFailures');
  const atOnce = ScalingConfig?.MaximumConcurrency ?? 5;
  let running = 0;

  async function deliver(records: readonly SQSRecord[]): Promise<void> {
    const answer = (await lambda.invoke({ Records: records })) as SQSBatchResponse | null;
    const failed = new Set(tellsFailures ? (answer?.batchItemFailures ?? []).map((one) => one.itemIdentifier) : []);
    if (failed.size > 0) report(`${queue.id}: ${failed.size} of ${records.length} messages failed`);
    queue.delete(records.map(({ messageId }) => messageId).filter((id) => !failed.has(id)));
  }

  return new Loop(`queue ${queue.id}`, report, () => {
    while (running < atOnce) {
      const records = queue.receive(BatchSize);
      if (records.length === 0) break;
      running += 1;
      // A batch whose function failed is offered again once it is visible; the function has been reported.
      deliver(records)
        .catch(() => undefined)
        .finally(() => (running -= 1));
    }
    return Promise.resolve(IDLE_MS);
  });
}
