import type { Bundle, BundleRecord } from '../../shared/evidence/bundle';
import { standings } from '../../shared/evidence/dossier/standing';

type Status = BundleRecord['purposes'][number]['status'];

/** A record of one purpose, which has that status since that day of November. */
function record(status: Status, day: number, isConfirmed = true): BundleRecord {
  const since = `2026-11-${day}T09:00:00.000Z`;
  const purposes = [{ id: 'news', legalBasis: 'consent' as const, noticeHash: 'hash-of-news', status, since }];
  const confirmedAt = isConfirmed ? since : null;
  return { recordId: `record-${day}`, language: 'de', requestedAt: since, confirmedAt, purposes, asset: null };
}

const statusOf = (...records: BundleRecord[]): string[] =>
  standings({ records, entries: [] } as unknown as Bundle).map(({ purpose }) => purpose.status);

test.each([
  ['who signed up again and did not confirm yet has withdrawn', 'ConsentRequested'],
  ['who signed up again and never confirmed has withdrawn', 'ConsentExpired'],
] as const)('%s', (_, status) => {
  expect(statusOf(record('ConsentWithdrawn', 10), record(status, 12, false))).toEqual(['ConsentWithdrawn']);
});

test('what is in force anywhere is in force, whatever ended later', () => {
  expect(statusOf(record('ConsentGiven', 10), record('ConsentWithdrawn', 12))).toEqual(['ConsentGiven']);
});

test('of several endings the last counts', () => {
  expect(statusOf(record('ConsentWithdrawn', 10), record('ObjectionRecorded', 12))).toEqual(['ObjectionRecorded']);
});

test('what was only ever asked for is not confirmed', () => {
  expect(statusOf(record('ConsentRequested', 10, false))).toEqual(['ConsentRequested']);
});
