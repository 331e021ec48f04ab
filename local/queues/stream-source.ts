import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { REGION } from '../aws';
import type { Base } from '../base';
import { Loop } from '../loop';
import type { StreamRecord } from './stream';

const BATCH = 1000;
const IDLE_MS = 1000;
/** A deployment waits for two seconds (`infra/log-feed.ts`); nobody here wants to. */
const BATCHING_WINDOW_MS = 100;

/** The function that takes the records. */
interface Consumer {
  invoke(event: unknown): Promise<unknown>;
}

/**
 * Feeds a function from the ledger's stream, as Lambda's event source mapping for DynamoDB does: in order, what comes within a
 * moment as one batch, and a batch that failed comes again until it does not.
 */
export function streamSource({ stream, report }: Base, reader: 'sequencer', consumer: Consumer): Loop {
  const loop = new Loop(reader, report, async () => {
    if ((await stream.read(reader, 1)).records.length === 0) return IDLE_MS;
    await wait(BATCHING_WINDOW_MS);
    const { records, end } = await stream.read(reader, BATCH);
    await consumer.invoke(toEvent(records));
    await stream.advance(reader, end, []);
    return 0;
  });
  stream.listen(() => loop.wake());
  return loop;
}

function toEvent(records: readonly StreamRecord[]): DynamoDBStreamEvent {
  return {
    Records: records.map(({ table, image }) => ({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: REGION,
      dynamodb: { NewImage: image as never, StreamViewType: 'NEW_IMAGE' },
      eventSourceARN: `arn:aws:dynamodb:${REGION}:000000000000:table/${table}/stream/local`,
    })),
  };
}
