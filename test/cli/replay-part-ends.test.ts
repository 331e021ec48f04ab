import type { RecordId } from '../../shared/ids';
import { asDigest, asRecord, asSubject } from '../ids';
import { partEnds } from '../../cli/replay-erasures/part-ends';
import type { Entry, Facts, Step } from '../../shared/consent/entry';
import type { EntryType } from '../../shared/consent/steps';
import { EMPTY, seal } from '../../shared/ledger/chain';
import { sites } from '../../examples/sites';

/** Keeps access data for seven days, and evidence for no time once nothing is in force. */
const site = sites.find(({ id }) => id === 'notice-001');
const [RECORD, NEXT] = ['AAAAAAAAAAAAAAAAAAAAAA', 'BAAAAAAAAAAAAAAAAAAAAA'];
const noticeHash = 'A'.repeat(43);
const [CASE, OTHER_CASE] = ['c'.repeat(22), 'd'.repeat(22)];

const day = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n, 12)).toISOString();

/** A person's life in a few words: what happened on which day, and which parts came with it. */
class Life {
  readonly entries: Entry[] = [];

  step(on: number, type: EntryType, classes: readonly string[] = [], facts: Facts = {}, recordId?: RecordId): this {
    const isSubjects = recordId !== undefined;
    const step = {
      site: 'notice-001',
      type,
      at: day(on),
      actor: isSubjects ? { kind: 'subject' } : { kind: 'operator', id: 'compliance' },
      purposes: isSubjects ? [{ id: 'newsletter', legalBasis: 'consent', noticeHash }] : [],
      facts,
      ...(isSubjects && { recordId, language: 'de' }),
    } as Step;
    const parts = Object.fromEntries(classes.map((name) => [name, asDigest(`${name} of day ${on}`)]));
    this.entries.push(seal(step, { subject: asSubject(RECORD), parts }, this.entries.at(-1) ?? EMPTY));
    return this;
  }

  signUp(on: number, recordId = asRecord(RECORD)): this {
    return this.step(on, 'ConsentRequested', ['address', 'network'], { confirmBy: day(on + 7) }, recordId).step(
      on,
      'ConsentGiven',
      [],
      {},
      recordId,
    );
  }

  /** What there is to say of each part on a day, by the rules of the site or without. */
  fates(on: number, { isConfigured = true, end }: { isConfigured?: boolean; end?: Date } = {}): Record<string, string> {
    const kept = this.entries.map((entry) => ({ entry, end }));
    const said = [...partEnds(kept, isConfigured ? site : undefined, new Date(day(on)))];
    return Object.fromEntries(
      said.map(([digest, { isPast, isErased, end: its }]) => [
        digest,
        isPast ? (isErased ? 'erased' : 'ended') : (its?.toISOString() ?? 'kept'),
      ]),
    );
  }
}

test('each class of parts goes by its own rule', () => {
  const life = new Life().signUp(0);
  expect(life.fates(3)).toEqual({ 'address of day 0': 'kept', 'network of day 0': day(7) });
  expect(life.fates(8)).toEqual({ 'address of day 0': 'kept', 'network of day 0': 'ended' });
});

test('what was erased is gone, what came after is not', () => {
  const life = new Life().signUp(0).step(1, 'DataErased', ['reason']).signUp(2, asRecord(NEXT));
  expect(life.fates(3)).toMatchObject({
    'address of day 0': 'erased',
    'network of day 0': 'erased',
    'address of day 2': 'kept',
  });
  expect(life.fates(3)['reason of day 1']).toMatch(/^20\d\d-/);
});

describe('a hold', () => {
  const held = (life: Life, on: number, name = CASE): Life =>
    life.step(on, 'HoldPlaced', [], { case: name, reviewBy: '2027-11-01' });

  test('keeps what was there when it was placed', () => {
    const life = held(new Life().signUp(0), 2);
    expect(life.fates(30)).toEqual({ 'address of day 0': 'kept', 'network of day 0': 'kept' });
  });

  test('brings back nothing that had been erased or had come to its end by then', () => {
    const ended = held(new Life().signUp(0), 8);
    expect(ended.fates(30)).toEqual({ 'address of day 0': 'kept', 'network of day 0': 'ended' });
    const erased = held(new Life().signUp(0).step(1, 'DataErased'), 2);
    expect(erased.fates(30)).toEqual({ 'address of day 0': 'erased', 'network of day 0': 'erased' });
  });

  test('goes on when it is placed again', () => {
    const life = held(held(new Life().signUp(0), 2), 9);
    expect(life.fates(30)['network of day 0']).toBe('kept');
  });

  test('counts no more once it is lifted', () => {
    const life = held(new Life().signUp(0), 2).step(20, 'HoldLifted', [], { case: CASE });
    expect(life.fates(30)['network of day 0']).toBe('ended');
    expect(held(life, 25, OTHER_CASE).fates(30)['network of day 0']).toBe('ended');
  });
});

describe('where the site is configured no longer', () => {
  test('a part has the end that its entry has', () => {
    expect(new Life().signUp(0).fates(3, { isConfigured: false, end: new Date(day(90)) })).toEqual({
      'address of day 0': day(90),
      'network of day 0': day(90),
    });
  });

  test('what was erased is gone all the same', () => {
    const life = new Life().signUp(0).step(1, 'DataErased');
    expect(life.fates(3, { isConfigured: false })['address of day 0']).toBe('erased');
  });
});
