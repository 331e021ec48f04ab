import { waitForLog } from '../../shared/actions/wait-for-log';
import type { LogReader } from '../../shared/log/store';

/** A log that has the entry, and a checkpoint that spans it, when it is looked at for the n-th time. */
function logThatHasIt(from: number, { size = 1 } = {}): Pick<LogReader, 'findLeaves' | 'readCheckpoint'> {
  let looks = 0;
  return {
    findLeaves: async () => new Map((looks += 1) >= from ? [['hash', 0]] : []),
    readCheckpoint: async () => ({ size, note: '' }),
  };
}

const sum = (waited: readonly number[]): number => waited.reduce((all, ms) => all + ms, 0);

async function pauses(log: object): Promise<number[]> {
  const waited: number[] = [];
  await waitForLog(log as LogReader, 'hash', async (ms) => void waited.push(ms));
  return waited;
}

test.each([
  [1, 0],
  [2, 20],
  [5, 130],
  [10, 739],
  [14, 2466],
])('a log that has the entry at look %i is waited for %i ms', async (look, expected) => {
  const waited = await pauses(logThatHasIt(look));
  expect(waited).toHaveLength(look - 1);
  expect(Math.round(sum(waited))).toBe(expected);
});

test('whenever the log has it, that is heard of 20 ms later at most, or a third of the time', async () => {
  const waited = await pauses(logThatHasIt(Infinity));
  for (const [n, pause] of waited.entries()) expect(pause).toBeLessThanOrEqual(20 + sum(waited.slice(0, n)) / 3);
});

test('a log that stands still is waited for so long, and no longer', async () => {
  for (const log of [logThatHasIt(Infinity), logThatHasIt(1, { size: 0 })]) {
    const waited = await pauses(log);
    expect(waited).toHaveLength(17);
    expect(sum(waited)).toBeCloseTo(6000);
  }
});
