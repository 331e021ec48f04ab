import type { Facts } from '../../shared/consent/entry';
import {
  changed,
  earliest,
  later,
  latest,
  recordEnds,
  type RetentionRules,
} from '../../shared/consent/keep/record-end';
import { asRecord } from '../ids';
import { rules, Tale } from './tale';

/* When what belongs to a record goes: entries, address, details, and all else. */

const GIVEN = '2026-01-10T10:00:00Z';
const CONFIRMED = '2026-01-10T10:01:00.000Z';
const LEFT = '2026-03-01T10:00:00.000Z';
const AT_ONCE = { keep: 'P0D', from: 'withdrawal' } as const;
const A_YEAR = { keep: 'P1Y', from: 'withdrawal' } as const;
const given = (...purposes: string[]): Tale => new Tale().given(GIVEN, 'r1', purposes);
const left = (facts: Facts = {}, at = LEFT): Tale =>
  given('news').step('ConsentWithdrawn', at, { record: 'r1', purposes: ['news'], facts });
const by = (retention: Partial<RetentionRules['retention']>, purposes: readonly object[] = []): RetentionRules => ({
  ...rules(retention),
  purposes: purposes as RetentionRules['purposes'],
});
const endsOf = ({ entries }: Tale, of: RetentionRules, record = 'r1') => {
  const ends = recordEnds(entries, of).get(asRecord(record));
  const { end, address, details, allButAddress } = ends!;
  return [end, address, details, allButAddress].map((one) => one?.toISOString());
};
const four = (end?: string): unknown[] => [end, end, end, end];
/** An order, perhaps with purposes, confirmed a minute later. */
function ordered(purposes: readonly string[], confirmed = true): Tale {
  const told = { record: 'r1', purposes, asset: 'whitepaper' };
  const tale = new Tale().step('ConsentRequested', GIVEN, {
    ...told,
    facts: { confirmBy: '2026-01-17T10:00:00.000Z' },
  });
  return confirmed ? tale.step('ConsentGiven', CONFIRMED, told) : tale;
}

describe('an order', () => {
  test('stands for itself: what came along with it may go on, or end, without it', () => {
    const month = '2026-02-09T10:01:00.000Z';
    expect(endsOf(ordered([]), by({ evidence: AT_ONCE }))).toEqual(four(month));
    expect(endsOf(ordered(['news']), by({ evidence: AT_ONCE }))).toEqual(four());
    const withdrawn = (at: string): Tale => ordered(['news']).withdrawn(at, 'r1', ['news']);
    expect(endsOf(withdrawn('2026-01-11T10:00:00Z'), by({ evidence: AT_ONCE }))).toEqual(four(month));
    expect(endsOf(withdrawn(LEFT), by({ evidence: AT_ONCE }))).toEqual(four(LEFT));
  });

  test('may be all that a record is', () => {
    expect(endsOf(given(), by({ evidence: A_YEAR }))).toEqual(four('2027-01-10T10:01:00.000Z'));
  });

  test('that nobody confirmed goes with its sign-up, or at the longest time of a registration', () => {
    const late = '2026-01-18T10:00:00.000Z';
    for (const purposes of [[], ['news']]) {
      expect(endsOf(ordered(purposes, false), by({ evidence: A_YEAR }))).toEqual(four(late));
      const maximum = '2026-01-12T10:00:00.000Z';
      expect(endsOf(ordered(purposes, false), by({ registrationMaximum: 'P2D' }))).toEqual([
        late,
        maximum,
        maximum,
        maximum,
      ]);
    }
  });

  test('is kept from its year on where that counts, its details as long as the site says, but while it is there', () => {
    const year = { keep: 'P1Y', from: 'end-of-year-of-withdrawal' } as const;
    const [end, details] = ['2027-12-31T23:00:00.000Z', '2026-07-10T09:01:00.000Z'];
    expect(endsOf(ordered([]), by({ evidence: year }))).toEqual(four(end));
    expect(endsOf(ordered([]), by({ evidence: year, details: { keep: 'P6M' } }))).toEqual([end, end, details, end]);
    expect(endsOf(ordered([]), by({ evidence: AT_ONCE, details: { keep: 'P6M' } }))).toEqual(
      four('2026-02-09T10:01:00.000Z'),
    );
  });
});

describe('what only measures', () => {
  const MEASURES = { id: 'opens', measures: true, requires: ['news', 'events'] };
  const OPENS = [
    MEASURES,
    { id: 'news', retention: { evidence: A_YEAR } },
    { id: 'events', retention: { evidence: A_YEAR } },
  ];
  const measured = (...also: string[]): Tale => given(...also).given(GIVEN, 'r2', ['opens']);
  const opens = (tale: Tale, of: RetentionRules = by({}, OPENS)): unknown[] => endsOf(tale, of, 'r2');

  test('goes by its own duty, or with the last of what it measured, if that is sooner', () => {
    expect(opens(measured('news'))).toEqual(four());
    expect(opens(measured('news').withdrawn(LEFT, 'r2', ['opens']))).toEqual(four('2030-03-01T10:00:00.000Z'));
    const both = measured('news').withdrawn(LEFT, 'r2', ['opens']).withdrawn(LEFT, 'r1', ['news']);
    expect(opens(both)).toEqual(four('2027-03-01T10:00:00.000Z'));
    const two = measured('news', 'events').withdrawn(LEFT, 'r2', ['opens']).withdrawn(LEFT, 'r1', ['news']);
    expect(opens(two.withdrawn('2026-04-01T10:00:00Z', 'r1', ['events']))).toEqual(four('2027-04-01T10:00:00.000Z'));
    const short = by({ evidence: AT_ONCE }, OPENS);
    expect(opens(both, short)).toEqual(four(LEFT));
  });

  test('is not held by what it does not measure, was never confirmed, or not given along with the rest', () => {
    const end = four('2030-03-01T10:00:00.000Z');
    const other = measured('analysis').withdrawn(LEFT, 'r1', ['analysis']).withdrawn(LEFT, 'r2', ['opens']);
    expect(opens(other)).toEqual(end);
    const asked = new Tale()
      .request(GIVEN, 'r1', ['news'])
      .given(GIVEN, 'r2', ['opens'])
      .withdrawn(LEFT, 'r2', ['opens']);
    expect(opens(asked)).toEqual(end);
    const part = new Tale().request(GIVEN, 'r1', ['news', 'analysis']);
    part.step('ConsentGiven', CONFIRMED, { record: 'r1', purposes: ['analysis'] });
    expect(opens(part.given(CONFIRMED, 'r2', ['opens']).withdrawn(LEFT, 'r2', ['opens']))).toEqual(end);
  });

  test('is something else than what cannot be without another, which has a duty of its own', () => {
    const needs = by({}, [{ ...MEASURES, measures: undefined }, ...OPENS.slice(1)]);
    const both = measured('news').withdrawn(LEFT, 'r2', ['opens']).withdrawn(LEFT, 'r1', ['news']);
    expect(opens(both, needs)).toEqual(four('2030-03-01T10:00:00.000Z'));
  });

  test('is registered no longer than what it measures, though nobody wrote down yet that it is over', () => {
    const maximum = { registrationMaximum: 'P1M' };
    const capped = [MEASURES, { id: 'news', retention: { evidence: A_YEAR, ...maximum } }];
    const at = '2026-02-10T10:00:00.000Z';
    const proof = '2027-02-10T10:00:00.000Z';
    expect(opens(measured('news'), by({}, capped))).toEqual([proof, at, at, at]);
    const soon = by({ evidence: AT_ONCE }, [MEASURES, { id: 'news', retention: maximum }]);
    expect(opens(measured('news'), soon)).toEqual(['2026-02-26T10:00:00.000Z', at, at, at]);
  });
});

describe('what was meant for a time', () => {
  const until = (endsOn: string, evidence: RetentionRules['retention']['evidence']) =>
    by({ evidence }, [{ id: 'news', endsOn }]);

  test('is over with its last day, and in the year of that', () => {
    const year = { keep: 'P1Y', from: 'end-of-year-of-withdrawal' } as const;
    expect(endsOf(given('news'), until('2026-12-31', year))).toEqual(four('2027-12-31T23:00:00.000Z'));
    expect(endsOf(given('news'), until('2026-12-31', A_YEAR))).toEqual(four('2027-12-31T23:00:00.000Z'));
    expect(endsOf(given('news'), until('2027-01-01', year))).toEqual(four('2028-12-31T23:00:00.000Z'));
  });

  test('stays sixteen days for whoever writes that down, and tells those who mail', () => {
    expect(endsOf(given('news'), until('2026-02-28', AT_ONCE))).toEqual(four('2026-03-16T23:00:00.000Z'));
    const lapsed = given('news').step('ConsentLapsed', LEFT, {
      purposes: ['news'],
      facts: { because: 'ends-on', endedOn: '2026-02-28' },
    });
    expect(endsOf(lapsed, until('2026-02-28', AT_ONCE))).toEqual(four('2026-02-28T23:00:00.000Z'));
    // By the longest time of a registration nobody has to be found.
    expect(endsOf(given('news'), by({ evidence: AT_ONCE, registrationMaximum: 'P1M' }))).toEqual(
      four('2026-02-10T10:00:00.000Z'),
    );
  });
});

describe('a duty counts', () => {
  test('for the address; details go by a time of their own, if that is sooner', () => {
    const [end, details] = ['2027-03-01T10:00:00.000Z', '2026-09-01T09:00:00.000Z'];
    const kept = (keep: string) => endsOf(left(), by({ evidence: A_YEAR, details: { keep } }));
    expect([kept('P6M'), kept('P2Y')]).toEqual([[end, end, details, end], four(end)]);
  });

  test('from when the word arrived, by whichever step ended it, and not from before there was anything', () => {
    const end = (facts: Facts, at?: string) => endsOf(left(facts, at), by({ evidence: A_YEAR }))[0];
    expect(end({})).toBe('2027-03-01T10:00:00.000Z');
    expect(end({ receivedOn: '2026-02-20' })).toBe('2027-02-20T23:00:00.000Z');
    expect(end({ saidAt: '2026-02-20T08:00:00.000Z' })).toBe('2027-02-20T08:00:00.000Z');
    expect(end({ saidAt: '2026-04-20T08:00:00.000Z' })).toBe('2027-03-01T10:00:00.000Z');
    expect(end({ saidAt: '2025-04-20T08:00:00.000Z' })).toBe('2027-01-10T10:01:00.000Z');
    const again = new Tale().withdrawn('2026-01-01T10:00:00Z', 'r0', ['news']).given(GIVEN, 'r1', ['news']);
    again.step('ConsentWithdrawn', LEFT, { purposes: ['news'], facts: { saidAt: '2026-02-20T08:00:00.000Z' } });
    expect(endsOf(again, by({ evidence: A_YEAR }))[0]).toBe('2027-02-20T08:00:00.000Z');
    const twice = given('news', 'events')
      .step('ConsentWithdrawn', LEFT, { purposes: ['events'], facts: { saidAt: '2026-02-01T08:00:00.000Z' } })
      .step('MailSent', LEFT, { purposes: ['news'], facts: { mail: 'withdrawn' } });
    twice.step('ConsentWithdrawn', LEFT, {
      purposes: ['events', 'news'],
      facts: { saidAt: '2026-02-20T08:00:00.000Z' },
    });
    expect(endsOf(twice, by({ evidence: A_YEAR }))[0]).toBe('2027-02-20T08:00:00.000Z');
  });

  test('from the last mail for just this, that went out before anybody knew of the end', () => {
    const mailed = (purpose: string, mailedAt?: string) =>
      endsOf(
        left({ receivedOn: '2026-02-20' }).step('ActivityReported', '2026-03-09T10:00:00Z', {
          ...{ record: 'r1', purposes: [purpose, 'analysis'], facts: mailedAt === undefined ? {} : { mailedAt } },
        }),
        by({ evidence: { keep: 'P1Y', from: 'last-mail' } }),
      )[0];
    const arrived = '2027-02-20T23:00:00.000Z';
    expect(mailed('news', '2026-02-25T10:00:00.000Z')).toBe('2027-02-25T10:00:00.000Z');
    expect(mailed('news', LEFT)).toBe('2027-03-01T10:00:00.000Z');
    expect(mailed('news', '2026-03-01T10:00:00.001Z')).toBe(arrived);
    expect(mailed('events', '2026-02-25T10:00:00.000Z')).toBe(arrived);
    expect(mailed('news')).toBe(arrived);
  });

  test('not for what was taken back before it was given, unless nothing was', () => {
    const part = new Tale().request(GIVEN, 'r1', ['news', 'events']);
    part.step('ConsentRefused', CONFIRMED, { purposes: ['news'] });
    expect(endsOf(part, by({ evidence: AT_ONCE }))).toEqual(four('2026-01-18T10:00:00.000Z'));
    part
      .step('ConsentGiven', '2026-01-11T10:00:00Z', { record: 'r1', purposes: ['events'] })
      .withdrawn(LEFT, 'r1', ['events']);
    expect(endsOf(part, rules({ evidence: AT_ONCE }, { news: A_YEAR }))).toEqual(four(LEFT));
  });
});

test('who did not want to go on is forgotten but for the address, where just that was asked about', () => {
  const inactivity = { askAfter: 'P1Y', answerWithin: 'P30D', addressAfter: 'P1M' };
  const asked = (end: Tale): unknown[] => endsOf(end, by({}, [{ id: 'news', retention: { inactivity } }]));
  const question = (tale: Tale): Tale =>
    tale.step('MailSent', '2027-01-10T10:01:00Z', {
      record: 'r1',
      purposes: ['news'],
      facts: { mail: 'still-interested' },
    });
  const [at, end] = ['2027-02-09T10:01:00.000Z', '2027-03-09T10:01:00.000Z'];
  const lapsed = (tale: Tale, ...purposes: string[]): Tale =>
    tale.step('ConsentLapsed', at, { record: 'r1', purposes });
  expect(asked(lapsed(question(given('news')), 'news'))).toEqual([end, end, at, at]);
  expect(asked(lapsed(given('news'), 'news'))).toEqual(four('2031-02-09T10:01:00.000Z'));
  const events = question(given('news', 'events')).withdrawn(at, 'r1', ['events']);
  expect(asked(lapsed(events, 'news'))).toEqual(four('2031-02-09T10:01:00.000Z'));
});

test('of two ends the later is never, where either is; the earlier never is only where both are', () => {
  const [one, other] = [new Date(GIVEN), new Date(LEFT)];
  expect([latest(one, other), latest(other, one), latest(undefined, one), latest(one, undefined)]).toEqual([
    other,
    other,
    undefined,
    undefined,
  ]);
  expect([earliest(one, other), earliest(other, one), earliest(undefined, one)]).toEqual([one, one, one]);
  const [first, second] = [
    { end: one, address: other, details: one, allButAddress: undefined },
    { end: other, address: one, details: undefined, allButAddress: one },
  ];
  expect(later(first, second)).toStrictEqual({
    end: other,
    address: other,
    details: undefined,
    allButAddress: undefined,
  });
  expect(changed(first, (end) => end ?? other)).toStrictEqual({ ...first, allButAddress: other });
});
