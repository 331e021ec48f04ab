import { setTimeout as wait } from 'node:timers/promises';

const FIRST_AT_MOST_MS = 20;
const AT_MOST_MS = 400;

/**
 * Waits before what somebody else outran is tried again, so that those who met do not meet again: a random part of a time that
 * doubles with each attempt, 0.4 s at most ("full jitter": M. Brooker, Exponential Backoff And Jitter, AWS Architecture Blog, 2015).
 *
 * @param attempt the one that failed, from 1
 */
export async function pauseAfter(attempt: number): Promise<void> {
  await wait(Math.random() * Math.min(AT_MOST_MS, FIRST_AT_MOST_MS * 2 ** (attempt - 1)));
}
