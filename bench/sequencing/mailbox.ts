import type { VirtualTime } from './virtual-time';

/** What waits for whoever takes it. */
export class Mailbox<T> {
  private readonly items: T[] = [];
  private waiting: (() => void)[] = [];

  constructor(private readonly time: VirtualTime) {}

  put(item: T): void {
    this.items.push(item);
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  take(atMost: number): T[] {
    return this.items.splice(0, atMost);
  }

  /** Until something is there, or that time has come. */
  async filled(until = Infinity): Promise<void> {
    while (this.items.length === 0 && this.time.now < until) {
      const put = new Promise<void>((wake) => this.waiting.push(wake));
      await (until === Infinity ? put : Promise.race([put, this.time.sleep(until - this.time.now)]));
    }
  }
}
