import type { Base } from '../base';
import { Loop } from '../loop';
import { queuesFor, toStepEvent } from './bus';
import type { Queue } from './queue';
import type { Operation } from './store';
import type { StreamRecord } from './stream';

const BATCH = 100;
const IDLE_MS = 1000;

/**
 * From the stream by way of the bus into the queues; the cursor moves in the same write that fills them.
 * `onMessages` is called when they were filled.
 */
export function pipe({ stream, clock, report }: Base, queues: readonly Queue[], onMessages: () => void): Loop {
  const messagesFor = (record: StreamRecord): Operation[] => {
    const event = toStepEvent(record, clock.now());
    if (!event) return [];
    const wanted = queuesFor(event);
    return queues.filter(({ name }) => wanted.includes(name)).map((queue) => queue.add(JSON.stringify(event)));
  };
  return new Loop('pipe', report, async () => {
    const { records, end } = await stream.read('pipe', BATCH);
    if (records.length === 0) return IDLE_MS;
    await stream.advance('pipe', end, records.flatMap(messagesFor));
    onMessages();
    return 0;
  });
}
