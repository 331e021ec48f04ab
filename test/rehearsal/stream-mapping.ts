import { setTimeout as wait } from 'node:timers/promises';
import { Loop } from '../../local/loop';
import { isMatch } from './pattern';
import { StreamReader, type StreamRecord } from './tables';

const IDLE_MS = 100;
const AGAIN_MS = 1000;
/** A deployment waits for two seconds, so that there is one signature for many entries; nobody here wants to. */
const WINDOW_MS = 100;

export interface StreamSettings {
  readonly table: string;
  readonly startingPosition: string;
  readonly batch: number;
  /** Whether it is waited for more, where there is something. */
  readonly hasWindow: boolean;
  /** Patterns, of which one is enough. */
  readonly filters: readonly string[];
}

/** Hands on what a table's stream has, in order and in batches; a batch that fails comes again until it does not. */
export class StreamMapping {
  /** When it began to look and found nothing, by this machine's clock. */
  idleSince = 0;
  readonly loop: Loop;
  private waiting: StreamRecord[] = [];

  private constructor(
    readonly name: string,
    private readonly reader: StreamReader,
    private readonly settings: StreamSettings,
    private readonly deliver: (records: readonly StreamRecord[]) => Promise<unknown>,
    report: (line: string) => void,
  ) {
    this.loop = new Loop(name, report, () => this.poll());
  }

  static async open(
    name: string,
    endpoint: string,
    settings: StreamSettings,
    deliver: (records: readonly StreamRecord[]) => Promise<unknown>,
    report: (line: string) => void,
  ): Promise<StreamMapping> {
    const reader = await StreamReader.open(endpoint, settings.table, settings.startingPosition);
    return new StreamMapping(name, reader, settings, deliver, report);
  }

  private async poll(): Promise<number> {
    const began = performance.now();
    await this.take();
    if (this.waiting.length === 0) {
      this.idleSince = began;
      return IDLE_MS;
    }
    if (this.settings.hasWindow) {
      await wait(WINDOW_MS);
      await this.take();
    }
    const batch = this.waiting.slice(0, this.settings.batch);
    try {
      await this.deliver(batch);
    } catch {
      return AGAIN_MS;
    }
    this.waiting = this.waiting.slice(batch.length);
    return 0;
  }

  private async take(): Promise<void> {
    const filters = this.settings.filters.map((text) => JSON.parse(text) as object);
    const records = await this.reader.read();
    const wanted = records.filter(
      (record) => filters.length === 0 || filters.some((filter) => isMatch(filter, record)),
    );
    this.waiting.push(...wanted);
  }
}
