import { createHash, randomUUID } from 'node:crypto';
import type { SQSRecord } from 'aws-lambda';
import { ACCOUNT, REGION } from '../../local/aws';
import type { Clock } from '../../local/clock';
import type { QueueSettings } from './resources';
import { idOf } from './resolve';

interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
  visibleAt: number;
}

const DEFAULT_VISIBILITY_SECONDS = 30;

/** A queue with the settings of the template, in the time of the rehearsal. It is in memory: no rehearsal is gone on with. */
export class Queue {
  private messages: Message[] = [];

  constructor(
    readonly id: string,
    private readonly settings: QueueSettings,
    private readonly queues: ReadonlyMap<string, Queue>,
    private readonly clock: Clock,
  ) {}

  get size(): number {
    return this.messages.length;
  }

  /** Whether a message is there that somebody can take now, or has taken. */
  isBusy(): boolean {
    return this.messages.some(({ receives, visibleAt }) => receives === 0 || visibleAt <= this.now());
  }

  send(body: string): void {
    this.messages.push({ id: randomUUID(), body, sentAt: this.now(), receives: 0, visibleAt: this.now() });
  }

  receive(atMost: number): SQSRecord[] {
    const due = this.messages.filter(({ visibleAt }) => visibleAt <= this.now()).slice(0, atMost);
    return due.flatMap((message) => this.handOut(message) ?? []);
  }

  delete(ids: readonly string[]): void {
    this.messages = this.messages.filter(({ id }) => !ids.includes(id));
  }

  private handOut(message: Message): SQSRecord | undefined {
    const { VisibilityTimeout = DEFAULT_VISIBILITY_SECONDS, RedrivePolicy: redrive } = this.settings;
    if (redrive && message.receives >= redrive.maxReceiveCount) {
      this.delete([message.id]);
      this.queues.get(idOf(redrive.deadLetterTargetArn))?.send(message.body);
      return undefined;
    }
    message.receives += 1;
    message.visibleAt = this.now() + 1000 * VisibilityTimeout;
    return this.record(message);
  }

  private record({ id, body, sentAt, receives }: Message): SQSRecord {
    return {
      messageId: id,
      receiptHandle: id,
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
      eventSourceARN: `arn:aws:sqs:${REGION}:${ACCOUNT}:${this.id}`,
      awsRegion: REGION,
    };
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}
