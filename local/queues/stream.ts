import type { WireItem } from '../dynamo/client';
import { del, padded, put, type Operation, type Store } from './store';

/**
 * The readers of the stream, each at its own pace. A reader that is new to a data folder starts at the oldest record.
 */
const READERS = ['pipe', 'sequencer'] as const;
export type Reader = (typeof READERS)[number];

/** An item that was put into a table with a stream, as DynamoDB's `NEW_IMAGE` shows it. */
export interface StreamRecord {
  readonly table: string;
  readonly image: WireItem;
}

const RECORD = 'stream!';
const keyOf = (seq: number): string => RECORD + padded(seq);
const seqOf = (key: string): number => Number(key.slice(RECORD.length));
const cursorOf = (reader: Reader): string => `cursor!${reader}`;

/** The ledger's stream. A record stays until every reader has passed it. */
export class Stream {
  private readonly listeners = new Set<() => void>();
  private advancing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly store: Store,
    private last: number,
    private readonly cursors: Map<Reader, number>,
  ) {}

  static async open(store: Store): Promise<Stream> {
    const saved = await Promise.all(READERS.map((reader) => store.get<number>(cursorOf(reader))));
    const [first, final] = [await store.edgeKey(RECORD, 'first'), await store.edgeKey(RECORD, 'last')];
    const last = Math.max(seqOf(final ?? keyOf(0)), ...saved.map((cursor) => cursor ?? 0));
    const beginning = first === undefined ? last : seqOf(first) - 1;
    return new Stream(store, last, new Map(READERS.map((reader, index) => [reader, saved[index] ?? beginning])));
  }

  /** The write that appends a record. Records are read in the order of these calls. */
  append(record: StreamRecord): Operation {
    this.last += 1;
    return put(keyOf(this.last), record);
  }

  async read(reader: Reader, limit: number): Promise<{ records: StreamRecord[]; end: number }> {
    const from = this.cursors.get(reader) ?? 0;
    const entries = await this.store.list<StreamRecord>(RECORD, limit, keyOf(from));
    return { records: entries.map(([, record]) => record), end: seqOf(entries.at(-1)?.[0] ?? keyOf(from)) };
  }

  /** Takes a reader past what it has read, together with what came of it, or neither. */
  advance(reader: Reader, end: number, outcome: readonly Operation[]): Promise<void> {
    const advanced = this.advancing.then(() => this.advanceNow(reader, end, outcome));
    this.advancing = advanced.catch(() => undefined);
    return advanced;
  }

  /** One after the other: which records nobody needs any more depends on where all readers are. */
  private async advanceNow(reader: Reader, end: number, outcome: readonly Operation[]): Promise<void> {
    const passed = this.oldest();
    const cursors = new Map(this.cursors).set(reader, end);
    const trimmed = range(passed + 1, Math.min(...cursors.values())).map((seq) => del(keyOf(seq)));
    await this.store.write([...outcome, put(cursorOf(reader), end), ...trimmed]);
    this.cursors.set(reader, end);
  }

  /** Tells the readers that a record was written. */
  announce(): void {
    for (const listener of this.listeners) listener();
  }

  /** Calls back whenever there is something new to read. */
  listen(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** How many records the slowest reader has before it. */
  lag(): number {
    return this.last - this.oldest();
  }

  private oldest(): number {
    return Math.min(...this.cursors.values());
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
