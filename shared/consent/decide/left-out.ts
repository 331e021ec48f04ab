import { factsOf, type Entry, type EntryPurpose } from '../entry';
import { isGiven, type PurposeState, type RecordState } from '../fold';
import { isConfirmation, isEndOfConsent } from '../steps/begins-and-ends';

/** A purpose of a sign-up that its confirmation does not cover, or not any more. */
export type LeftOut =
  /**
   * Ended since: by a withdrawal (before or after it was given), an objection or a lapse, or moved to another address;
   * on an ISO 8601 day or at a moment.
   */
  | {
      readonly id: string;
      readonly why: 'withdrawn' | 'refused' | 'objected' | 'lapsed' | 'moved';
      readonly since: string;
    }
  /** Not confirmed along with the rest; or still waiting, and not to be given without a purpose that it requires. */
  | { readonly id: string; readonly why: 'unconfirmed' | 'unsupported' };

/** What of a record is no part of the step that covers these purposes, and why; and what of them ended since. */
export function leftOut(
  { purposes, confirmedAt }: RecordState,
  covered: readonly Pick<EntryPurpose, 'id'>[],
  entries: readonly Entry[],
): LeftOut[] {
  const isCovered = ({ id }: PurposeState): boolean => covered.some((other) => other.id === id);
  return purposes
    .filter((purpose) => !isCovered(purpose) || isOver(purpose))
    .map((purpose) => {
      if (isOver(purpose)) return ended(purpose, isCovered(purpose), entries);
      return { id: purpose.id, why: confirmedAt === undefined ? 'unsupported' : 'unconfirmed' };
    });
}

function isOver({ status }: PurposeState): boolean {
  return !isGiven({ status }) && status !== 'ConsentRequested';
}

function ended({ id, since }: PurposeState, wasGiven: boolean, entries: readonly Entry[]): LeftOut {
  const step = entries.findLast(
    (entry) => isEndOfConsent(entry) && entry.at === since && entry.purposes.some((purpose) => purpose.id === id),
  );
  // Then it was time alone.
  if (!step) return wasGiven ? { id, why: 'lapsed', since } : { id, why: 'unconfirmed' };
  const { receivedOn, movedTo } = factsOf(step);
  if (step.type === 'ConsentLapsed') return { id, why: 'lapsed', since };
  if (movedTo !== undefined) return { id, why: 'moved', since };
  const why = step.type === 'ObjectionRecorded' ? 'objected' : wasGiven ? 'withdrawn' : 'refused';
  return { id, why, since: receivedOn ?? since };
}

/** What the step says that confirmed a record; undefined where it is not there. */
export function confirmationOf({ recordId, confirmedAt }: RecordState, entries: readonly Entry[]): Entry | undefined {
  return entries.find((entry) => isConfirmation(entry) && entry.recordId === recordId && entry.at === confirmedAt);
}
