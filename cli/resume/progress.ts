import { clearLine, cursorTo } from 'node:readline';

const REDRAW_MS = 100;
const LINE_EVERY_MS = 5000;

/** Shows the operator how far a long command is. */
export interface Progress {
  /** `total` may be a guess; 0 is none. */
  begin(what: string, total: number, done: number): void;
  advance(count: number): void;
  end(): void;
}

/** On a terminal one line that changes in place; in a pipe or file a line every few seconds. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const { isTTY } = stream;
  let task = { what: '', total: 0, done: 0, before: 0, since: 0 };
  let next = 0;
  const clear = (): void => {
    if (!isTTY) return;
    cursorTo(stream, 0);
    clearLine(stream, 0);
  };
  const show = (): void => {
    next = Date.now() + (isTTY ? REDRAW_MS : LINE_EVERY_MS);
    clear();
    stream.write(isTTY ? lineOf(task) : `${lineOf(task)}\n`);
  };
  return {
    begin: (what, total, done) => {
      clear();
      task = { what, total, done, before: done, since: Date.now() };
      next = Date.now() + (isTTY ? 0 : LINE_EVERY_MS);
    },
    advance: (count) => {
      task.done += count;
      if (Date.now() >= next) show();
    },
    end: clear,
  };
}

interface Task {
  readonly what: string;
  readonly total: number;
  readonly done: number;
  /** How much was done when it began, and when that was. */
  readonly before: number;
  readonly since: number;
}

function lineOf({ what, total, done, before, since }: Task): string {
  const number = (n: number): string => n.toLocaleString('en');
  if (total === 0) return `${what}: ${number(done)}`;
  const seconds = ((Date.now() - since) / 1000 / Math.max(1, done - before)) * Math.max(0, total - done);
  return `${what}: ${number(done)} of about ${number(total)}, ${durationOf(seconds)} left`;
}

function durationOf(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
