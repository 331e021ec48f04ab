import type { Entry } from './entry';
import type { SubjectState } from './fold';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * When an unconfirmed sign-up goes: a day after its confirmation came too late, so that nothing vanishes between
 * a click in the last second and its processing.
 */
export function endOfUnconfirmed(confirmBy: Date): Date {
  return new Date(confirmBy.getTime() + DAY_MS);
}

/**
 * When a part goes that was saved for a step, unless the step was taken and `retention` saw to it. Long enough to
 * repair `retention` after an alarm, short enough that what a failed step left behind does not stay.
 */
export function endOfUnclaimed(now: Date): Date {
  return new Date(now.getTime() + 8 * DAY_MS);
}

/** What an entry's end is made from besides the entry: which records were confirmed. */
export function recordEnds(state: SubjectState): ReadonlyMap<string, Date | undefined> {
  return new Map(
    state.map(({ recordId, confirmedAt, confirmBy }) => [
      recordId,
      confirmedAt === undefined ? endOfUnconfirmed(new Date(confirmBy)) : undefined,
    ]),
  );
}

/**
 * When an entry and its parts are to be deleted; undefined while they stay. What belongs to no record
 * (who read the evidence) keeps the end that it was born with: 'as-born'.
 */
export function endOf(entry: Entry, ends: ReadonlyMap<string, Date | undefined>): Date | undefined | 'as-born' {
  return entry.recordId !== undefined && ends.has(entry.recordId) ? ends.get(entry.recordId) : 'as-born';
}
