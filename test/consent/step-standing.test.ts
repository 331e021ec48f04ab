import type { Facts } from '../../shared/consent/entry';
import { standingOf } from '../../shared/consent/standing';
import type { Standing } from '../../shared/consent/state';
import { Tale } from './tale';

/* What steps make of how a person stands, whatever their records say. */

const GIVEN = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00.000Z';
const LATER = '2026-03-01T10:00:00.000Z';
const LAST = '2026-04-01T10:00:00.000Z';
const of = ({ entries }: Tale): Standing => standingOf(entries);
const restricted = (): Tale => new Tale().step('ProcessingRestricted', AT);
const INSTEAD = { facts: { insteadOf: 'erasure' } } as const;
const about = (...purposes: string[]) => ({ purposes });

describe('a restriction', () => {
  const said = (tale: Tale) => {
    const { restrictedSince, storedSince, restrictionReviewBy } = of(tale);
    return { since: restrictedSince, stored: storedSince, reviewBy: restrictionReviewBy };
  };
  const kept = (tale: Tale, facts: Facts): Tale => tale.step('KeptOnReview', LATER, { facts });

  test('of the person’s own has what there is stored, each time anew, until it is lifted', () => {
    expect(said(restricted())).toEqual({ since: AT, stored: [AT] });
    expect(said(restricted().step('ProcessingRestricted', LATER))).toEqual({ since: LATER, stored: [AT, LATER] });
    expect(said(restricted().step('RestrictionLifted', LATER))).toEqual({ since: undefined, stored: [] });
  });

  test('as a duty stands against an erasure has nothing stored any more', () => {
    expect(said(restricted().step('ProcessingRestricted', LATER, INSTEAD))).toEqual({ since: LATER, stored: [] });
  });

  test('is looked at again on a day that is put off, until it is lifted, or restricted anew', () => {
    const reviewed = (): Tale => kept(restricted(), { reviewed: 'restriction', reviewBy: '2027-05-05' });
    expect(said(reviewed())).toEqual({ since: AT, stored: [AT], reviewBy: '2027-05-05' });
    for (const type of ['RestrictionLifted', 'ProcessingRestricted', 'DataErased'] as const)
      expect(said(reviewed().step(type, LAST)).reviewBy).toBeUndefined();
    expect(said(kept(restricted(), { reviewed: 'consents', reviewBy: '2027-05-05' })).reviewBy).toBeUndefined();
    expect(said(kept(new Tale(), { reviewed: 'restriction', reviewBy: '2027-05-05' })).reviewBy).toBeUndefined();
  });

  test('is over with an erasure, of which nothing is left to store or to weigh', () => {
    const tale = restricted().step('ObjectionRaised', AT, about('news')).step('DataErased', LATER);
    expect(said(tale)).toEqual({ since: undefined, stored: [] });
    expect(of(tale)).toMatchObject({ erased: { seq: 2, at: LATER }, weighed: new Map() });
  });
});

describe('a person who is erased', () => {
  const erased = (suppress: boolean): Tale => new Tale().step('DataErased', AT, { facts: { suppress } });

  test('is kept out where they want that, also once they are erased again, until they come back themselves', () => {
    expect([of(erased(true)).isSuppressed, of(erased(false)).isSuppressed]).toEqual([true, false]);
    expect(of(erased(true).step('DataErased', LATER)).isSuppressed).toBe(true);
    expect(of(erased(true).request(LATER, 'r1', ['news'])).isSuppressed).toBe(true);
    expect(of(erased(true).given(LATER, 'r1', ['news'])).isSuppressed).toBe(false);
  });
});

describe('a hold', () => {
  const held = (at: string, name: string, more: Facts = {}) =>
    ['HoldPlaced', at, { facts: { case: name, reviewBy: '2027-01-01', ...more } }] as const;

  test('stands under its name from when it was placed, and placed again with another day stands once', () => {
    const tale = new Tale().step(...held(AT, 'A')).step(...held(AT, 'B', { connections: [0] }));
    expect(of(tale).holds).toStrictEqual([
      { case: 'A', since: AT, reviewBy: '2027-01-01' },
      { case: 'B', since: AT, reviewBy: '2027-01-01', connections: [0] },
    ]);
    expect(of(tale.step(...held(LATER, 'A', { reviewBy: '2028-01-01' }))).holds).toMatchObject([
      ...[{ case: 'B' }, { case: 'A', since: LATER, reviewBy: '2028-01-01' }],
    ]);
    expect(of(tale.step('HoldLifted', LAST, { facts: { case: 'B' } })).holds).toMatchObject([{ case: 'A' }]);
  });
});

describe('an objection', () => {
  test('stands for the purposes that it names, until the person says yes to them anew', () => {
    const tale = (): Tale =>
      new Tale().step('ObjectionRecorded', AT, about('news')).step('ObjectionRecorded', AT, about('events', 'offers'));
    expect([...of(tale()).objections]).toEqual(['news', 'events', 'offers']);
    expect([...of(tale().given(LATER, 'r1', ['events', 'analysis'])).objections]).toEqual(['news', 'offers']);
    expect([
      ...of(tale().step('ConsentRecorded', LATER, { record: 'x1', purposes: ['events'] })).objections,
    ]).toHaveLength(3);
  });

  test('for reasons is weighed since it was raised last, until it is refused, recorded, or answered by a yes', () => {
    const raised = (): Tale => new Tale().step('ObjectionRaised', AT, about('news', 'events'));
    const weighed = (tale: Tale): unknown[] => [...of(tale).weighed];
    const left = [['events', AT]];
    expect(weighed(raised())).toEqual([['news', AT], ...left]);
    expect(weighed(raised().step('ObjectionRaised', LATER, about('news')))).toEqual([['news', LATER], ...left]);
    const decided = (decision: 'upheld' | 'refused'): Tale =>
      raised().step('ObjectionDecided', LATER, { purposes: ['news'], facts: { decision } });
    expect(weighed(decided('refused'))).toEqual(left);
    expect(weighed(decided('upheld'))).toHaveLength(2);
    expect(weighed(raised().step('ObjectionRecorded', LATER, about('news', 'offers')))).toEqual(left);
    expect(weighed(raised().given(LATER, 'r1', ['news']))).toEqual(left);
    expect(weighed(raised().withdrawn(LATER, 'r1', ['news']))).toHaveLength(2);
  });
});

test('an address is of no use since mail came back for good, until the person confirms through it', () => {
  const bounced = (bounce: 'permanent' | 'transient'): Tale =>
    new Tale().step('MailBounced', AT, { facts: { bounce } });
  expect(of(bounced('permanent')).undeliverableSince).toBe(AT);
  expect(of(bounced('transient')).undeliverableSince).toBeUndefined();
  expect(of(bounced('permanent').request(LATER, 'r1', ['news'])).undeliverableSince).toBe(AT);
  expect(of(bounced('permanent').given(LATER, 'r1', ['news'])).undeliverableSince).toBeUndefined();
});

test('a case is open since it came in, until it is closed, and since it was opened again', () => {
  const asked = new Tale()
    .given(GIVEN, 'r1', ['news'])
    .step('RequestReceived', AT, { facts: { case: 'A', wish: 'access' } })
    .step('MailReceived', AT, { facts: { case: 'B', reading: 'unclear' } })
    .step('RequestNoted', LATER, { facts: { case: 'A', did: 'extended' } });
  const open = (tale: Tale): unknown[] => of(tale).cases.map(({ id, since }) => [id, since]);
  expect(open(asked)).toEqual([
    ['A', AT],
    ['B', AT],
  ]);
  asked.step('CaseClosed', LATER, { facts: { case: 'A', outcome: 'access' } });
  expect(open(asked)).toEqual([['B', AT]]);
  expect(open(asked.step('RequestNoted', LAST, { facts: { case: 'A', did: 'reopened' } }))).toEqual([
    ['B', AT],
    ['A', LAST],
  ]);
});
