import { Loop } from '../loop';
import type { Report } from '../report';
import { del, padded, put, type Store } from '../queues/store';
import type { Stream, StreamRecord } from '../queues/stream';
import { callEngine, type WireItem } from './client';

/** A put that was about to be made. */
interface Intent {
  readonly table: string;
  readonly key: WireItem;
  readonly at: number;
}

const PREFIX = 'intent!';
/** Longer than an engine takes over a put whose connection was lost. */
const GRACE_MS = 5000;
const RETRY_MS = 500;

/**
 * Makes the stream complete, although the item is put in one place and its record in another:
 * 1. the intent is written - after a crash here, the item is found missing and the intent dropped;
 * 2. the item is put - after a crash here, the item is found and its record written, perhaps for the second time;
 * 3. the record takes the intent's place, in one write.
 */
export class Intents {
  private next = 1;
  private readonly open = new Map<string, Intent>();
  private readonly doubtful = new Set<string>();
  readonly repair: Loop;

  constructor(
    private readonly store: Store,
    private readonly stream: Stream,
    private readonly endpoint: string,
    report: Report,
  ) {
    this.repair = new Loop('stream repair', report, () => this.repairDoubtful());
  }

  /** Takes up what a previous run left unresolved. */
  async load(): Promise<void> {
    for (const [id, intent] of await this.store.list<Intent>(PREFIX)) {
      this.open.set(id, intent);
      this.doubtful.add(id);
      this.next = Number(id.slice(PREFIX.length)) + 1;
    }
  }

  /** Durable when this returns: only then may the put be made. */
  async declare(table: string, key: WireItem): Promise<string> {
    const id = PREFIX + padded(this.next);
    this.next += 1;
    const intent = { table, key, at: Date.now() };
    this.open.set(id, intent);
    await this.store.write([put(id, intent)]).catch((error: unknown) => {
      this.open.delete(id);
      throw error;
    });
    return id;
  }

  /** The put was made. A failure to write that is repaired like a crash. */
  async done(id: string, record: StreamRecord): Promise<void> {
    await this.store.write([del(id), this.stream.append(record)]);
    this.open.delete(id);
    this.stream.announce();
  }

  /** The put was refused. */
  async dropped(id: string): Promise<void> {
    await this.store.write([del(id)]);
    this.open.delete(id);
  }

  /** It is unknown whether the put was made. */
  inDoubt(id: string): void {
    this.doubtful.add(id);
    this.repair.wake();
  }

  /** How many puts have no outcome yet. */
  count(): number {
    return this.open.size;
  }

  private async repairDoubtful(): Promise<number> {
    for (const id of this.doubtful) {
      const intent = this.open.get(id);
      if (intent && !(await this.settle(id, intent))) continue;
      this.doubtful.delete(id);
    }
    return this.doubtful.size > 0 ? RETRY_MS : GRACE_MS;
  }

  /** Answers whether the outcome is known by now: a put that is not there yet may still be under way. */
  private async settle(id: string, { table, key, at }: Intent): Promise<boolean> {
    const image = await this.readBack(table, key);
    if (!image && Date.now() - at < GRACE_MS) return false;
    await (image ? this.done(id, { table, image }) : this.dropped(id));
    return true;
  }

  private async readBack(table: string, key: WireItem): Promise<WireItem | undefined> {
    const body = { TableName: table, Key: key, ConsistentRead: true };
    return (await callEngine<{ Item?: WireItem }>(this.endpoint, 'GetItem', body)).Item;
  }
}
