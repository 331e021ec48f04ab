/*
 * The ends that items are born with, for those who write them. What follows later from a person's history is in
 * `item-ends.ts`, which takes a calendar that pages need not load.
 */

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When an unconfirmed sign-up goes: a day after its confirmation came too late, so that nothing vanishes between
 * a click in the last second and its processing.
 */
export function endOfUnconfirmed(confirmBy: Date): Date {
  return new Date(confirmBy.getTime() + DAY_MS);
}

/** Two weeks without `retention`, and a week to repair what it left. */
const OUTAGE_DAYS = 22;

/**
 * When a part goes that was saved for a step, and a sign-up that is confirmed, unless the step was taken and `retention` saw to
 * it. Long enough that an outage loses nothing; what a failed step left behind stays for so long.
 */
export function endOfUnclaimed(now: Date): Date {
  return new Date(now.getTime() + OUTAGE_DAYS * DAY_MS);
}
