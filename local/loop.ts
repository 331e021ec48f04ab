import type { Report } from './report';
import { Signal } from './signal';

const PAUSE_AFTER_ERROR_MS = 1000;

/** Work that goes on in the background until it is stopped; an error is reported and the work goes on. */
export class Loop {
  private readonly signal = new Signal();
  private stopped = false;
  private running: Promise<void> | undefined;

  /** `work` does what there is to do and returns after how many milliseconds to look again, unless woken before. */
  constructor(
    private readonly name: string,
    private readonly report: Report,
    private readonly work: () => Promise<number>,
  ) {}

  start(): this {
    this.running = this.run();
    return this;
  }

  wake(): void {
    this.signal.notify();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.signal.notify();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const pause = await this.work().catch((error: unknown) => this.failed(error));
      if (!this.stopped) await this.signal.wait(pause);
    }
  }

  private failed(error: unknown): number {
    if (!this.stopped) this.report(`${this.name}: ${String(error)}`);
    return PAUSE_AFTER_ERROR_MS;
  }
}
