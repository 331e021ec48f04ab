import { ClassicLevel } from 'classic-level';

type Level = ClassicLevel<string, unknown>;
export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

export const put = (key: string, value: unknown): Operation => ({ type: 'put', key, value });
export const del = (key: string): Operation => ({ type: 'del', key });

/** Numbers in keys sort like numbers. */
export const padded = (value: number): string => String(value).padStart(16, '0');

/** Thrown when another running stack uses the folder. */
class StoreLocked extends Error {
  override readonly name = 'StoreLocked';
}

/** The stack's own memory: the stream, its readers' cursors, queues, dead letters, the clock. */
export class Store {
  private waiting: Operation[] = [];
  private current: Promise<void> | undefined;
  private next: Promise<void> | undefined;

  private constructor(private readonly level: Level) {}

  static async open(folder: string): Promise<Store> {
    const level: Level = new ClassicLevel(folder, { valueEncoding: 'json' });
    await level.open().catch((error: Error) => {
      throw isLocked(error) ? new StoreLocked() : error;
    });
    return new Store(level);
  }

  /**
   * Writes all of the operations or none; durable when this returns, also against `kill -9`. Whatever is asked for
   * while a write is under way goes together into the next one, in the order asked for.
   */
  write(operations: readonly Operation[]): Promise<void> {
    this.waiting.push(...operations);
    this.next ??= this.writeWaiting(this.current);
    return this.next;
  }

  private async writeWaiting(previous: Promise<void> | undefined): Promise<void> {
    await previous?.catch(() => undefined);
    const batch = this.waiting;
    this.waiting = [];
    this.current = this.next;
    this.next = undefined;
    await this.level.batch(batch);
  }

  async get<T>(key: string): Promise<T | undefined> {
    return (await this.level.get(key)) as T | undefined;
  }

  /** The entries whose keys lie after `from` and begin with `prefix`, in the order of their keys. */
  async list<T>(prefix: string, limit = -1, from = prefix): Promise<[key: string, value: T][]> {
    const entries = this.level.iterator({ gt: from, lt: `${prefix}\uffff`, limit });
    return (await entries.all()) as [string, T][];
  }

  /** The first key with that prefix, or the last one. */
  async edgeKey(prefix: string, edge: 'first' | 'last'): Promise<string | undefined> {
    const keys = this.level.keys({ gt: prefix, lt: `${prefix}\uffff`, reverse: edge === 'last', limit: 1 });
    return (await keys.all())[0];
  }

  async count(prefix: string): Promise<number> {
    let count = 0;
    for await (const _ of this.level.keys({ gt: prefix, lt: `${prefix}\uffff` })) count += 1;
    return count;
  }

  async close(): Promise<void> {
    await (this.next ?? this.current)?.catch(() => undefined);
    await this.level.close();
  }
}

function isLocked(error: Error): boolean {
  return (error.cause as { code?: string } | undefined)?.code === 'LEVEL_LOCKED';
}
