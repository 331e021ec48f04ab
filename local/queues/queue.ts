import { randomUUID } from 'node:crypto';
import type { Tries } from '../../shared/consent/consumers';
import { del, padded, put, type Operation, type Store } from './store';

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  /** How often it was handed out, this time included. */
  readonly receives: number;
}

/** A message that was handed out, and the key that it has to be given back with. */
export interface Received {
  readonly key: string;
  readonly message: Message;
}

/** Where it is deployed all pauses are as long as the longest. */
const FIRST_PAUSE_MS = 1000;
const MINUTE_MS = 60_000;

export interface Timing {
  readonly tries: Tries;
  /** The stack's time, in milliseconds. */
  readonly now: () => number;
}

/**
 * Keeps each message until it is done with, and offers it at least once. What is handed out is remembered in memory
 * alone: after a crash it is offered again at once. Keys sort by the time from which a message may be handed out.
 */
export class Queue {
  private readonly prefix: string;
  private readonly deadPrefix: string;
  private readonly handedOut = new Set<string>();
  private total = 0;
  private dead = 0;

  private constructor(
    private readonly store: Store,
    readonly name: string,
    private readonly timing: Timing,
  ) {
    this.prefix = `queue!${name}!`;
    this.deadPrefix = `dead!${name}!`;
  }

  static async open(store: Store, name: string, timing: Timing): Promise<Queue> {
    const queue = new Queue(store, name, timing);
    queue.total = await store.count(queue.prefix);
    queue.dead = await store.count(queue.deadPrefix);
    return queue;
  }

  counts(): { waiting: number; inFlight: number; dead: number } {
    const inFlight = this.handedOut.size;
    return { waiting: this.total - inFlight, inFlight, dead: this.dead };
  }

  /** Whether a message is being worked off, or its time has come. */
  async isBusy(): Promise<boolean> {
    if (this.handedOut.size > 0) return true;
    const [first] = await this.store.list<Message>(this.prefix, 1);
    return first !== undefined && this.timeOf(first[0]) <= this.timing.now();
  }

  /** The write that adds a message. */
  add(body: string): Operation {
    this.total += 1;
    const message: Message = { id: randomUUID(), body, sentAt: this.timing.now(), receives: 0 };
    return put(this.keyFor(message, 0), message);
  }

  /** Hands out the messages whose time has come. Each must be given to {@link settle} afterwards. */
  async receive(limit: number): Promise<Received[]> {
    // A message that is settled during the reading can still be found, so those that are handed out now count.
    const taken = new Set(this.handedOut);
    const entries = await this.store.list<Message>(this.prefix, limit + taken.size);
    const due = entries.filter(([key]) => !taken.has(key) && this.timeOf(key) <= this.timing.now()).slice(0, limit);
    for (const [key] of due) this.handedOut.add(key);
    return due.map(([key, message]) => ({ key, message: { ...message, receives: message.receives + 1 } }));
  }

  /** Deletes what is done; offers the rest again later, or counts it among the dead. Returns how many died. */
  async settle(done: readonly Received[], failed: readonly Received[]): Promise<number> {
    const all = [...done, ...failed];
    const dead = failed.filter(({ message }) => message.receives >= this.timing.tries.atMost);
    const again = failed.filter(({ message }) => message.receives < this.timing.tries.atMost);
    await this.store.write([
      ...all.map(({ key }) => del(key)),
      ...dead.map(({ message }) => put(this.deadPrefix + message.id, message)),
      ...again.map(({ message }) => put(this.keyFor(message, this.pauseAfter(message.receives)), message)),
    ]);
    this.dead += dead.length;
    this.total -= all.length - again.length;
    for (const { key } of all) this.handedOut.delete(key);
    return dead.length;
  }

  private keyFor(message: Message, pause: number): string {
    return `${this.prefix}${padded(this.timing.now() + pause)}!${message.id}`;
  }

  private timeOf(key: string): number {
    return Number(key.slice(this.prefix.length).split('!')[0]);
  }

  private pauseAfter(receives: number): number {
    return Math.min(FIRST_PAUSE_MS * 2 ** (receives - 1), this.timing.tries.restMinutes * MINUTE_MS);
  }
}
