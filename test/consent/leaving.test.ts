import { isOurs, leftThere, type Leaving } from '../../shared/consent/decide/leaving';
import { fold } from '../../shared/consent/fold';
import { REQUIRES } from './model';
import { Tale } from './tale';

/* What a processor reports of somebody who left there. */

const NOW = new Date('2026-03-01T10:00:00Z');
const actor = { kind: 'backend', id: 'tool' } as const;
const leaving = (change: Partial<Leaving> = {}): Leaving => ({
  kind: 'unsubscribed',
  site: 'demo',
  processor: 'tool',
  reportedBy: 'webhook',
  actor,
  purposes: ['news'],
  ...change,
});

const left = ({ entries }: Tale, change: Partial<Leaving> = {}) =>
  leftThere(entries, leaving(change), REQUIRES, NOW, fold(entries, NOW));
const ids = (step: ReturnType<typeof left>) => step?.purposes.map(({ id }) => id);
const given = (...purposes: string[]): Tale =>
  new Tale().given('2026-01-10T10:00:00Z', 'r1', purposes.length > 0 ? purposes : ['news', 'events']);
const at = (time: string): { at: Date } => ({ at: new Date(`2026-01-10T${time}Z`) });

test('who left at a tool is out of what that is about, and nothing else', () => {
  const step = left(given(), at('12:00:00'));
  expect(step).toMatchObject({ type: 'ConsentWithdrawn', site: 'demo', recordId: 'r1', actor, at: NOW.toISOString() });
  expect(ids(step)).toEqual(['news']);
  const facts = { via: 'elsewhere', processor: 'tool', reportedBy: 'webhook' };
  expect(step?.facts).toStrictEqual({ ...facts, saidAt: '2026-01-10T12:00:00.000Z' });
  expect(left(given())?.facts).toStrictEqual(facts);
  expect(left(given(), { kind: 'complaint' })?.facts).toStrictEqual({ ...facts, via: 'complaint' });
  expect(left(given(), { purposes: ['others'] })).toBeUndefined();
});

test('so is what cannot stand without it', () => {
  expect(ids(left(given('news', 'analysis')))).toEqual(['news', 'analysis']);
  expect(ids(left(given('news', 'events', 'analysis')))).toEqual(['news']);
});

test('what waits for the person’s own press is left to it', () => {
  expect(left(new Tale().request('2026-02-28T10:00:00Z', 'r1', ['news']))).toBeUndefined();
  const both = given('news').request('2026-02-28T10:00:00Z', 'r2', ['events']);
  expect(ids(left(both, { purposes: ['news', 'events'] }))).toEqual(['news']);
});

describe('what was given after they left', () => {
  test('stands; tools count in seconds, so what was given in the same one is meant', () => {
    expect(left(given(), at('10:00:59'))).toBeUndefined();
    expect(left(given(), at('10:01:00'))).toBeDefined();
    expect(left(given(), at('10:00:59.001'))).toBeDefined();
  });

  test('stands also where it had been given before, while the rest ends', () => {
    const again = given().given('2026-02-10T10:00:00Z', 'r2', ['news']);
    expect(left(again, at('12:00:00'))).toBeUndefined();
    expect(ids(left(again, { ...at('12:00:00'), purposes: ['news', 'events'] }))).toEqual(['events']);
    expect(ids(left(again))).toEqual(['news']);
  });

  test('stands also where the tool is ahead of time', () => {
    const ahead = new Tale().given('2026-03-01T10:00:00Z', 'r1', ['news']);
    expect(left(ahead, { at: new Date('2026-03-01T12:00:00Z') })).toBeUndefined();
    expect(left(ahead)).toBeUndefined();
  });
});

test('nothing ends of whom nothing is known, of whom another site knows, and of what a contract needs', () => {
  expect(left(new Tale())).toBeUndefined();
  expect(left(given(), { site: 'another' })).toBeUndefined();
  const [one, two] = fold(given().given('2026-02-10T10:00:00Z', 'r2', ['events']).entries, NOW);
  const apart = [one!, { ...two!, site: 'another' }];
  expect(leftThere(given().entries, leaving(), REQUIRES, NOW, apart)).toBeUndefined();
  const contract = new Tale().step('ContractRecorded', '2026-02-10T10:00:00Z', { record: 'c1', purposes: ['news'] });
  expect(left(contract)).toBeUndefined();
});

describe('what may be our own doing at the tool', () => {
  const own = { ...at('10:01:00.700'), mayBeOurs: true };

  test('is known by the second of one of the person’s steps', () => {
    expect(left(given(), own)).toBeUndefined();
    expect(left(given(), at('10:01:00.700'))).toBeDefined();
    for (const time of ['10:00:59.999', '10:01:01'])
      expect(isOurs(given().entries, leaving({ ...own, ...at(time) }))).toBe(false);
    expect(left(given(), { ...own, ...at('10:01:01') })).toBeDefined();
  });

  test('is not known where the tool does not say when that was', () => {
    expect(left(given(), { mayBeOurs: true })).toBeDefined();
    expect(isOurs([], leaving(own))).toBe(false);
  });
});
