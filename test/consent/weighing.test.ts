import { asSubject } from '../ids';
import { objection, type Decision, type Operation } from '../../shared/consent/decide/operator-decisions';
import { decided, raised, upheldObjection } from '../../shared/consent/decide/weighing';
import { toTell, undecided } from '../../shared/consent/weighing';
import { entriesOf, type Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import { dueForInactivity } from '../../shared/consent/keep/inactivity';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { reviewedByDay } from '../../shared/consent/keep/yearly-review';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
import type { Step } from '../../shared/consent/steps';
import { EMPTY, momentAfter, seal } from '../../shared/ledger/chain';
import { demo } from '../../examples/sites/demo';
import { rules, Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
const NEWS = 'newsletter-product';
const EVENTS = 'newsletter-events';
const operation: Operation = {
  site: demo,
  requires: new Map(),
  operator: { kind: 'operator', id: 'desk' },
  told: { via: 'letter', receivedOn: '2026-02-27' },
};

const subscriber = (): readonly Entry[] => new Tale().given('2026-01-10T10:00:00Z', 'r1', [NEWS, EVENTS]).entries;

function after(entries: readonly Entry[], decide: Decision, at = NOW): readonly Entry[] {
  const tail = entries.at(-1) ?? EMPTY;
  const step = decide(entries, momentAfter(tail, at), entries);
  return step ? [...entries, seal(step, { subject: asSubject('s'.repeat(22)), parts: {} }, tail)] : entries;
}

/** Once the person was told of the last decision. */
const told = (entries: readonly Entry[]): readonly Entry[] =>
  after(entries, upheldObjection(operation, entriesOf('ObjectionDecided', entries).at(-1)!));

/** What somebody says afterwards. */
function then(entries: readonly Entry[], more: Tale): readonly Entry[] {
  return more.entries.reduce(
    (all, { v: _, subject, seq: __, prev: ___, hash: ____, nonce: _____, parts, ...step }) => [
      ...all,
      seal(step as Step, { subject, parts }, all.at(-1) ?? EMPTY),
    ],
    entries,
  );
}

/** What is left once everything that is past its end was deleted. */
function leftAt(entries: readonly Entry[], by: RetentionRules, at: Date): readonly Entry[] {
  const left = entries.filter((_, n) => !((itemEnds(entries, by)[n]?.entry ?? FAR) <= at));
  return left.length === entries.length ? left : leftAt(left, by, at);
}
const FAR = new Date('9999-01-01');

function allowed(entries: readonly Entry[], at = NOW): string[] {
  const all = permissions(demo.purposes, fold(entries, at), standingOf(entries), at);
  return all.filter((one) => one.allowed && one.legalBasis !== 'contract').map(({ id }) => id);
}

test('P9: nothing is mailed for what is weighed, and the rest goes on', () => {
  expect(allowed(after(subscriber(), raised(operation, [NEWS])))).toEqual([EVENTS]);
  const all = after(subscriber(), raised(operation, []));
  expect(allowed(all)).toEqual([]);
  expect(after(all, raised(operation, []))).toBe(all);
  const rule = { askAfter: 'P1D', answerWithin: 'P30D', addressAfter: 'P1Y' };
  expect(dueForInactivity(subscriber(), rule, NOW)).toBeDefined();
  expect(dueForInactivity(all, rule, NOW)).toBeUndefined();
});

test('P9: what the person says yes to afterwards is no part of it', () => {
  const weighed = after(subscriber(), raised(operation, []));
  const again = new Tale().given('2026-03-02T10:00:00Z', 'r2', [NEWS]).entries;
  const both = [...weighed, ...again.map((entry, n) => ({ ...entry, seq: weighed.length + n }))];
  const later = permissions(
    demo.purposes,
    fold(both, new Date('2026-03-03T10:00:00Z')),
    standingOf(both),
    new Date('2026-03-03T10:00:00Z'),
  );
  expect(later.filter((one) => one.allowed).map(({ id }) => id)).toEqual([NEWS, 'service-mail']);
});

test('P9: refused, it is as before; upheld, nothing is mailed until the objection that follows, nor after it', () => {
  const weighed = after(subscriber(), raised(operation, [NEWS]));
  const refused = after(weighed, decided(operation, [], 'refused'));
  expect([allowed(refused), after(refused, decided(operation, [], 'refused'))]).toEqual([[NEWS, EVENTS], refused]);
  const upheld = after(weighed, decided(operation, [], 'upheld'));
  expect(allowed(upheld)).toEqual([EVENTS]);
  // Said once more, or otherwise, it changes nothing: the person is being told.
  for (const verdict of ['upheld', 'refused'] as const)
    expect(after(upheld, decided(operation, [], verdict))).toBe(upheld);
  const objected = told(upheld);
  expect([allowed(objected), [...standingOf(objected).objections], standingOf(objected).weighed.size]).toEqual([
    [EVENTS],
    [NEWS],
    0,
  ]);
});

test('P9: what is weighed is kept until that is over, however long it takes', () => {
  const weighed = after(subscriber(), raised(operation, [NEWS]));
  const end = (entries: readonly Entry[]) => itemEnds(entries, rules({ accessLog: 'P1D' }))[weighed.length - 1]?.entry;
  expect(end(weighed)).toBeUndefined();
  const upheld = after(weighed, decided(operation, [], 'upheld'));
  expect(end(upheld)).toBeUndefined();
  expect(end(after(upheld, objection(operation, [EVENTS])))).toBeUndefined();
  expect(end(told(upheld))).toBeDefined();
  expect(end(after(weighed, decided(operation, [], 'refused')))).toBeDefined();
});

const LATER = new Date('2026-08-01T10:00:00Z');
const by = rules({ accessLog: 'P90D' });
/** Of the first step after the sign-up of {@link subscriber}. */
const endOf = (entries: readonly Entry[], type: Entry['type']): string | undefined =>
  itemEnds(entries, by)[entries.findIndex((entry) => entry.type === type)]?.entry?.toISOString();

describe('P9: each purpose that is weighed has an end of its own', () => {
  const both = after(subscriber(), raised(operation, [NEWS, EVENTS]));
  const refusedNews = after(both, decided(operation, [NEWS], 'refused'));

  test('what is refused for one is still weighed for the other, however long it takes', () => {
    expect(endOf(refusedNews, 'ObjectionRaised')).toBeUndefined();
    expect([allowed(refusedNews), allowed(leftAt(refusedNews, by, LATER), LATER)]).toEqual([[NEWS], [NEWS]]);
  });

  test('two objections are closed apart', () => {
    const apart = after(after(subscriber(), raised(operation, [NEWS])), raised(operation, [EVENTS]));
    const refused = after(apart, decided(operation, [NEWS], 'refused'));
    expect(refused.map(({ type }, n) => [type, itemEnds(refused, by)[n]?.entry?.toISOString()]).slice(2)).toEqual([
      ['ObjectionRaised', '2026-05-30T09:00:00.000Z'],
      ['ObjectionRaised', undefined],
      ['ObjectionDecided', '2026-05-30T09:00:00.000Z'],
    ]);
    expect(allowed(leftAt(refused, by, LATER), LATER)).toEqual([NEWS]);
  });

  test('what closed one goes no sooner than the objection, or that would be weighed again', () => {
    const done = after(refusedNews, decided(operation, [EVENTS], 'refused'), LATER);
    for (const day of ['2026-08-02', '2026-10-29', '2026-11-01']) {
      const at = new Date(`${day}T10:00:00Z`);
      expect([day, allowed(leftAt(done, by, at), at)]).toEqual([day, [NEWS, EVENTS]]);
    }
    expect(leftAt(done, by, new Date('2026-10-31T10:00:00Z')).map(({ type }) => type)).toEqual([
      'ConsentRequested',
      'ConsentGiven',
    ]);
  });

  test('a plain objection ends it, also before the person was told of what was upheld', () => {
    const weighed = after(subscriber(), raised(operation, [NEWS]));
    const plain = after(weighed, objection(operation, [NEWS]));
    const end = '2026-05-30T09:00:00.000Z';
    expect([endOf(plain, 'ObjectionRaised'), undecided(plain)]).toEqual([end, []]);
    const upheld = after(weighed, decided(operation, [], 'upheld'));
    expect(endOf(upheld, 'ObjectionDecided')).toBeUndefined();
    const meanwhile = after(upheld, objection(operation, []));
    expect([endOf(meanwhile, 'ObjectionRaised'), endOf(meanwhile, 'ObjectionDecided')]).toEqual([end, end]);
    expect(toTell(entriesOf('ObjectionDecided', meanwhile)[0]!, meanwhile)).toEqual([NEWS]);
    expect(told(meanwhile)).toBe(meanwhile);
  });

  test('so does an erasure, as nothing is left to weigh; what was upheld becomes an objection all the same', () => {
    const erased = new Tale().step('DataErased', '2026-03-02T10:00:00Z');
    const gone = then(both, erased);
    expect(endOf(gone, 'ObjectionRaised')).toBe('2026-05-31T09:00:00.000Z');
    expect([standingOf(gone).weighed.size, undecided(gone)]).toEqual([0, []]);
    const upheld = then(after(both, decided(operation, [NEWS], 'upheld')), erased);
    expect(toTell(entriesOf('ObjectionDecided', upheld)[0]!, upheld)).toEqual([]);
    expect([...standingOf(told(upheld)).objections]).toEqual([NEWS]);
  });

  test('what was upheld and the site has no more becomes an objection, by the wording by which it was decided', () => {
    const upheld = after(after(subscriber(), raised(operation, [])), decided(operation, [], 'upheld'));
    const withdrawn = then(upheld, new Tale().withdrawn('2026-03-02T10:00:00Z', 'r1', [NEWS]));
    const site = { ...demo, purposes: demo.purposes.filter(({ id }) => id !== NEWS) };
    const [decision] = entriesOf('ObjectionDecided', withdrawn);
    const step = upheldObjection({ ...operation, site }, decision!);
    const gone = decision!.purposes.find(({ id }) => id === NEWS);
    expect(gone).toBeDefined();
    expect(step(withdrawn, NOW, withdrawn)?.purposes).toContainEqual(gone);
  });

  test('what was upheld is objected to by the wording that the person agreed to, each purpose once, and as weighed', () => {
    const upheld = after(both, decided(operation, [], 'upheld'));
    const [step] = told(upheld).slice(-1);
    expect(step).toMatchObject({ type: 'ObjectionRecorded', facts: { ...operation.told, weighed: true } });
    expect(step?.purposes.map(({ noticeHash }) => noticeHash)).toEqual([`hash-of-${NEWS}`, `hash-of-${EVENTS}`]);
  });

  test('what was upheld becomes an objection also where nothing is left but that', () => {
    const weighed = after(subscriber(), raised(operation, [NEWS]));
    const upheld = after(weighed, decided(operation, [], 'upheld'));
    const withdrawn = then(upheld, new Tale().withdrawn('2026-03-02T10:00:00Z', 'r1', [NEWS]));
    const site = { ...demo, purposes: demo.purposes.filter(({ id }) => id !== NEWS) };
    const [decision] = entriesOf('ObjectionDecided', withdrawn);
    const step = upheldObjection({ ...operation, site }, decision!)(withdrawn, NOW, withdrawn);
    expect(step?.purposes).toEqual(decision?.purposes);
  });

  test('what the site has no more can still be decided', () => {
    const without = { ...operation, site: { ...demo, purposes: demo.purposes.filter(({ id }) => id !== NEWS) } };
    const refused = after(both, decided(without, [], 'refused'));
    expect(undecided(refused)).toEqual([]);
    const upheld = after(both, decided(without, [], 'upheld'));
    const objected = after(upheld, upheldObjection(without, entriesOf('ObjectionDecided', upheld)[0]!));
    expect(standingOf(objected).objections).toEqual(new Set([NEWS, EVENTS]));
  });
});

describe('P9: what the person says yes to anew', () => {
  const weighed = after(subscriber(), raised(operation, []));
  const anew = new Tale().given('2026-03-02T10:00:00Z', 'r2', [NEWS]);
  const at = new Date('2026-03-20T10:00:00Z');

  test('is weighed no more, while the rest is; a new objection to it can be raised', () => {
    const again = then(weighed, anew);
    const left = undecided(again).map(({ purpose }) => purpose.id);
    expect([left.includes(EVENTS), left.includes(NEWS)]).toEqual([true, false]);
    expect(allowed(after(again, decided(operation, [], 'refused'), at), at)).toEqual([NEWS, EVENTS]);
    expect(allowed(after(again, raised(operation, [NEWS]), at), at)).toEqual([]);
  });

  test('is not taken away by an objection that was upheld before, of which they are told afterwards', () => {
    const upheld = then(after(weighed, decided(operation, [NEWS, EVENTS], 'upheld')), anew);
    expect(toTell(entriesOf('ObjectionDecided', upheld)[0]!, upheld)).toEqual([EVENTS]);
    const objected = told(upheld);
    expect(objected.at(-1)).toMatchObject({ type: 'ObjectionRecorded', purposes: [{ id: EVENTS }] });
    expect([allowed(objected, at), standingOf(objected).objections]).toEqual([[NEWS], new Set([EVENTS])]);
  });

  test('leaves nothing to tell or to object to, where it is all that was upheld', () => {
    const upheld = then(after(weighed, decided(operation, [NEWS], 'upheld')), anew);
    expect([toTell(entriesOf('ObjectionDecided', upheld)[0]!, upheld), told(upheld)]).toEqual([[], upheld]);
    expect(endOf(upheld, 'ObjectionDecided')).toBe('2026-05-31T09:01:00.000Z');
  });
});

describe('P9: operators are reminded of what is weighed', () => {
  const listed = (entries: readonly Entry[]) => reviewedByDay(entries, demo);

  test('by a month after it arrived, until all of it is decided', () => {
    const news = after(subscriber(), raised(operation, [NEWS]));
    const first = { what: 'weighing', since: NOW.toISOString(), reviewBy: '2026-03-27' };
    expect(listed(news)).toEqual([{ ...first, weighed: [NEWS] }]);
    const unheard = { ...operation, told: {} };
    const both = after(news, raised(unheard, [EVENTS]), LATER);
    expect(listed(both)).toEqual([{ ...first, weighed: [NEWS, EVENTS] }]);
    const left = after(both, decided(operation, [NEWS], 'upheld'), LATER);
    expect(listed(left)).toEqual([
      { what: 'weighing', weighed: [EVENTS], since: LATER.toISOString(), reviewBy: '2026-09-01' },
    ]);
    expect(listed(after(left, decided(operation, [], 'refused'), LATER))).toEqual([]);
  });
});
