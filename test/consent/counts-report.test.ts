import { HIDDEN_BELOW, periodsOf, reportOf, spanBefore, type Asked } from '../../shared/consent/counts/report';
import { tallyOf, type Tally } from '../../shared/consent/counts/tally';
import type { Contribution } from '../../shared/consent/counts/contribution';

const ASKED: Asked = { from: '2026-11-02', to: '2026-11-03', each: 'day' };

const one = (day: string, more: Partial<Contribution>): Contribution => ({
  ...{ day, purposes: ['news'], came: [], went: [] },
  ...more,
});
const signUps = (day: string, count: number, form?: string): Contribution[] =>
  Array.from({ length: count }, () => one(day, { kind: 'signUps', ...(form !== undefined && { form }) }));
const confirmed = (day: string, signedUpOn: string, seconds: number): Contribution =>
  one(day, { kind: 'confirmations', confirmed: { signedUpOn, seconds }, came: ['*', 'news'] });

function daysOf(contributions: readonly Contribution[]): Map<string, Tally> {
  const days = [...new Set(contributions.map(({ day }) => day))];
  return new Map(days.map((day) => [day, tallyOf(contributions.filter((each) => each.day === day))]));
}

function report(asked: Asked, contributions: readonly Contribution[], oldBefore = '0000') {
  return reportOf(asked, { days: daysOf(contributions), before: { '*': 10, news: 9 }, keys: [], oldBefore });
}

test('a rate is that of those who signed up then, whenever they confirmed', () => {
  const { all } = report(ASKED, [
    ...signUps('2026-11-02', 3),
    confirmed('2026-11-02', '2026-11-01', 600),
    confirmed('2026-11-03', '2026-11-02', 60),
    confirmed('2026-11-09', '2026-11-02', 90_000),
  ]);
  expect(all.periods[0]).toMatchObject({
    signUps: 3,
    confirmations: 1,
    confirmedOfThese: 2,
    medianSeconds: 60,
  });
  expect(all.sum).toMatchObject({ signUps: 3, confirmations: 2, confirmedOfThese: 2 });
  expect(all.periods[1]).toMatchObject({ confirmedOfThese: 0, medianSeconds: null });
});

test('what is in force is counted from the beginning, to the end of each period', () => {
  const { all, groups } = report({ ...ASKED, by: 'purpose' }, [
    confirmed('2026-11-02', '2026-11-02', 5),
    one('2026-11-03', { kind: 'withdrawals', went: ['news'] }),
    one('2026-11-09', { kind: 'withdrawals', went: ['news', '*'] }),
  ]);
  expect(all.periods.map(({ inForce }) => inForce)).toEqual([11, 11]);
  expect(groups?.map(({ key, inForce, periods }) => [key, inForce, periods.map((period) => period.inForce)])).toEqual([
    ['news', 9, [10, 9]],
  ]);
});

test('the time before is as long, and says which days it is and what was in force at its end', () => {
  const { all, groups } = report({ ...ASKED, by: 'purpose', against: 'previous' }, [
    confirmed('2026-11-01', '2026-11-01', 5),
    one('2026-11-02', { kind: 'withdrawals', went: ['news', '*'] }),
  ]);
  expect(all.previous).toMatchObject({ from: '2026-10-31', to: '2026-11-01', confirmations: 1, inForce: 11 });
  expect(all.inForce).toBe(10);
  expect(groups?.map(({ previous }) => previous?.inForce)).toEqual([10]);
});

test('weeks begin on Mondays and months on their first day, cut where the span is', () => {
  const span = { from: '2026-10-30', to: '2026-11-10' };
  expect(periodsOf({ ...span, each: 'week' })).toEqual([
    { from: '2026-10-30', to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-08' },
    { from: '2026-11-09', to: '2026-11-10' },
  ]);
  expect(periodsOf({ ...span, each: 'month' }).map(({ from }) => from)).toEqual(['2026-10-30', '2026-11-01']);
  expect(periodsOf({ ...span, each: 'day' })).toHaveLength(12);
  expect(spanBefore(span)).toEqual({ from: '2026-10-18', to: '2026-10-29' });
});

describe('of days that outlive persons', () => {
  const asked: Asked = { ...ASKED, by: 'form', against: 'previous' };
  const many = [
    ...signUps('2026-11-02', 20, 'footer'),
    ...signUps('2026-11-02', 9, 'shop'),
    ...signUps('2026-11-02', 2, 'fair'),
  ];
  const shown = (oldBefore: string): object =>
    Object.fromEntries(
      (report(asked, many, oldBefore).groups ?? []).map(
        ({ key, periods }) => [key ?? '', periods[0]?.signUps] as const,
      ),
    );

  test('a small number is hidden, and the next one with it; the sum of all is not', () => {
    expect(HIDDEN_BELOW).toBe(5);
    expect(shown('2026-11-03')).toEqual({ footer: 20, shop: null, fair: null });
    expect(report(asked, many, '2026-11-03').all.periods[0]?.signUps).toBe(31);
  });

  test('nothing is hidden while the persons are there', () => {
    expect(shown('2026-11-02')).toEqual({ footer: 20, shop: 9, fair: 2 });
  });

  test('nor is that there was nobody', () => {
    expect(report(asked, many, '2026-11-09').groups?.map(({ previous }) => previous?.signUps)).toEqual([0, 0, 0]);
  });

  test('how long it took goes with how many it was', () => {
    const took = [confirmed('2026-11-02', '2026-11-02', 70)].map((each) => ({ ...each, form: 'fair' }));
    const { groups } = report(asked, [...many, ...took], '2026-11-09');
    const fair = groups?.find(({ key }) => key === 'fair');
    expect(fair?.sum).toMatchObject({ confirmedOfThese: null, medianSeconds: null });
  });
});
