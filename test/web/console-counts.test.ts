import { Figures, leftOf, mayRise, rateOf, type Numbers } from '../../console/counts/figures';
import { spanOf } from '../../console/counts/periods';
import { deskCounts as de } from '../../shared/words/de/desk-counts';
import { deskCounts as en } from '../../shared/words/en/desk-counts';
import { germanDay } from '../../shared/words/times';

test.each([
  ['today', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['7', '2026-03-01', '2026-02-23', '2026-03-01'],
  ['30', '2026-03-01', '2026-01-31', '2026-03-01'],
  ['90', '2026-03-01', '2025-12-02', '2026-03-01'],
  ['month', '2026-03-01', '2026-03-01', '2026-03-01'],
  ['last-month', '2026-03-01', '2026-02-01', '2026-02-28'],
  ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
  ['year', '2026-03-01', '2026-01-01', '2026-03-01'],
] as const)('%s, on %s, is from %s to %s', (period, today, from, to) => {
  expect(spanOf(period, today)).toMatchObject({ from, to });
});

test('days begin in Germany', () => {
  expect(germanDay(new Date('2026-11-29T22:59:59Z'))).toBe('2026-11-29');
  expect(germanDay(new Date('2026-11-29T23:00:00Z'))).toBe('2026-11-30');
});

const NOBODY: Numbers = {
  ...{ signUps: 0, confirmedOfThese: 0, medianSeconds: null, confirmations: 0, withdrawals: 0 },
  ...{ objections: 0, expiries: 0, bounces: 0, complaints: 0 },
};

test.each([
  ['somebody has yet to confirm', '2026-11-29', 3, 2, true],
  ['all have confirmed', '2026-11-29', 3, 3, false],
  ['nobody signed up', '2026-11-29', 0, 0, false],
  ['the time to confirm is over', '2026-11-26', 3, 2, false],
  ['it is hidden how many', '2026-11-29', null, null, true],
] as const)('a rate may rise or not, where %s', (_, day, signUps, confirmedOfThese, rises) => {
  const period = { ...NOBODY, from: day, to: day, inForce: 0, signUps, confirmedOfThese };
  expect(mayRise(period, '2026-11-27')).toBe(rises);
});

describe('figures', () => {
  const german = new Figures('de', de);
  const english = new Figures('en', en);

  test('are written as the language does, and a hidden one is said to be', () => {
    expect(german.count(4812)).toBe('4.812');
    expect(english.count(4812)).toBe('4,812');
    expect([german.count(null), english.count(null)]).toEqual(['verborgen', 'hidden']);
    expect(english.count(undefined)).toBe('–');
  });

  const numbers = (some: Partial<Numbers>): Numbers => ({ ...NOBODY, ...some });

  test('a rate of nobody, or of a hidden number, is none', () => {
    expect(german.share(rateOf(numbers({ signUps: 4, confirmedOfThese: 3 })))).toMatch(/^75\s%$/);
    expect(rateOf(NOBODY)).toBeUndefined();
    expect(rateOf(numbers({ signUps: 4, confirmedOfThese: null }))).toBeUndefined();
    expect(rateOf(numbers({ signUps: null, confirmedOfThese: 7 }))).toBeUndefined();
    expect(german.share(undefined)).toBe('–');
  });

  test('who left withdrew, complained or objected; one hidden number hides the sum', () => {
    expect(leftOf(numbers({ withdrawals: 3, complaints: 1, objections: 1, expiries: 9, bounces: 9 }))).toBe(5);
    expect(leftOf(numbers({ withdrawals: 3, complaints: null }))).toBeNull();
  });

  test('a change has its sign, and there is none from nothing', () => {
    expect(english.change(112, 100)).toBe('+12%');
    expect(english.change(88, 100)).toBe('-12%');
    expect(english.change(100, 100)).toBe('0%');
    expect(english.change(5, 0)).toBeUndefined();
    expect(english.change(5, undefined)).toBeUndefined();
    expect(english.change(null, 3)).toBeUndefined();
  });

  test('of rates the change is in points', () => {
    expect(english.points(0.744, 0.756)).toBe('-2 percentage points');
    expect(german.points(0.5, 0.4)).toBe('+10 Prozentpunkte');
    expect(english.points(0.5, undefined)).toBeUndefined();
  });

  test('a time is in the largest unit of which there are two', () => {
    expect([90, 119, 120, 7200, 86_400, 200_000].map((seconds) => english.time(seconds))).toEqual([
      ...['90 s', '119 s', '2 min', '2 h', '24 h', '2 days'],
    ]);
    expect(english.time(null)).toBe('–');
  });
});
