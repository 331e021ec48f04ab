import { setTimeout as wait } from 'node:timers/promises';

/** What the stack has to do. */
export interface Work {
  /** How many functions were ever invoked. */
  readonly started: () => number;
  /** How many are running. */
  readonly running: () => number;
  /** Whether something that was written, or a message whose time has come, has yet to be worked off. */
  readonly isWaiting: () => Promise<boolean>;
}

/** For so long it is waited at most: what cannot be worked off must not stop time for good. */
const PATIENCE_MS = 20_000;
const PAUSE_MS = 20;

/** Waits until what is under way is done. A message that is to be tried again later is not under way. */
export async function comeToRest(work: Work, patienceMs = PATIENCE_MS): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (!(await isAtRest(work))) {
    if (performance.now() > until) return false;
    await wait(PAUSE_MS);
  }
  return true;
}

/** Work goes from functions over stream and queues to functions: what no look finds there went past it only if one began meanwhile. */
async function isAtRest({ started, running, isWaiting }: Work): Promise<boolean> {
  const before = started();
  const isBusy = running() > 0 || (await isWaiting());
  return !isBusy && running() === 0 && started() === before;
}
