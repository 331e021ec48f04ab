import { comeToRest, type Work } from '../../local/rest';

/** A stack that is as busy at each look as is said; after the last it is at rest. */
function busy(
  ...looks: readonly Partial<Record<'running' | 'waiting' | 'started', number>>[]
): Work & { seen: number } {
  const work = {
    seen: 0,
    started: () => 0,
    running: () => looks[work.seen]?.running ?? 0,
    isWaiting: () => {
      const { waiting = 0 } = looks[work.seen] ?? {};
      work.seen += 1;
      return Promise.resolve(waiting > 0);
    },
  };
  return work;
}

test('is over at once where there is nothing to do', async () => {
  const work = busy();
  expect(await comeToRest(work)).toBe(true);
  expect(work.seen).toBe(1);
});

test('waits for what was written and for messages that are due', async () => {
  const work = busy({ waiting: 2 }, { waiting: 1 });
  expect(await comeToRest(work)).toBe(true);
  expect(work.seen).toBe(3);
});

test('waits for functions that run', async () => {
  let looks = 0;
  const work: Work = {
    started: () => 1,
    running: () => (looks++ < 3 ? 1 : 0),
    isWaiting: () => Promise.resolve(false),
  };
  expect(await comeToRest(work)).toBe(true);
  expect(looks).toBeGreaterThan(3);
});

test('is not taken in by a function that began and ended between two looks', async () => {
  let started = 0;
  let looks = 0;
  const isWaiting = (): Promise<boolean> => {
    looks += 1;
    if (looks === 1) started += 1;
    return Promise.resolve(false);
  };
  expect(await comeToRest({ started: () => started, running: () => 0, isWaiting })).toBe(true);
  expect(looks).toBe(2);
});

test('does not wait for ever, and says so', async () => {
  const work: Work = { started: () => 0, running: () => 0, isWaiting: () => Promise.resolve(true) };
  expect(await comeToRest(work, 50)).toBe(false);
});
