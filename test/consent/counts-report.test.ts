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

test('the median is the time of the one in the middle, of two the shorter, on whichever days they signed up', () => {
  const median = (...took: [signedUpOn: string, seconds: number][]): number | null =>
    report(
      ASKED,
      took.map(([day, seconds]) => confirmed('2026-11-03', day, seconds)),
    ).all.sum.medianSeconds;
  expect(median(['2026-11-02', 600], ['2026-11-03', 60], ['2026-11-03', 90])).toBe(90);
  expect(median(['2026-11-02', 600], ['2026-11-02', 60], ['2026-11-03', 5], ['2026-11-02', 90])).toBe(60);
  expect(median(['2026-11-02', 600], ['2026-11-02', 600], ['2026-11-03', 60])).toBe(600);
});

test('where nobody asks for a split, there are no groups', () => {
  expect(report(ASKED, signUps('2026-11-02', 1))).not.toHaveProperty('groups');
});

test('a group is what was counted of it alone, on whichever days, or nothing', () => {
  const took = { ...confirmed('2026-11-03', '2026-11-02', 70), form: 'shop' };
  const days = daysOf([...signUps('2026-11-02', 3, 'footer'), ...signUps('2026-11-03', 2, 'shop'), took]);
  const found = { days, before: {}, keys: ['fair', 'shop'], oldBefore: '0000' };
  const { groups = [] } = reportOf({ ...ASKED, by: 'form' }, found);
  expect(groups.map(({ key, sum }) => [key, sum.signUps, sum.confirmedOfThese])).toEqual([
    ...[
      ['fair', 0, 0],
      ['shop', 2, 1],
      ['footer', 3, 0],
    ],
  ]);
  expect(groups.map(({ periods }) => periods.map((period) => period.signUps))).toEqual([
    [0, 0],
    [0, 2],
    [3, 0],
  ]);
  for (const group of groups) {
    expect(group).not.toHaveProperty('inForce');
    expect(group).not.toHaveProperty('previous');
  }
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
  const winter = { from: '2026-01-31', to: '2026-03-01', each: 'month' as const };
  expect(periodsOf(winter)).toEqual([
    { from: '2026-01-31', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-01' },
  ]);
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

  test('the next one that is hidden is the smallest of those that are left, whatever their order', () => {
    const few = ([2, 9, 20] as const).flatMap((count) => signUps('2026-11-02', count, `form-${count}`));
    const { groups } = report(asked, few, '2026-11-09');
    expect(groups?.map(({ sum }) => sum.signUps)).toEqual([null, null, 20]);
  });

  test('five are enough to be shown, with how long they took', () => {
    const five = Array.from({ length: HIDDEN_BELOW }, () => confirmed('2026-11-02', '2026-11-02', 70));
    const { groups } = report(asked, [...five, ...signUps('2026-11-02', 4, 'fair')], '2026-11-09');
    expect(groups?.[0]?.sum).toMatchObject({ confirmations: 5, confirmedOfThese: 5, medianSeconds: 70 });
    expect(groups?.[1]?.sum).toMatchObject({ signUps: null, confirmations: 0, confirmedOfThese: 0 });
  });

  test('a number that is hidden in one column alone leaves how long it took', () => {
    const took = Array.from({ length: 6 }, () => ({ ...confirmed('2026-11-02', '2026-11-02', 70), form: 'fair' }));
    const { groups } = report(asked, [...took, ...signUps('2026-11-02', 2, 'fair')], '2026-11-09');
    expect(groups?.[0]?.sum).toMatchObject({ signUps: null, medianSeconds: 70 });
  });

  test('the time before hides for itself', () => {
    const before = [...signUps('2026-10-31', 2, 'fair'), ...signUps('2026-11-01', 7, 'footer')];
    const previous = (oldBefore: string): unknown =>
      report(asked, [...before, ...many], oldBefore).groups?.map((group) => group.previous?.signUps);
    expect(previous('2026-11-02')).toEqual([null, null, 0]);
    expect(previous('2026-11-01')).toEqual([2, 7, 0]);
  });
});
