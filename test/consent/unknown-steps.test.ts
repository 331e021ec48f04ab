import { asDigest } from '../ids';
import fc from '../seeded';
import { canonicalJson } from '../../shared/canonical';
import { fold } from '../../shared/consent/fold';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { isUnderstood, readEntry, understoodEntries, type AnyEntry } from '../../shared/consent/read-entry';
import { standingOf } from '../../shared/consent/standing';
import { findStepType } from '../../shared/consent/steps';
import { erasure } from '../../shared/consent/decide/operator-erasure';
import { isSealed } from '../../shared/ledger/chain';
import { planEnds } from '../../shared/ledger/end-plan';
import type { Site } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { history, RULES } from './histories';
import { Tale } from './tale';

const later = fc.record({
  type: fc.constantFrom('ConsentPaused', 'PurposeRenamed', 'constructor', '__proto__'),
  facts: fc.dictionary(fc.string(), fc.jsonValue()),
  at: fc.nat(30),
});

/** A history as it is stored, with steps of a later version at any place. */
const mixed = fc.tuple(history, fc.array(later, { minLength: 1, maxLength: 5 })).map(([{ entries, now }, others]) => {
  const stored: string[] = entries.map((entry) => canonicalJson(entry));
  for (const { type, facts, at } of others) {
    const chain = {
      v: 1,
      site: 'demo',
      subject: 's'.repeat(22),
      seq: 1000 + at,
      at: now.toISOString(),
      parts: {},
      nonce: 'n',
    };
    const said = { purposes: [{ id: 'news', legalBasis: 'consent', noticeHash: 'hash-of-news' }], recordId: 'r1' };
    const entry = {
      ...chain,
      ...said,
      type,
      facts,
      actor: { kind: 'robot' },
      prev: 'p'.repeat(43),
      hash: 'h'.repeat(43),
    };
    stored.splice(at, 0, JSON.stringify(entry));
  }
  return { entries, now, all: stored.map(readEntry) };
});

test('what this version does not know changes nothing, wherever in a history it is', () => {
  fc.assert(
    fc.property(mixed, ({ entries, now, all }) => {
      const known = all.filter(isUnderstood);
      const before = entries.map((entry) => readEntry(canonicalJson(entry))).filter(isUnderstood);
      expect(known).toEqual(before);
      expect(fold(known, now)).toEqual(fold(before, now));
      expect(standingOf(known)).toEqual(standingOf(before));
      expect(itemEnds(known, RULES)).toEqual(itemEnds(before, RULES));
    }),
    { numRuns: 200 },
  );
});

const asked = () => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const withMore = (entry: AnyEntry, more: object): AnyEntry => readEntry(canonicalJson({ ...entry, ...more }));

test('what is read is what was stored', () => {
  for (const entry of asked().entries) {
    const read = readEntry(canonicalJson(entry));
    expect(canonicalJson(read)).toBe(canonicalJson(entry));
    expect(isUnderstood(read) && isSealed(read)).toBe(true);
  }
});

describe('an entry of a type that this version knows', () => {
  const [request, given] = asked().entries as [AnyEntry, AnyEntry];

  test('is understood whatever else it says', () => {
    expect(isUnderstood(withMore(given, { facts: { mood: 'good' }, weather: 'fine' }))).toBe(true);
  });

  test('is understood with a value that a later version added', () => {
    expect(isUnderstood(withMore(given, { facts: { fetchedBy: 'neighbour' } }))).toBe(true);
    expect(isUnderstood(withMore(given, { language: 'fr', actor: { kind: 'robot' } }))).toBe(true);
  });

  test('is not, where it lacks what its type guarantees, or that is of another kind', () => {
    expect(isUnderstood(withMore(request, { facts: {} }))).toBe(false);
    expect(isUnderstood(withMore(request, { facts: { confirmBy: 7 } }))).toBe(false);
    expect(isUnderstood(withMore(given, { recordId: undefined }))).toBe(false);
  });

  test('takes away what it takes away, whatever else it says', () => {
    const withdrawn = asked().withdrawn('2026-02-10T10:00:00Z', 'r1', ['news']).entries.at(-1) as AnyEntry;
    for (const facts of [{ via: { kind: 'app' } }, { receivedOn: 20261120 }, {}]) {
      const entries = [...asked().entries, withMore(withdrawn, { facts })];
      expect(fold(understoodEntries(entries), new Date('2026-03-01'))[0]?.purposes[0]?.status).toBe('ConsentWithdrawn');
    }
  });

  test('is not, where it begins a record on a basis that this version does not know', () => {
    const purposes = [{ id: 'news', legalBasis: 'public-interest', noticeHash: 'hash' }];
    expect(isUnderstood(withMore(request, { purposes }))).toBe(false);
  });
});

test.each(['{}', '{"type":"ConsentGiven"}', 'null', '[]'])('%s is no entry', (text) => {
  expect(() => readEntry(text)).toThrow();
});

test('names that every object has are no types', () => {
  expect(['constructor', '__proto__', 'toString'].map(findStepType)).toEqual([undefined, undefined, undefined]);
});

test('nothing goes of a record whose beginning this version does not understand, least of all its withdrawal', () => {
  const { entries } = new Tale()
    .given('2019-01-10T10:00:00Z', 'r1', ['news'])
    .withdrawn('2019-02-10T10:00:00Z', 'r1', ['news']);
  const stored = (first: object) =>
    entries.map((entry, n) => ({
      pk: 'subject#s',
      sk: `entry#${n}`,
      entry: canonicalJson(n === 0 ? { ...entry, ...first } : entry),
    }));
  const past = (first: object) => planEnds(stored(first), [], RULES, new Date('2026-11-28')).entries;
  expect(past({})).toHaveLength(3);
  expect(past({ type: 'ConsentForeseen' })).toEqual([]);
});

test('an erasure ends what is personal in steps that this version does not understand', () => {
  const [request] = asked().entries as [AnyEntry];
  const later = withMore(request, { type: 'ConsentPaused', recordId: undefined, purposes: [] });
  const site = sites.find(({ id }) => id === 'demo') as Site;
  const operation = { site, requires: new Map(), operator: { kind: 'operator', id: 'o' }, told: {} } as const;
  const order = erasure(operation, { suppress: false, despiteDuty: false });
  expect(order([], new Date('2026-11-28'), [later])).toMatchObject({ type: 'DataErased' });
  expect(order([], new Date('2026-11-28'), [])).toBeUndefined();
});

describe('a "no" of a later version', () => {
  const withdrawn = asked().withdrawn('2026-02-10T10:00:00Z', 'r1', ['news']);
  const last = withdrawn.entries.at(-1) as AnyEntry;
  const statusAfter = (more: object): string | undefined => {
    const all = [...withdrawn.entries.slice(0, -1), withMore(last, more)];
    return fold(understoodEntries(all), new Date('2026-03-01'))[0]?.purposes[0]?.status;
  };

  test.each<[string, object]>([
    ['an actor', { actor: 'robot' }],
    ['a language', { language: ['de'] }],
    ['purposes', { purposes: [{ id: 'news', scope: 'all' }] }],
    ['parts', { parts: { network: { digest: 'd' } } }],
    ['facts', { facts: ['via'] }],
    ['an asset', { asset: 'whitepaper' }],
  ])('holds, whatever shape %s of it has', (_, more) => {
    expect(statusAfter(more)).toBe('ConsentWithdrawn');
  });

  test('is none where nothing of what it names can be read', () => {
    expect(statusAfter({ purposes: 'news' })).toBe('ConsentGiven');
  });

  test('keeps what a dispute needs, and restricts', () => {
    const tale = asked()
      .step('HoldPlaced', '2026-02-10T10:00:00Z', { facts: { case: 'c'.repeat(22), reviewBy: '2027-01-01' } })
      .step('ProcessingRestricted', '2026-02-11T10:00:00Z');
    const all = tale.entries.map((entry, n) =>
      n < 2 ? entry : withMore(entry, { facts: { ...entry.facts, via: 7, receivedOn: {} } }),
    );
    const { holds, restrictedSince } = standingOf(understoodEntries(all));
    expect([holds.length, restrictedSince]).toEqual([1, '2026-02-11T10:00:00.000Z']);
  });
});

describe('a moment or a day that is none', () => {
  test.each<[string, object]>([
    ['ActivityReported', { activeAt: 'yesterday' }],
    ['ActivityReported', { mailedAt: '+275760-09-13T00:00:00.000Z' }],
    ['ConsentRecorded', { givenAt: '2026-13-01T00:00:00Z' }],
    ['HoldPlaced', { case: 'c'.repeat(22), reviewBy: 'soon' }],
  ])('makes a %s one that is not understood: %j', (type, facts) => {
    const { entries } = asked().step(type as 'HoldPlaced', '2026-02-10T10:00:00Z', { record: 'r2', facts });
    expect(entries.map(isUnderstood)).toEqual([true, true, false]);
    expect(() => itemEnds(understoodEntries(entries), RULES)).not.toThrow();
  });

  test.each(['2026-02-31', 'yesterday', 20261231, ''])('does not keep a contract from ending: %j', (endedOn) => {
    const { entries } = new Tale()
      .step('ContractRecorded', '2026-01-10T10:00:00Z', { record: 'r1', purposes: ['news'] })
      .step('ContractEnded', '2026-02-10T10:00:00Z', { purposes: ['news'], facts: { endedOn } as never });
    const [record] = fold(understoodEntries(entries), new Date('2026-03-01'));
    expect(record?.purposes[0]?.status).toBe('ContractEnded');
    expect(itemEnds(understoodEntries(entries), RULES)[0]?.entry).toBeInstanceOf(Date);
  });
});

describe('the end that a step was born with', () => {
  const birth = Math.floor(Date.parse('2026-01-18T10:00:00Z') / 1000);
  const { entries } = new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news']);
  const [request] = entries as [AnyEntry];
  const given = asked().entries[1] as AnyEntry;
  const stored = (entry: AnyEntry, n: number, expiresAt?: number) => ({
    ...{ pk: 'subject#s', sk: `entry#${n}`, entry: canonicalJson({ ...entry, seq: n }) },
    ...(expiresAt !== undefined && { expiresAt }),
  });
  const parts = Object.entries({ address: 'address-of-0', network: 'network-of-0' }).map(([name, digest]) => ({
    ...{ pk: 'subject#s', sk: `r1#${name}#${digest}`, digest: asDigest(digest), expiresAt: birth },
  }));
  const foreseen = (more: object = {}) => withMore(request, { type: 'ConsentForeseen', ...more });
  const plan = (...ledger: ReturnType<typeof stored>[]) => planEnds(ledger, parts, RULES, new Date('2026-01-12'));
  const lifted = ({ entries: changed, parts: ofParts }: ReturnType<typeof planEnds>) =>
    [...changed, ...ofParts].map(({ item, end }) => [item.sk.split('#')[1], end]);

  test('stays, where nobody confirmed what a later version asked for', () => {
    expect(lifted(plan(stored(foreseen(), 0, birth)))).toEqual([]);
    const mail = withMore(request, { type: 'LetterSent', parts: {} });
    expect(lifted(plan(stored(foreseen(), 0, birth), stored(mail, 1, birth)))).toEqual([]);
  });

  test('is lifted of the connection that an incident needs, and of no other part', () => {
    const facts = { case: 'c'.repeat(22), reviewBy: '2027-01-01', connections: [0] };
    const [hold] = new Tale().step('HoldPlaced', '2026-01-11T10:00:00Z', { facts }).entries as [AnyEntry];
    expect(lifted(plan(stored(foreseen(), 0, birth), stored(hold, 1)))).toEqual([
      ['0', undefined],
      ['network', undefined],
    ]);
  });

  test('is lifted where somebody did, or may have', () => {
    const all = [
      ['0', undefined],
      ['address', undefined],
      ['network', undefined],
    ];
    expect(lifted(plan(stored(foreseen(), 0, birth), stored(given, 1)))).toEqual(all);
    expect(lifted(plan(stored(foreseen(), 0, birth), stored(withMore(given, { type: 'ConsentAffirmed' }), 1)))).toEqual(
      all,
    );
    // Also where it is the confirmation alone that this version does not know.
    expect(lifted(plan(stored(request, 0, birth), stored(withMore(given, { type: 'ConsentAffirmed' }), 1)))).toEqual(
      all,
    );
  });
});

test('a correction of the person as a whole is there for as long as there is anything of them', () => {
  const tale = asked().step('IdentityRectified', '2026-02-01T10:00:00Z', { parts: ['address'] });
  expect(tale.ends(RULES)[2]).toEqual({ entry: undefined, parts: { address: undefined } });
  const one = asked().step('IdentityRectified', '2026-02-01T10:00:00Z', { record: 'r1', parts: ['address'] });
  const other = one.given('2026-03-01T10:00:00Z', 'r2', ['events']).withdrawn('2026-04-01T10:00:00Z', 'r1', ['news']);
  expect(other.ends(RULES)[2]?.entry).toBeInstanceOf(Date);
});
