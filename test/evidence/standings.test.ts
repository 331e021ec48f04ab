import { asRecord } from '../ids';
import type { RecordState } from '../../shared/consent/fold';
import { standings } from '../../shared/evidence/dossier/history';

type Status = RecordState['purposes'][number]['status'];

/** A record of one purpose, which has that status since that day of November. */
function record(status: Status, day: number, isConfirmed = true): RecordState {
  const since = `2026-11-${day}T09:00:00.000Z`;
  const purposes = [{ id: 'news', legalBasis: 'consent' as const, noticeHash: 'hash-of-news', status, since }];
  const confirmed = isConfirmed ? { confirmedAt: since } : {};
  const about = { site: 'demo', recordId: asRecord(`record-${day}`), language: 'de' as const, mails: [] };
  return {
    ...about,
    requestedAt: since,
    registeredAt: since,
    confirmBy: '2026-12-01T00:00:00.000Z',
    ...confirmed,
    purposes,
  };
}

const statusOf = (...records: RecordState[]): string[] =>
  standings({ records, entries: [] }).map(({ purpose }) => purpose.status);

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
