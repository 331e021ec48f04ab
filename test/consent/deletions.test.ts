import { deletions } from '../../shared/consent/keep/deletions';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { rules, Tale } from './tale';

/* On which day evidence and answers to people say that something was deleted. */

const NOW = new Date('2030-01-01T00:00:00Z');
const AT_ONCE = rules({ details: { keep: 'P0D' } });
const HOLD = { facts: { case: 'x', reviewBy: '2027-01-01' } };

function named(): Tale {
  const about = { record: 'r1', purposes: ['news'] };
  const facts = { confirmBy: '2026-01-17T10:00:00.000Z' };
  return new Tale()
    .step('ConsentRequested', '2026-01-10T10:00:00Z', { ...about, facts, parts: ['address', 'details'] })
    .step('ConsentGiven', '2026-01-10T10:01:00Z', about);
}

const left = (): Tale => named().withdrawn('2026-03-01T10:00:00Z', 'r1', ['news']);
const deleted = ({ entries }: Tale, name = 'details', by: RetentionRules = AT_ONCE, now = NOW): string | undefined =>
  deletions(entries, by, now)(entries[0]!, name)?.toISOString();

test('what is kept has no such day', () => {
  expect(deleted(named())).toBeUndefined();
  expect(deleted(left(), 'address')).toBeUndefined();
  expect(deleted(left(), 'details', rules())).toBeUndefined();
});

test('a name went with the withdrawal, or a time after it', () => {
  expect(deleted(left())).toBe('2026-03-01T10:00:00.000Z');
  const half = rules({ details: { keep: 'P6M' } });
  expect(deleted(left(), 'details', half)).toBe('2026-09-01T09:00:00.000Z');
  expect(deleted(left(), 'details', half, new Date('2026-08-01T00:00:00Z'))).toBeUndefined();
});

test('a letter that was entered later counts from its day, but nothing was deleted before it was entered', () => {
  const facts = { via: 'letter', receivedOn: '2026-03-01' } as const;
  const late = named().step('ConsentWithdrawn', '2026-03-20T10:00:00Z', { record: 'r1', purposes: ['news'], facts });
  expect(deleted(late)).toBe('2026-03-20T10:00:00.000Z');
});

test('what a hold kept went when it was lifted', () => {
  const held = named()
    .step('HoldPlaced', '2026-02-01T10:00:00Z', HOLD)
    .withdrawn('2026-03-01T10:00:00Z', 'r1', ['news']);
  expect(deleted(held)).toBeUndefined();
  held.step('HoldLifted', '2026-06-01T10:00:00Z', { facts: { case: 'x' } });
  expect(deleted(held)).toBe('2026-06-01T10:00:00.000Z');
});

test('what was gone when a hold was placed went before that', () => {
  const tale = left().step('HoldPlaced', '2026-04-01T10:00:00Z', HOLD);
  expect(deleted(tale)).toBe('2026-03-01T10:00:00.000Z');
  tale.step('HoldLifted', '2026-06-01T10:00:00Z', { facts: { case: 'x' } });
  expect(deleted(tale)).toBe('2026-03-01T10:00:00.000Z');
});

test('an erasure ends all of it', () => {
  const erased = left().step('DataErased', '2026-03-05T10:00:00Z', { facts: {} });
  expect([deleted(erased, 'address'), deleted(erased, 'details', rules())]).toEqual([
    '2026-03-05T10:00:00.000Z',
    '2026-03-05T10:00:00.000Z',
  ]);
});

test('of a history of many turns no day is said, and it takes no time', () => {
  const tale = left();
  for (let day = 1; day <= 25; day++) {
    tale.step('LanguageChosen', new Date(Date.UTC(2026, 3, day)).toISOString());
  }
  expect(deleted(tale)).toBeUndefined();
});
