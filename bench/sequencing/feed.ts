import { FEED } from '../../shared/log/feed';
import { Mailbox } from './mailbox';
import type { VirtualTime } from './virtual-time';

/** What AWS takes, in milliseconds: a guess, and the figures hardly depend on it. */
const LATENCY = { invoke: 15, send: 10, receive: 10, delete: 10 };
/** Lambda looks four times a second whether a shard has something. */
const POLL_MS = 250;
/** As many messages as one call takes out of a queue, or deletes. */
const OF_ONE_CALL = 10;

/** An entry on its way. */
export interface Sent {
  readonly entry: string;
  readonly at: number;
}

/** Hands a batch to the sequencer; it is taken in when this returns. */
export type Sequence = (batch: readonly Sent[]) => Promise<void>;

/**
 * The stream and the queue with those whom AWS has read them, as {@link FEED} has it deployed. Whether Lambda gathers more batches
 * at once than it may hand on is not known; here it does not.
 */
export class Feed {
  /** Of the queue: what was sent, received and deleted. */
  requests = 0;
  private readonly shards: readonly Mailbox<Sent>[];
  private readonly queue: Mailbox<readonly Sent[]>;

  constructor(
    private readonly time: VirtualTime,
    shards: number,
    private readonly sequence: Sequence,
  ) {
    this.shards = Array.from({ length: shards }, () => new Mailbox<Sent>(time));
    this.queue = new Mailbox(time);
    for (const shard of this.shards) void this.readShard(shard);
    for (let n = 0; n < FEED.queue.atOnce; n++) void this.readQueue();
  }

  put(entry: string): void {
    const shard = this.shards[Math.floor(Math.random() * this.shards.length)]!;
    shard.put({ entry, at: this.time.now });
  }

  private async readShard(shard: Mailbox<Sent>): Promise<never> {
    for (;;) {
      await shard.filled();
      await this.time.sleep(Math.random() * POLL_MS);
      const batch = shard.take(FEED.stream.batch);
      await this.time.sleep(LATENCY.invoke + LATENCY.send);
      this.requests += 1;
      this.queue.put(batch);
    }
  }

  private async readQueue(): Promise<never> {
    for (;;) {
      const batch = await this.gather();
      await this.time.sleep(LATENCY.invoke);
      await this.sequence(batch.flat());
      await this.time.sleep(LATENCY.delete);
      this.requests += Math.ceil(batch.length / OF_ONE_CALL);
    }
  }

  /** From the first message on, until the batch is full or its time is over. */
  private async gather(): Promise<(readonly Sent[])[]> {
    await this.queue.filled();
    const until = this.time.now + FEED.queue.windowSeconds * 1000;
    const batch: (readonly Sent[])[] = [];
    while (this.time.now < until && batch.length < FEED.queue.batch) {
      batch.push(...this.queue.take(OF_ONE_CALL));
      this.requests += 1;
      await this.time.sleep(LATENCY.receive);
      await this.queue.filled(until);
    }
    return batch;
  }
}
