import { setImmediate as turn } from 'node:timers/promises';

interface Timer {
  readonly at: number;
  readonly wake: () => void;
}

/** Time that passes only while everybody waits for it: an hour takes as long as what is done in it. */
export class VirtualTime {
  now = 0;
  /** The latest first. */
  private readonly timers: Timer[] = [];
  private underWay = 0;

  sleep = (ms: number): Promise<void> => new Promise((wake) => this.add({ at: this.now + Math.max(0, ms), wake }));

  /** Does something that takes real time and no virtual. */
  async instantly<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
    }
  }

  /** Until nobody waits any more. */
  async run(): Promise<void> {
    for (;;) {
      do await turn();
      while (this.underWay > 0);
      const next = this.timers.pop();
      if (!next) return;
      this.now = next.at;
      next.wake();
    }
  }

  private add(timer: Timer): void {
    let place = this.timers.length;
    while (place > 0 && (this.timers[place - 1]?.at ?? Infinity) <= timer.at) place -= 1;
    this.timers.splice(place, 0, timer);
  }
}
