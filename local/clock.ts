import { plus } from '../shared/calendar';
import { readDuration } from '../shared/duration';

/**
 * The stack's present time: the machine's, plus what it was moved forward by hand. The offset lies in shared
 * memory, so that every function's thread sees a move at once.
 */
export class Clock {
  readonly shared = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
  private readonly offset = new BigInt64Array(this.shared);

  constructor(offset: number) {
    this.moveTo(offset);
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs());
  }

  offsetMs(): number {
    return Number(Atomics.load(this.offset, 0));
  }

  moveTo(offset: number): void {
    Atomics.store(this.offset, 0, BigInt(offset));
  }
}

/** Thrown when a clock cannot be moved as asked; the message is for the caller. */
export class BadMove extends Error {
  override readonly name = 'BadMove';
}

/** How many milliseconds a move by an ISO 8601 duration such as "P8D" is. @throws {BadMove} */
export function moveInMs(advance: unknown, now: Date): number {
  const moment = later(String(advance), now);
  if (!(moment.getTime() <= LAST_MOMENT)) throw new BadMove('"advance" leads beyond the year 9999.');
  return moment.getTime() - now.getTime();
}

const LAST_MOMENT = Date.parse('9999-12-31T00:00:00Z');

function later(advance: string, now: Date): Date {
  try {
    readDuration(advance);
  } catch (error) {
    const { message } = error as Error;
    throw new BadMove(
      `"advance" must be an ISO 8601 duration, as in {"advance": "P8D"} or {"advance": "PT90M"}. ${message}`,
    );
  }
  try {
    return plus(now, advance);
  } catch {
    return new Date(Infinity);
  }
}
