import { BadMove, Clock, moveInMs } from '../../local/clock';

const NOW = new Date('2026-01-31T12:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('the clock', () => {
  test('moves by the duration asked for, months by the calendar', () => {
    expect(moveInMs('P8D', NOW)).toBe(8 * DAY_MS);
    expect(moveInMs('PT90M', NOW)).toBe(90 * 60 * 1000);
    expect(moveInMs('P1Y', NOW)).toBe(365 * DAY_MS);
  });

  test.each([['P'], ['8D'], [''], [undefined], [8], [{}], ['-P1D'], ['P9999Y']])(
    'refuses %p, and says why',
    (advance) => {
      expect(() => moveInMs(advance, NOW)).toThrow(BadMove);
    },
  );

  test('tells the time that it was moved to', () => {
    const clock = new Clock(0);
    clock.moveTo(8 * DAY_MS);
    expect(clock.now().getTime() - Date.now()).toBeCloseTo(8 * DAY_MS, -3);
  });
});
