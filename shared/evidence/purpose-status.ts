import { entriesOf, type Entry } from '../consent/entry';
import type { PurposeState } from '../consent/fold';
import { isBeginning, isConfirmation } from '../consent/steps';
import type { Language } from '../words/languages';
import { statusesIn } from '../words/statuses';
import { fullDay } from '../words/times';

/** The part of a record that its purposes' statuses depend on. */
interface OfRecord {
  readonly recordId: string;
  readonly confirmedAt?: string | null;
}

/** How a purpose stands, in a sentence. */
export function statusText(
  entries: readonly Entry[],
  record: OfRecord,
  purpose: Omit<PurposeState, 'noticeHash'>,
  language: Language,
): string {
  return sentence(entries, record, purpose, language)(fullDay(purpose.since, language));
}

function sentence(
  entries: readonly Entry[],
  { recordId, confirmedAt }: OfRecord,
  purpose: Omit<PurposeState, 'noticeHash'>,
  language: Language,
): (day: string) => string {
  const words = statusesIn(language);
  const { status, legalBasis } = purpose;
  if (status === 'ConsentGiven') {
    const beginning = entries.find((entry) => entry.recordId === recordId && isBeginning(entry));
    if (beginning?.type === 'ConsentRecorded') return words.givenElsewhere;
    return legalBasis === 'consent' ? words.since.ConsentGiven : words.givenOtherwise;
  }
  if (status === 'ConsentExpired') {
    const lapse = lapseOf(entries, purpose);
    // A record at its maximum has lapsed by then, also where no entry says so yet.
    if (!lapse)
      return confirmedAt && wasGiven(entries, recordId, purpose) ? words.atMaximum : words.since.ConsentExpired;
    return lapse.facts.because === undefined ? words.lapsed : words.atMaximum;
  }
  return words.since[status];
}

/** Whether a step gave the purpose; what was asked for and not given along with the rest of its record never was. */
function wasGiven(entries: readonly Entry[], recordId: string, { id }: Pick<PurposeState, 'id'>): boolean {
  const own = entries.filter((entry) => entry.recordId === recordId && entry.type !== 'ConsentRequested');
  return own.some(
    (entry) => (isConfirmation(entry) || isBeginning(entry)) && entry.purposes.some((purpose) => purpose.id === id),
  );
}

/** The step by which consent ended that was given; undefined where it never was. */
function lapseOf(entries: readonly Entry[], { id, since }: Pick<PurposeState, 'id' | 'since'>) {
  return entriesOf('ConsentLapsed', entries).find(
    ({ at, purposes }) => at === since && purposes.some((purpose) => purpose.id === id),
  );
}
