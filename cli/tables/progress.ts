import { SingleBar } from 'cli-progress';

const LINE_EVERY_MS = 5000;

/** Tells who waits how far it is. */
export interface Progress {
  /** `total` may be a guess; 0 is none. */
  begin(what: string, total: number, done: number): void;
  advance(count: number): void;
  end(): void;
}

/** A bar on a terminal; else a line now and then. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? new Bar(stream) : new Lines(stream);
}

class Bar implements Progress {
  private bar: SingleBar | undefined;
  constructor(private readonly stream: NodeJS.WriteStream) {}

  begin(what: string, total: number, done: number): void {
    this.end();
    const format = total === 0 ? `${what} {value}` : `${what} {bar} {value} of about {total}, {eta_formatted} left`;
    this.bar = new SingleBar({ format, stream: this.stream, clearOnComplete: true, hideCursor: true });
    this.bar.start(Math.max(total, done), done);
  }

  advance(count: number): void {
    this.bar?.increment(count);
  }

  end(): void {
    this.bar?.stop();
    this.bar = undefined;
  }
}

class Lines implements Progress {
  private what = '';
  private total = 0;
  private done = 0;
  private next = 0;
  constructor(private readonly stream: NodeJS.WritableStream) {}

  begin(what: string, total: number, done: number): void {
    [this.what, this.total, this.done, this.next] = [what, total, done, Date.now() + LINE_EVERY_MS];
  }

  advance(count: number): void {
    this.done += count;
    if (Date.now() < this.next) return;
    this.next = Date.now() + LINE_EVERY_MS;
    this.stream.write(`${this.what}: ${this.done}${this.total === 0 ? '' : ` of about ${this.total}`}\n`);
  }

  end(): void {
    this.next = 0;
  }
}
