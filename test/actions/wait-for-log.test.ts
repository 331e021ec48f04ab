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

async function pauses(log: object): Promise<number[]> {
  const waited: number[] = [];
  await waitForLog(log as LogReader, 'hash', async (ms) => void waited.push(ms));
  return waited;
}

test.each([
  [1, []],
  [2, [20]],
  [4, [20, 40, 80]],
  [6, [20, 40, 80, 160, 320]],
])('a log that has the entry at look %i is waited for no longer: %j', async (look, expected) => {
  expect(await pauses(logThatHasIt(look))).toEqual(expected);
});

test('a log that stands still is waited for so long, and no longer', async () => {
  for (const log of [logThatHasIt(Infinity), logThatHasIt(1, { size: 0 })]) {
    const waited = await pauses(log);
    expect(waited).toEqual([20, 40, 80, 160, 320, 640, 1280, 2560, 900]);
    expect(waited.reduce((sum, ms) => sum + ms)).toBe(6000);
  }
});
