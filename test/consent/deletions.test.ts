import { awaitedSince, confirmDeletion, deletionDue } from '../../shared/consent/decide/deletions';
import { NothingToConfirm } from '../../shared/consent/errors';
import type { Processor } from '../../shared/consent/processors';
import { Tale } from './tale';

const NOW = new Date('2026-03-01T10:00:00Z');
const actor = { kind: 'backend', id: 'tool' } as const;
const TOOL = { id: 'tool', purposes: ['news', 'events'], transfers: [] } as unknown as Processor;

const informed = (tale: Tale, at: string, upTo: number, processor = TOOL.id): Tale =>
  tale.step('ProcessorInformed', at, { facts: { processor, upTo } });
const confirmed = (tale: Tale, upTo: number, processor = TOOL.id): Tale =>
  tale.step('DeletionConfirmed', '2026-02-20T10:00:00Z', { facts: { processor, upTo } });
const given = (): Tale => informed(new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']), '2026-01-10T10:02:00Z', 1);
/** The withdrawal is step 3, and that it was told of it step 5; another tool was told before. */
function told(): Tale {
  const left = given().withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
  return informed(informed(left, '2026-02-01T10:01:00Z', 3, 'other'), '2026-02-01T10:02:00Z', 3);
}

const confirm = ({ entries }: Tale, site = 'demo') => confirmDeletion(entries, { site, processor: TOOL, actor }, NOW);
const awaited = ({ entries }: Tale) => awaitedSince(entries, TOOL);

describe('that a processor has deleted somebody', () => {
  test('is on record with the step up to which it was told, once', () => {
    expect(confirm(told())).toStrictEqual({
      type: 'DeletionConfirmed',
      site: 'demo',
      at: NOW.toISOString(),
      actor,
      purposes: [],
      facts: { processor: 'tool', upTo: 3 },
    });
    expect(confirm(confirmed(told(), 3))).toBeUndefined();
    expect(confirm(confirmed(told(), 3, 'other'))).toBeDefined();
  });

  test('is awaited from when it was told first, until it says so', () => {
    expect(awaited(told())).toBe('2026-02-01T10:02:00.000Z');
    expect(awaited(informed(told(), '2026-02-03T10:00:00Z', 3))).toBe('2026-02-01T10:02:00.000Z');
    expect(awaited(confirmed(told(), 3, 'other'))).toBeDefined();
    expect(awaited(confirmed(told(), 3))).toBeUndefined();
  });

  test('is nothing to confirm or to wait for before it was told so', () => {
    const waiting = new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news']);
    const untold = given().withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
    for (const tale of [new Tale(), waiting, given(), untold]) {
      expect(() => confirm(tale)).toThrow(NothingToConfirm);
      expect(awaited(tale)).toBeUndefined();
    }
  });

  test('is none while one of its purposes is in force', () => {
    const two = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
    const tale = informed(two, '2026-02-01T10:02:00Z', 2);
    expect(() => confirm(tale)).toThrow(NothingToConfirm);
    expect(awaited(tale)).toBeUndefined();
  });

  test('holds for what it was told, also where the person came back since and it has not heard of that', () => {
    const back = told().given('2026-02-10T10:00:00Z', 'r2', ['news']);
    expect(confirm(back)?.facts).toEqual({ processor: 'tool', upTo: 3 });
    expect(awaited(back)).toBe('2026-02-01T10:02:00.000Z');
    const heard = informed(back, '2026-02-10T10:02:00Z', 7);
    expect(() => confirm(heard)).toThrow(NothingToConfirm);
    expect(awaited(heard)).toBeUndefined();
  });

  test('is awaited anew, where the person came back and left again', () => {
    const again = confirmed(told(), 3).given('2026-02-21T10:00:00Z', 'r2', ['news']);
    const left = informed(again.withdrawn('2026-02-22T10:00:00Z', 'r2', ['news']), '2026-02-22T10:01:00Z', 9);
    expect(confirm(left)?.facts).toEqual({ processor: 'tool', upTo: 9 });
    expect(awaited(left)).toBe('2026-02-22T10:01:00.000Z');
  });

  test('can be said of somebody of whom nothing is known but that they left elsewhere', () => {
    const gone = new Tale().step('ConsentWithdrawn', '2026-02-01T10:00:00Z', { purposes: ['news'] });
    const tale = informed(gone, '2026-02-01T10:01:00Z', 0);
    expect(confirm(tale)?.facts).toEqual({ processor: 'tool', upTo: 0 });
    expect(awaited(tale)).toBe('2026-02-01T10:01:00.000Z');
  });

  test('is nothing that one site says of a person of another', () => {
    expect(() => confirm(told(), 'another')).toThrow(NothingToConfirm);
    const { entries } = told();
    const mixed = entries.map((entry, n) => (n === 0 ? { ...entry, site: 'another' } : entry));
    expect(() => confirmDeletion(mixed, { site: 'demo', processor: TOOL, actor }, NOW)).toThrow(NothingToConfirm);
  });
});

test('a processor should have said so within a month', () => {
  expect(deletionDue('2026-03-10T10:00:00.000Z')).toBe('2026-04-10');
});
