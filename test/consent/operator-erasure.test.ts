import { asDigest } from '../ids';
import {
  againstErasure,
  erasable,
  erasure,
  newlyErased,
  type ErasureWish,
} from '../../shared/consent/decide/operator-erasure';
import type { Operation } from '../../shared/consent/decide/operator-decisions';
import type { Entry } from '../../shared/consent/entry';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { demo } from '../../examples/sites/demo';
import type { Site } from '../../shared/policy/schema';
import { Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
const WISH: ErasureWish = { suppress: false, despiteDuty: false };
const CASE = 'A'.repeat(22);
const operator = { kind: 'operator', id: 'desk' } as const;

/** A site that keeps proof for that long, and that of events for another time. */
function keeping(keep: string, events = keep): Site {
  const [like] = demo.purposes;
  const evidence = { keep: events, from: 'withdrawal' as const };
  const purposes = ['news', 'events'].map((id) => ({
    ...like!,
    id,
    legalBasis: 'consent' as const,
    ...(id === 'events' && { retention: { evidence } }),
  }));
  return { ...demo, purposes, retention: { ...demo.retention, evidence: { keep, from: 'withdrawal' as const } } };
}

/** What a tale says, with digests as they are. */
const real = ({ entries }: Tale): Entry[] =>
  entries.map((entry) => {
    const parts = Object.keys(entry.parts).map((name) => [name, asDigest('A'.repeat(43))]);
    return { ...entry, parts: Object.fromEntries(parts) as Entry['parts'] };
  });
const given = (...purposes: string[]): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', purposes);
const left = (...purposes: string[]): Tale => given(...purposes).withdrawn('2026-02-01T10:00:00Z', 'r1', purposes);
const held = (tale: Tale, connections?: number[]): Tale =>
  tale.step('HoldPlaced', '2026-02-02T10:00:00Z', {
    facts: { case: CASE, reviewBy: '2027-01-01', ...(connections && { connections }) },
  });
const erased = (tale: Tale, facts: { suppress?: true } = {}): Tale =>
  tale.step('DataErased', '2026-02-10T10:00:00Z', { facts });

describe('against an erasure stands', () => {
  const against = (tale: Tale, keep = 'P3Y', wish: Partial<ErasureWish> = {}, now = NOW, events = keep) =>
    againstErasure(tale.entries, keeping(keep, events), { ...WISH, ...wish }, now);
  const until = '2029-02-01T10:00:00.000Z';

  test('the proof of what was confirmed, until its day, unless the controller needs none', () => {
    expect(against(left('news'))).toStrictEqual({ holds: [], duties: [{ recordId: 'r1', until }], contracts: [] });
    const at = (ms: number): Date => new Date(Date.parse(until) + ms);
    expect(against(left('news'), 'P3Y', {}, at(-1)).duties).toHaveLength(1);
    expect(against(left('news'), 'P3Y', {}, at(0)).duties).toEqual([]);
    expect(against(left('news'), 'P3Y', { despiteDuty: true }).duties).toEqual([]);
  });

  test('no proof of what was never confirmed, or is in force, or is kept for no time, or was erased', () => {
    const waiting = new Tale().request('2026-02-28T10:00:00Z', 'r1', ['news']);
    for (const tale of [new Tale(), waiting, given('news'), erased(left('news'))])
      expect(against(tale).duties).toEqual([]);
    expect(against(left('news'), 'P0D').duties).toEqual([]);
    const again = erased(left('news'))
      .given('2026-02-20T10:00:00Z', 'r2', ['news'])
      .withdrawn('2026-02-21T10:00:00Z', 'r2', ['news']);
    expect(against(again).duties).toEqual([{ recordId: 'r2', until: '2029-02-21T10:00:00.000Z' }]);
  });

  test('the proof of one purpose, where that of another is kept for no time', () => {
    expect(against(left('news', 'events'), 'P0D', {}, NOW, 'P3Y').duties).toEqual([{ recordId: 'r1', until }]);
    expect(against(left('news'), 'P0D', {}, NOW, 'P3Y').duties).toEqual([]);
  });

  test('the proof of an order, but not that its link works for a while', () => {
    const order = new Tale()
      .step('ConsentRequested', '2026-02-20T10:00:00Z', {
        record: 'r1',
        asset: 'paper',
        facts: { confirmBy: '2026-02-27T10:00:00.000Z' },
      })
      .step('ConsentGiven', '2026-02-20T10:01:00Z', { record: 'r1', asset: 'paper' });
    expect(against(order).duties).toHaveLength(1);
    expect(against(order, 'P0D').duties).toEqual([]);
  });

  test('a hold that keeps everything, and a contract that runs', () => {
    expect(against(held(left('news'))).holds.map((hold) => hold.case)).toEqual([CASE]);
    expect(against(held(left('news'), [0])).holds).toEqual([]);
    const contract = { record: 'c1', purposes: ['invoices', 'service'] };
    const customer = left('news').step('ContractRecorded', '2026-02-02T10:00:00Z', contract);
    expect(against(customer, 'P3Y', { despiteDuty: true }).contracts).toEqual(['c1']);
    customer.step('ContractEnded', '2026-02-03T10:00:00Z', { purposes: ['invoices'] });
    expect(against(customer).contracts).toEqual(['c1']);
    customer.step('ContractEnded', '2026-02-03T10:00:00Z', { purposes: ['service'] });
    expect(against(customer).contracts).toEqual([]);
  });
});

describe('an erasure', () => {
  const next = (tale: Tale, wish: Partial<ErasureWish> = {}, keep = 'P0D', all: readonly AnyEntry[] = real(tale)) => {
    const operation: Operation = { site: keeping(keep), requires: new Map(), operator, told: { via: 'letter' } };
    const step = erasure(operation, { ...WISH, ...wish })(real(tale), NOW, all);
    return step && [step.type, step.facts];
  };
  const told = { via: 'letter' };

  test('first takes back what is in force, then erases, and is done', () => {
    expect(next(given('news'))).toStrictEqual(['ConsentWithdrawn', told]);
    expect(next(left('news'))).toStrictEqual(['DataErased', told]);
    expect(next(erased(left('news')))).toBeUndefined();
    expect(next(new Tale())).toBeUndefined();
  });

  test('leaves a mark where that is wanted, also of whom nothing personal is left, once', () => {
    const wish = { suppress: true };
    expect(next(left('news'), wish)).toStrictEqual(['DataErased', { ...told, suppress: true }]);
    expect(next(erased(left('news')), wish)).toStrictEqual(['DataErased', { ...told, suppress: true }]);
    expect(next(erased(left('news'), { suppress: true }), wish)).toBeUndefined();
    expect(next(erased(left('news'), { suppress: true }))).toBeUndefined();
  });

  test('is a restriction, once, where anything stands against it', () => {
    const restriction = ['ProcessingRestricted', { ...told, insteadOf: 'erasure' }];
    const contract = { record: 'c1', purposes: ['service'] };
    const customer = left('news').step('ContractRecorded', '2026-02-02T10:00:00Z', contract);
    expect(next(left('news'), {}, 'P3Y')).toStrictEqual(restriction);
    expect(next(left('news'), { despiteDuty: true }, 'P3Y')?.[0]).toBe('DataErased');
    expect(next(held(left('news')))).toStrictEqual(restriction);
    expect(next(customer)).toStrictEqual(restriction);
    const facts = { insteadOf: 'erasure' } as const;
    expect(next(held(left('news')).step('ProcessingRestricted', '2026-02-03T10:00:00Z', { facts }))).toBeUndefined();
  });

  test('is called for by what is personal of a later version, too', () => {
    const tale = erased(left('news'));
    const [first] = real(tale);
    const later = { ...first!, seq: 9, type: 'ConsentForeseen', recordId: undefined } as unknown as AnyEntry;
    expect(next(tale, {}, 'P0D', [...real(tale), { ...later, purposes: [] }])?.[0]).toBe('DataErased');
  });
});

test('what is personal is an address, details, a connection or a mail; why somebody read or did something is not', () => {
  const there = (...parts: string[]): number => {
    const entries = real(new Tale().step('EvidenceDisclosed', '2026-02-20T10:00:00Z', { parts }));
    return erasable(entries, entries).length;
  };
  expect(['address', 'details', 'network', 'mail'].map((name) => there(name))).toEqual([1, 1, 1, 1]);
  expect([there('address', 'reason'), there('reason'), there('reading'), there()]).toEqual([1, 0, 0, 0]);
});

test('of two erasures each has ended what the one before had not', () => {
  const first = erased(left('news'));
  const second = erased(left('news'))
    .given('2026-02-20T10:00:00Z', 'r2', ['news'])
    .step('DataErased', '2026-02-21T10:00:00Z');
  const seqs = (before: readonly Entry[], { entries }: Tale) => newlyErased(before, entries).map(({ seq }) => seq);
  expect(seqs([], first)).toEqual([0, 1, 2]);
  expect(seqs(first.entries, second)).toEqual([3, 4, 5]);
  expect(seqs(second.entries, second)).toEqual([]);
});
