import { previewOf, restricted, type Wording } from '../../console/letter/preview';
import { desk } from '../../shared/words/de/desk';
import { deskRequests as own } from '../../shared/words/de/desk-requests';

const WORDING: Wording = { words: desk, own, names: new Map(), since: new Map(), language: 'de' };
const duty = (until: string) => ({ kind: 'duty', recordId: 'r', until }) as const;
const HOLD = { kind: 'hold', case: 'c', label: '12 O 345/26', reviewBy: '2027-05-01' } as const;
const CONTRACT = { kind: 'contract', recordId: 'r' } as const;

const instead = (...against: readonly object[]) =>
  previewOf({ done: [], head: null, erasure: { parts: {}, against } } as never, WORDING).instead;

test('where nothing stands against an erasure it is one', () => {
  expect(instead()).toBeUndefined();
});

test('what has to be proven goes by itself once the last duty is over', () => {
  expect(instead(duty('2029-12-31T22:00:00.000Z'), duty('2027-01-01T22:00:00.000Z'))?.end).toContain(
    '31. Dezember 2029',
  );
});

test.each([[HOLD], [CONTRACT]])('of %o nobody knows when it is over, and no day is made up', (one) => {
  expect(instead(one, duty('2029-12-31T22:00:00.000Z'))?.end).toBe(own.page.against.endUnknown);
});

const done = (...types: readonly string[]) =>
  previewOf({ done: types.map((type) => ({ type, purposes: [] })), head: null } as never, WORDING);

test('only what a person ends is theirs alone to begin again; what an operator restricts is not', () => {
  expect([done('ConsentWithdrawn').isEnding, done('ObjectionRecorded').isEnding]).toEqual([true, true]);
  expect([done('ProcessingRestricted').isEnding, done('ObjectionDecided').isEnding]).toEqual([false, false]);
});

test('where nothing would be done there is nothing to press, but a report is always made', () => {
  expect([done().isNothing, done('DataErased').isNothing]).toEqual([true, false]);
  const report = { done: [], head: null, held: true, counts: { records: 1 } };
  expect(previewOf(report as never, WORDING).isNothing).toBe(false);
});

test('what was done names all that stands against it, each once', () => {
  const said = restricted(instead(HOLD, CONTRACT, CONTRACT)!, own);
  expect(said).toMatch(/^Eingeschränkt, noch nicht gelöscht\. .*12 O 345\/26.*; ein Vertrag, der noch läuft\. /);
  expect(said.match(/Vertrag/g)).toHaveLength(1);
});
