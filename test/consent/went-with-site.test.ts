import { wentWithSite } from '../../shared/consent/keep/went-with-site';
import { Tale } from './tale';

const GOES = new Date('2027-01-01T00:00:00Z');
const BEFORE = new Date('2026-12-31T23:59:59Z');

const person = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
const held = (): Tale =>
  person().step('HoldPlaced', '2026-02-01T10:00:00Z', { facts: { case: 'dispute', reviewBy: '2027-06-01' } });

test('everything of a person goes with their site, in the moment when its time is over', () => {
  expect(wentWithSite(person().entries, GOES, BEFORE)).toBe(false);
  expect(wentWithSite(person().entries, GOES, GOES)).toBe(true);
});

test('of a site that stays open nobody goes', () => {
  expect(wentWithSite(person().entries, undefined, GOES)).toBe(false);
});

test('whom a dispute needs stays until it is settled', () => {
  expect(wentWithSite(held().entries, GOES, GOES)).toBe(false);
  const lifted = held().step('HoldLifted', '2026-03-01T10:00:00Z', { facts: { case: 'dispute' } });
  expect(wentWithSite(lifted.entries, GOES, GOES)).toBe(true);
});

test('whom an incident needs in part stays as well', () => {
  const { entries } = person().step('HoldPlaced', '2026-02-01T10:00:00Z', {
    facts: { case: 'incident', reviewBy: '2027-06-01', connections: [1] },
  });
  expect(wentWithSite(entries, GOES, GOES)).toBe(false);
});

test('nobody is there to be held of whom nothing is left', () => {
  expect(wentWithSite([], GOES, GOES)).toBe(true);
});
