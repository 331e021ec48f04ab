import { ADJUSTABLE, batchesOf, CONSUMERS } from '../../shared/consent/consumers';

const MINUTES_A_DAY = 24 * 60;
const named = (name: string) => CONSUMERS.find((one) => one.name === name)!;
const triedFor = (name: string): number => {
  const { tries } = named(name);
  return tries.atMost * tries.restMinutes;
};

test('what a person waits for is no longer behind anything else, and mail waits for 26 hours', () => {
  expect(named('confirmations').runs).toBe(named('mailer').runs);
  expect(named('confirmations').types.filter((type) => named('mailer').types.includes(type))).toEqual([]);
  for (const name of ['confirmations', 'mailer']) expect(triedFor(name)).toBe(26 * 60);
});

test('others are told one at a time, for nearly three days; what is our own is tried for a quarter of an hour', () => {
  expect(named('notifier').batch).toBe(1);
  expect(triedFor('notifier')).toBeGreaterThan(2.9 * MINUTES_A_DAY);
  expect(triedFor('notifier')).toBeLessThan(3 * MINUTES_A_DAY);
  for (const name of ['retention', 'mover', 'projector']) {
    expect([triedFor(name), named(name).batch, named(name).runs]).toEqual([15, 10, name]);
  }
});

test('a stage says how many batches are worked on at once, and nothing it does not say', () => {
  const said = { retention: 2, mover: 0 };
  expect(ADJUSTABLE.map((name) => batchesOf(named(name), said))).toEqual([2, 0, 5, 5]);
  expect(CONSUMERS.map((one) => batchesOf(one))).toEqual(CONSUMERS.map(({ atOnce }) => atOnce));
});
