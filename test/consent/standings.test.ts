import {
  endingWith,
  erasedAmong,
  erasedEntries,
  headOf,
  heldConnections,
  isKnown,
  onlyNotedSince,
  standingOf,
  wholeHolds,
} from '../../shared/consent/standing';
import type { Entry } from '../../shared/consent/entry';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { Tale } from './tale';

const GIVEN = '2026-01-10T10:00:00Z';
const AT = '2026-02-01T10:00:00Z';
const LATER = '2026-03-01T10:00:00Z';
const given = (): Tale => new Tale().given(GIVEN, 'r1', ['news']);
const looked = (tale: Tale): Tale =>
  tale.step('EvidenceDisclosed', AT).step('AccessGiven', AT, { facts: { form: 'report' } });
const later = (entry: Entry): AnyEntry => ({ ...entry, type: 'ConsentForeseen' }) as unknown as AnyEntry;
const places = (entries: readonly AnyEntry[]): number[] => entries.map(({ seq }) => seq);

test('nothing stands against somebody of whom nothing is known', () => {
  expect(standingOf([])).toStrictEqual({
    ...{ holds: [], storedSince: [], objections: new Set(), weighed: new Map(), cases: [], isSuppressed: false },
    ...{ restrictedSince: undefined, restrictionReviewBy: undefined, erased: undefined },
    ...{ undeliverableSince: undefined, language: undefined },
  });
});

test('an incident needs the connections of some steps, a dispute needs everything', () => {
  const hold = (name: string, connections?: number[]) => ({
    facts: { case: name, reviewBy: '2027-01-01', ...(connections && { connections }) },
  });
  const standing = standingOf(
    given()
      .step('HoldPlaced', AT, hold('A'))
      .step('HoldPlaced', AT, hold('B', [0, 1]))
      .step('HoldPlaced', AT, hold('C', [1, 4])).entries,
  );
  expect(wholeHolds(standing).map(({ case: name }) => name)).toEqual(['A']);
  expect([...heldConnections(standing)]).toEqual([0, 1, 4]);
  expect([...heldConnections(standingOf(given().step('HoldPlaced', AT, hold('A')).entries))]).toEqual([]);
});

describe('that somebody looked', () => {
  test('makes nobody known, and is nothing that happened to them', () => {
    const { entries } = looked(new Tale());
    expect([isKnown(entries), headOf(entries)]).toEqual([false, undefined]);
    expect([isKnown([]), headOf([])]).toEqual([false, undefined]);
    expect(endingWith(null)(entries)).toBe(true);
    expect(endingWith(null)(given().entries)).toBe(false);
  });

  test('leaves a history as it was seen; whatever else happens moves it, also what only a later version knows', () => {
    const { entries } = looked(given());
    const head = entries[1]!.hash;
    expect(headOf(entries)).toBe(head);
    expect(isKnown(entries)).toBe(true);
    expect(endingWith(head)(entries)).toBe(true);
    expect(endingWith(entries[0]!.hash)(entries)).toBe(false);
    expect(endingWith(head)(looked(given().withdrawn(AT, 'r1', ['news'])).entries)).toBe(false);
    expect(endingWith(head)([...entries, later(entries[1]!)])).toBe(true);
    const unheard = { ...later(entries[1]!), hash: entries[0]!.hash };
    expect(endingWith(head)([...entries, unheard])).toBe(false);
    expect(isKnown([unheard])).toBe(true);
  });
});

describe('an order leaves a history as it was', () => {
  const ordered = (then: (tale: Tale) => Tale): AnyEntry[] => {
    const before = given().withdrawn(AT, 'r1', ['news']);
    const { entries } = then(before);
    return entries.map((entry, n): Entry => (n === 2 ? entry : { ...entry, actor: { kind: 'system' } }));
  };
  const told = (tale: Tale): Tale => tale.step('ProcessorInformed', LATER, { facts: { processor: 'tool', upTo: 2 } });
  const isAsLeft = (all: readonly AnyEntry[], n = 2): boolean => onlyNotedSince(all[n]!.hash)(all);

  test('while nothing happened since but what the system notes, and that somebody looked', () => {
    expect(isAsLeft(ordered((tale) => tale))).toBe(true);
    expect(isAsLeft(ordered((tale) => looked(told(tale))))).toBe(true);
    const byOperator = ordered(looked).map((one) => ({ ...one, actor: { kind: 'operator', id: 'desk' } }) as Entry);
    expect(isAsLeft(byOperator)).toBe(true);
  });

  test('and not once a person or an operator did something, or a later version of ours', () => {
    const since = ordered(told);
    for (const actor of [{ kind: 'subject' }, { kind: 'operator', id: 'desk' }] as const) {
      expect(isAsLeft(since.map((one, n) => (n === 3 ? ({ ...one, actor } as Entry) : one)))).toBe(false);
    }
    expect(isAsLeft(since.map((one, n) => (n === 3 ? later(one as Entry) : one)))).toBe(false);
    // What was before it does not count.
    expect(isAsLeft(ordered(told).map((one, n) => (n === 0 ? later(one as Entry) : one)))).toBe(true);
    expect(isAsLeft(ordered(told), 1)).toBe(false);
  });
});

describe('an erasure ends the parts of', () => {
  const erased = (): Tale =>
    given()
      .step('LanguageChosen', AT)
      .step('DataErased', AT)
      .step('MailSent', LATER, { record: 'r1', facts: { mail: 'withdrawn' } })
      .given(LATER, 'r2', ['news'])
      .step('LanguageChosen', LATER);

  test('all before it, and what was added since to a record that began before it', () => {
    expect(places(erasedEntries(erased().entries))).toEqual([0, 1, 2, 4]);
    expect(erasedEntries(given().entries)).toEqual([]);
    expect(places(erasedEntries(erased().step('DataErased', LATER).entries))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  test('also steps that this version does not understand', () => {
    const { entries } = erased();
    const all = [...entries.slice(0, 2).map(later), ...entries.slice(2)];
    expect(places(erasedAmong(all, entries.slice(2)))).toEqual([0, 1, 2, 4]);
  });
});
