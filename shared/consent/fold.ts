import type { Entry } from './entry';
import type { RecordState, SubjectState } from './state';
import { stepType } from './steps';

export * from './state';

/**
 * What a subject's entries amount to at the moment `now`.
 *
 * An entry counts only where it applies: whatever their order or repetition, nothing is given that was not
 * requested before, in time, or that was withdrawn since. What each type does is in `steps/`.
 */
export function fold(entries: readonly Entry[], now: Date): SubjectState {
  return entries.reduce<SubjectState>(applyEntry, []).map((record) => expire(record, now));
}

/** A moment at which no confirmation is late yet, for whom what expires by itself is no step. */
export const BEGINNING = new Date(0);

/** When what a record says began, as far as that is known: what has no date from elsewhere is older than anything. */
export function beginningOf({ isFromElsewhere, confirmedAt, requestedAt, registeredAt }: RecordState): Date {
  if (!isFromElsewhere) return new Date(confirmedAt ?? requestedAt);
  return registeredAt < requestedAt ? new Date(registeredAt) : BEGINNING;
}

/** What one more step makes of the records before it; what it does not change it leaves as it is. */
export function applyEntry(records: SubjectState, entry: Entry): SubjectState {
  return stepType(entry).records(records, entry);
}

function expire(record: RecordState, now: Date): RecordState {
  if (now.toISOString() < record.confirmBy) return record;
  const purposes = record.purposes.map((purpose) =>
    purpose.status === 'ConsentRequested'
      ? { ...purpose, status: 'ConsentExpired' as const, since: record.confirmBy }
      : purpose,
  );
  return { ...record, purposes };
}
