import { setTimeout as wait } from 'node:timers/promises';
import type { LogReader } from '../log/store';

const FIRST_PAUSE_MS = 20;
/** By how much each pause is longer than the one before: so it is heard of a third later at most than it is there, and looks stay few. */
const LONGER = 4 / 3;
/** The log follows the ledger within three seconds, mostly; who waits for so long in all has waited for long enough. */
const LONGEST_WAIT_MS = 6000;

/**
 * Waits until the log has the leaf of an entry and a checkpoint that spans it, or for as long as anybody waits: it looks at once,
 * then after pauses each of which is longer than the one before.
 */
export async function waitForLog(
  log: LogReader,
  hash: string,
  pause: (ms: number) => Promise<unknown> = wait,
): Promise<void> {
  let [next, left] = [FIRST_PAUSE_MS, LONGEST_WAIT_MS];
  while (!(await isLogged(log, hash)) && left > 0) {
    const ms = Math.min(next, left);
    await pause(ms);
    [next, left] = [LONGER * next, left - ms];
  }
}

async function isLogged(log: LogReader, hash: string): Promise<boolean> {
  const [places, checkpoint] = await Promise.all([log.findLeaves([hash]), log.readCheckpoint()]);
  const index = places.get(hash);
  return index !== undefined && index < (checkpoint?.size ?? 0);
}
