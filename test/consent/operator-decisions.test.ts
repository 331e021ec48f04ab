import { asRecord } from '../ids';
import {
  hold,
  keptHold,
  liftedHold,
  liftedRestriction,
  objection,
  rectification,
  restriction,
  withdrawal,
  type Decision,
  type Operation,
} from '../../shared/consent/decide/operator-decisions';
import { NoSuchHold } from '../../shared/consent/errors';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { demo } from '../../examples/sites/demo';
import { Tale } from './tale';

const [A, B] = ['A'.repeat(22), 'B'.repeat(22)] as const;
const [NEWS, EVENTS] = ['newsletter-product', 'newsletter-events'] as const;
const NOW = new Date('2026-03-01T10:00:00Z');
const operator = { kind: 'operator', id: 'desk' } as const;
const told = { via: 'letter', receivedOn: '2026-02-27' } as const;
const operation: Operation = { site: demo, requires: new Map(), operator, told };
const said = { site: 'demo', at: NOW.toISOString(), actor: operator, purposes: [] };

const by = (decide: Decision, { entries }: Tale, all: readonly AnyEntry[] = entries) => decide(entries, NOW, all);
const two = (): Tale =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', [NEWS]).given('2026-01-11T10:00:00Z', 'r2', [EVENTS]);
const ids = (step: ReturnType<typeof by>): string[] => step?.purposes.map(({ id }) => id) ?? [];

describe('a withdrawal', () => {
  test('names the record that has what it ends, how the person told, and nothing else', () => {
    expect(by(withdrawal(operation, [NEWS]), two())).toStrictEqual({
      type: 'ConsentWithdrawn',
      ...said,
      recordId: 'r1',
      purposes: [{ id: NEWS, legalBasis: 'consent', noticeHash: `hash-of-${NEWS}` }],
      facts: told,
    });
    expect(by(withdrawal(operation, []), two())).toMatchObject({ recordId: 'r2', purposes: [{}, {}] });
    expect(by(withdrawal(operation, ['others']), two())).toBeUndefined();
  });

  test('of what a later version wrote down without a record names none', () => {
    const [, , , last] = two().entries;
    const later = { ...last!, seq: 4, type: 'ConsentForeseen', recordId: undefined } as unknown as AnyEntry;
    const { entries } = new Tale();
    const step = withdrawal(operation, [])(entries, NOW, [later]);
    expect(step).toMatchObject({ type: 'ConsentWithdrawn', purposes: [{ id: EVENTS }] });
    expect(step).not.toHaveProperty('recordId');
  });
});

describe('an objection', () => {
  test('names what it ends and what else the person could be asked for, but no mail that a contract needs', () => {
    const step = by(objection(operation, []), two());
    const could = demo.purposes.filter(({ legalBasis }) => legalBasis !== 'contract').map(({ id }) => id);
    expect(could.length).toBeLessThan(demo.purposes.length);
    expect(ids(step).toSorted()).toEqual(could.toSorted());
    expect(step?.purposes.find(({ id }) => id === NEWS)?.noticeHash).toBe(`hash-of-${NEWS}`);
    expect(step?.facts).toStrictEqual(told);
  });

  test('to some purposes names those alone, each once, and is recorded once', () => {
    expect(ids(by(objection(operation, [NEWS]), two()))).toEqual([NEWS]);
    expect(ids(by(objection(operation, [NEWS, EVENTS]), new Tale()))).toEqual([NEWS, EVENTS]);
    const objected = new Tale().step('ObjectionRecorded', '2026-02-28T10:00:00Z', { purposes: [NEWS] });
    expect(by(objection(operation, [NEWS]), objected)).toBeUndefined();
    expect(ids(by(objection(operation, [NEWS, EVENTS]), objected))).toEqual([EVENTS]);
  });
});

describe('a restriction', () => {
  const restricted = (tale = two(), insteadOf?: 'erasure'): Tale =>
    tale.step('ProcessingRestricted', '2026-02-01T10:00:00Z', { facts: insteadOf ? { insteadOf } : {} });

  test('is taken down once', () => {
    const step = { type: 'ProcessingRestricted', ...said };
    expect(by(restriction(operation), two())).toStrictEqual({ ...step, facts: told });
    expect(by(restriction(operation, 'erasure'), two())).toStrictEqual({
      ...step,
      facts: { ...told, insteadOf: 'erasure' },
    });
    expect(by(restriction(operation), restricted())).toBeUndefined();
    expect(by(restriction(operation, 'erasure'), restricted(two(), 'erasure'))).toBeUndefined();
  });

  test('that the person wants is another one than that in place of an erasure', () => {
    expect(by(restriction(operation), restricted(two(), 'erasure'))).toBeDefined();
    expect(by(restriction(operation, 'erasure'), restricted())).toBeDefined();
  });

  test('is taken down anew where something was confirmed since, which the first one does not cover', () => {
    const since = (at: string): Tale => restricted().given(at, 'r3', [NEWS]);
    expect(by(restriction(operation), since('2026-02-02T10:00:00Z'))).toBeDefined();
    expect(by(restriction(operation), since('2026-02-01T09:59:00Z'))).toBeUndefined();
    expect(by(restriction(operation), restricted().request('2026-02-28T10:00:00Z', 'r3', [NEWS]))).toBeUndefined();
  });

  test('is lifted where there is one, with the day on which the person was told, if they had to be', () => {
    const lifted = (informedOn?: string) => by(liftedRestriction(operation, informedOn), restricted());
    expect(lifted()?.facts).toStrictEqual(told);
    expect(lifted('2026-02-28')?.facts).toStrictEqual({ ...told, informedOn: '2026-02-28' });
    expect(by(liftedRestriction(operation, '2026-02-28'), two())).toBeUndefined();
  });
});

describe('a hold', () => {
  const held = (...cases: string[]): Tale =>
    cases.reduce(
      (tale, id) => tale.step('HoldPlaced', '2026-02-01T10:00:00Z', { facts: { case: id, reviewBy: '2027-01-01' } }),
      two(),
    );

  /** The holds that there are instead. */
  function offered(decide: Decision, tale: Tale): readonly string[] | undefined {
    try {
      by(decide, tale);
    } catch (error) {
      if (error instanceof NoSuchHold) return error.held;
    }
    return undefined;
  }

  test('is placed once for each dispute and day of review', () => {
    const place = (id: string, reviewBy: string) => by(hold(operation, id, reviewBy), held(A))?.facts;
    expect(place(A, '2027-01-01')).toBeUndefined();
    expect(place(A, '2028-01-01')).toStrictEqual({ ...told, case: A, reviewBy: '2028-01-01' });
    expect(place(B, '2027-01-01')).toStrictEqual({ ...told, case: B, reviewBy: '2027-01-01' });
  });

  test('is lifted, or kept until another day, by its own name; an unknown name is told those that there are', () => {
    for (const id of [A, B]) {
      const lifted = by(liftedHold(operation, id), held(A, B));
      expect(lifted).toStrictEqual({ type: 'HoldLifted', ...said, facts: { ...told, case: id } });
      const facts = { ...told, case: id, reviewBy: '2028-01-01' };
      expect(by(keptHold(operation, id, '2028-01-01'), held(A, B))?.facts).toStrictEqual(facts);
      expect(by(keptHold(operation, id, '2027-01-01'), held(A, B))).toBeUndefined();
    }
    for (const decide of [liftedHold(operation, 'C'), liftedHold(operation, undefined), keptHold(operation, 'C', '')]) {
      expect(offered(decide, held(A, B))).toEqual([A, B]);
    }
  });
});

test('a record is rectified where there is one of that id', () => {
  const of = (record: string) => by(rectification(operation, asRecord(record)), two());
  expect(of('r1')).toStrictEqual({ type: 'IdentityRectified', ...said, recordId: 'r1', facts: told });
  expect(of('r3')).toBeUndefined();
});
