import { createHash } from 'node:crypto';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { ACCOUNT, REGION } from '../aws';
import { Loop } from '../loop';
import type { Report } from '../report';
import type { Queue, Received } from './queue';

const CONCURRENT_BATCHES = 2;
const IDLE_MS = 250;

/** The function that takes the messages. */
interface Consumer {
  invoke(event: unknown): Promise<unknown>;
}

/** Feeds a function from its queue, as Lambda's event source mapping for SQS does. */
export class EventSource {
  private readonly deliveries = new Set<Promise<void>>();
  readonly loop: Loop;

  constructor(
    private readonly queue: Queue,
    private readonly consumer: Consumer,
    /** How many messages it is given at most at a time. */
    private readonly batch: number,
    private readonly report: Report,
  ) {
    this.loop = new Loop(`queue ${queue.name}`, report, () => this.poll());
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.deliveries);
  }

  private async poll(): Promise<number> {
    while (this.deliveries.size < CONCURRENT_BATCHES) {
      const batch = await this.queue.receive(this.batch);
      if (batch.length === 0) break;
      this.track(this.deliver(batch));
    }
    return IDLE_MS;
  }

  private track(delivery: Promise<void>): void {
    const tracked = delivery
      .catch((error: unknown) => this.report(`queue ${this.queue.name}: ${String(error)}`))
      .finally(() => {
        this.deliveries.delete(tracked);
        this.loop.wake();
      });
    this.deliveries.add(tracked);
  }

  private async deliver(batch: readonly Received[]): Promise<void> {
    const isFailed = await this.invoke(batch);
    const failed = batch.filter(({ message }) => isFailed(message.id));
    const done = batch.filter(({ message }) => !isFailed(message.id));
    const died = await this.queue.settle(done, failed);
    if (died > 0) this.report(`queue ${this.queue.name}: ${died} message(s) failed too often and are dead letters now`);
  }

  /** Answers which messages failed; all of them when the function did, or when its answer makes no sense. */
  private async invoke(batch: readonly Received[]): Promise<(id: string) => boolean> {
    const event: SQSEvent = { Records: batch.map((received) => this.toRecord(received)) };
    try {
      const answer = (await this.consumer.invoke(event)) as SQSBatchResponse | null;
      const failures = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
      const known = batch.filter(({ message }) => failures.has(message.id)).length;
      return known === failures.size ? (id) => failures.has(id) : () => true;
    } catch {
      return () => true;
    }
  }

  private toRecord({ key, message: { id, body, sentAt, receives } }: Received): SQSRecord {
    return {
      messageId: id,
      receiptHandle: key,
      body,
      attributes: {
        ApproximateReceiveCount: String(receives),
        SentTimestamp: String(sentAt),
        SenderId: ACCOUNT,
        ApproximateFirstReceiveTimestamp: String(sentAt),
      },
      messageAttributes: {},
      md5OfBody: createHash('md5').update(body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${this.queue.name}`,
      awsRegion: REGION,
    };
  }
}
