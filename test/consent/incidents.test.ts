import { heldForIncident, settledIncident } from '../../shared/consent/decide/incidents';
import { keptHold, type Operation } from '../../shared/consent/decide/operator-decisions';
import { againstErasure } from '../../shared/consent/decide/operator-erasure';
import type { Entry, Operator } from '../../shared/consent/entry';
import { fold, isInForce } from '../../shared/consent/fold';
import { partEnds } from '../../cli/replay-erasures/part-ends';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { rules, Tale } from './tale';

const CASE = 'c'.repeat(22);
const GIVEN = '2026-01-10T10:00:00Z';
const LEFT = '2026-02-10T10:00:00Z';
const NOW = new Date('2026-03-01T10:00:00Z');
const site = findSite(sites, 'demo')!;
const operator = { kind: 'operator', id: 'desk' } as Operator;
const operation: Operation = { site, requires: new Map(), operator, told: {} };
const at = rules({ network: { keep: 'P7D' } });

const isThere = (): boolean => true;
const decide = (entries: readonly Entry[], steps: readonly number[], reviewBy = '2027-01-01') =>
  heldForIncident(operation, { case: CASE, reviewBy, steps, isThere })(entries, NOW, entries);

/** A consent that ended, of which the connections of these steps are held. */
function held(...connections: number[]): Tale {
  return new Tale()
    .given(GIVEN, 'r1', ['news'])
    .withdrawn(LEFT, 'r1', ['news'])
    .step('HoldPlaced', LEFT, { facts: { case: CASE, reviewBy: '2027-01-01', connections }, parts: ['reason'] });
}

describe('a hold by incident', () => {
  test('keeps the connections of its steps, and of no other; everything else that is personal ends as ever', () => {
    const [request, given, withdrawn] = held(1).ends(at);
    const without = new Tale().given(GIVEN, 'r1', ['news']).withdrawn(LEFT, 'r1', ['news']).ends(at);
    expect(given?.parts).toEqual({ network: undefined });
    expect(request?.parts).toEqual(without[0]?.parts);
    expect(withdrawn?.parts).toEqual(without[2]?.parts);
  });

  test('keeps all entries together, so that no consent outlives its withdrawal', () => {
    const tale = held(1);
    expect(tale.of(at)).toEqual([undefined, undefined, undefined, undefined]);
    expect(fold(tale.entries, NOW)[0]?.purposes.some(isInForce)).toBe(false);
  });

  test('is over when it is settled: everything ends as if it had never been', () => {
    const tale = held(1).step('HoldLifted', '2026-02-20T10:00:00Z', { facts: { case: CASE } });
    const without = new Tale().given(GIVEN, 'r1', ['news']).withdrawn(LEFT, 'r1', ['news']);
    expect(tale.ends(at).slice(0, 3)).toEqual(without.ends(at));
  });

  test('outlasts an erasure, and stands against none', () => {
    const tale = held(1).step('DataErased', '2026-02-20T10:00:00Z');
    const [request, given] = tale.ends(at);
    expect(given?.parts).toEqual({ network: undefined });
    expect(request?.parts['address']).toEqual(new Date('2026-02-20T10:00:00Z'));
    expect(againstErasure(tale.entries, site, { despiteDuty: true, suppress: false }, NOW).holds).toEqual([]);
  });

  test('beside one that keeps everything keeps nothing less', () => {
    const tale = held(1).step('HoldPlaced', LEFT, { facts: { case: 'd'.repeat(22), reviewBy: '2027-01-01' } });
    for (const { parts } of tale.ends(at)) for (const end of Object.values(parts)) expect(end).toBeUndefined();
  });

  test('brings back from a backup what it keeps, and nothing else that had ended', () => {
    const kept = held(1).entries.map((entry) => ({ entry, end: undefined }));
    const ends = partEnds(kept, at, NOW);
    const endOf = (name: string) => ends.get(name);
    expect(endOf('network-of-1')).toMatchObject({ end: undefined, isPast: false });
    expect(endOf('network-of-0')).toMatchObject({ isPast: true });
  });
});

describe('deciding it', () => {
  const tale = (): Tale => new Tale().given(GIVEN, 'r1', ['news']).step('MailSent', GIVEN, { record: 'r1' });

  test('takes the steps that have connection data, and passes over the others', () => {
    expect(decide(tale().entries, [0, 2, 7])?.facts).toMatchObject({ case: CASE, connections: [0] });
    expect(decide(tale().entries, [2, 7])).toBeUndefined();
  });

  test('keeps nothing that is gone', () => {
    const { entries } = tale();
    const gone = {
      case: CASE,
      reviewBy: '2027-01-01',
      steps: [0, 1],
      isThere: (one: string) => one === 'network-of-1',
    };
    expect(heldForIncident(operation, gone)(entries, NOW, entries)?.facts).toMatchObject({ connections: [1] });
  });

  test('adds to what the incident has, and does nothing where it has all', () => {
    const { entries } = held(0);
    expect(decide(entries, [2, 1])?.facts).toMatchObject({ connections: [0, 1, 2] });
    expect(decide(entries, [0])).toBeUndefined();
    expect(decide(entries, [0], '2028-01-01')?.facts).toMatchObject({ connections: [0], reviewBy: '2028-01-01' });
  });

  test('keeps nothing of another incident, and has its steps in order', () => {
    expect(decide(held(2).entries, [1, 0])?.facts).toMatchObject({ connections: [0, 1, 2] });
    const facts = { case: 'd'.repeat(22), reviewBy: '2027-01-01' };
    for (const connections of [[0], undefined]) {
      const { entries } = tale().step('HoldPlaced', LEFT, { facts: { ...facts, ...(connections && { connections }) } });
      expect(decide(entries, [1])?.facts).toMatchObject({ case: CASE, connections: [1] });
    }
  });

  test('does not turn a hold of everything into one of connections', () => {
    const { entries } = tale().step('HoldPlaced', LEFT, { facts: { case: CASE, reviewBy: '2027-01-01' } });
    expect(decide(entries, [0])).toBeUndefined();
    expect(settledIncident(operation, CASE)(entries, NOW, entries)).toBeUndefined();
  });

  test('given another day by an order about one person, holds what it held, and can be settled', () => {
    const { entries } = held(0, 1);
    const step = keptHold(operation, CASE, '2028-01-01')(entries, NOW, entries);
    expect(step?.facts).toMatchObject({ case: CASE, reviewBy: '2028-01-01', connections: [0, 1] });
    const again = held(0, 1).step('HoldPlaced', LEFT, { facts: step?.facts ?? {} }).entries;
    expect(keptHold(operation, CASE, '2028-01-01')(again, NOW, again)).toBeUndefined();
    expect(settledIncident(operation, CASE)(again, NOW, again)?.type).toBe('HoldLifted');
  });

  test('is settled once, and only by the site whose it is', () => {
    const { entries } = held(0);
    const settled = { type: 'HoldLifted', site: 'demo', actor: operator, facts: { case: CASE } };
    expect(settledIncident(operation, CASE)(entries, NOW, entries)).toMatchObject(settled);
    const facts = { case: 'd'.repeat(22), reviewBy: '2027-01-01' };
    const both = held(0).step('HoldPlaced', LEFT, { facts }).entries;
    expect(settledIncident(operation, CASE)(both, NOW, both)).toMatchObject(settled);
    expect(settledIncident(operation, 'e'.repeat(22))(entries, NOW, entries)).toBeUndefined();
    expect(settledIncident(operation, CASE)([], NOW, [])).toBeUndefined();
    const other = { ...operation, site: findSite(sites, 'notice-001')! };
    expect(settledIncident(other, CASE)(entries, NOW, entries)).toBeUndefined();
    expect(
      heldForIncident(other, { case: CASE, reviewBy: '2027-01-01', steps: [1], isThere })(entries, NOW, entries),
    ).toBeUndefined();
  });
});
