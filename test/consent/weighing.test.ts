import { asSubject } from '../ids';
import { objection, type Decision, type Operation } from '../../shared/consent/decide/operator-decisions';
import { decided, raised } from '../../shared/consent/decide/weighing';
import { withFacts, type Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import { dueForInactivity } from '../../shared/consent/keep/inactivity';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { permissions } from '../../shared/consent/permissions';
import { standingOf } from '../../shared/consent/standing';
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

function after(entries: readonly Entry[], decide: Decision, isWeighed = false): readonly Entry[] {
  const tail = entries.at(-1) ?? EMPTY;
  const step = decide(entries, momentAfter(tail, NOW), entries);
  const said = step && isWeighed ? withFacts(step, { weighed: true }) : step;
  return said ? [...entries, seal(said, { subject: asSubject('s'.repeat(22)), parts: {} }, tail)] : entries;
}

function allowed(entries: readonly Entry[]): string[] {
  const all = permissions(demo.purposes, fold(entries, NOW), standingOf(entries), NOW);
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
  const objected = after(upheld, objection(operation, [NEWS]), true);
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
  expect(end(after(upheld, objection(operation, [NEWS]), true))).toBeDefined();
  expect(end(after(weighed, decided(operation, [], 'refused')))).toBeDefined();
});
