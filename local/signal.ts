/** Wakes a loop that waits for work. A notification that comes while it is busy is kept for its next wait. */
export class Signal {
  private raised = false;
  private wake: (() => void) | undefined;

  notify(): void {
    this.raised = true;
    this.wake?.();
  }

  /** Returns after a notification, or after that many milliseconds. */
  async wait(ms: number): Promise<void> {
    if (!this.raised) await this.sleep(ms);
    this.raised = false;
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.wake?.(), ms);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = undefined;
        resolve();
      };
    });
  }
}
