import { setTimeout as wait } from 'node:timers/promises';

/** How far apart commits to the log are. */
export interface Pace {
  readonly intervalMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** Where nobody else writes, or no one minds who finishes what. */
export const AT_ONCE: Pace = { intervalMs: 0, now: Date.now, wait };

/** One commit a second, and so one signature, however many want to write. */
export const A_SECOND_APART: Pace = { ...AT_ONCE, intervalMs: 1000 };

/** How much later at most, so that those who wait for the same moment do not meet in it. */
const JITTER = 0.2;

/**
 * How long to wait before the next commit may be made, in milliseconds; 0 if it may be made now.
 *
 * @param waits how often somebody has waited already: they go before others
 */
export function untilTurn(committedAt: number, waits: number, { intervalMs, now }: Pace): number {
  const left = Math.min(intervalMs, committedAt + intervalMs - now());
  return left > 0 ? left + (Math.random() * JITTER * intervalMs) / 2 ** waits : 0;
}
