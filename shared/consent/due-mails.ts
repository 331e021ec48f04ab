import type { MailKind } from './entry';
import { isGiven, isPending, type RecordState, type SubjectState } from './fold';

export interface DueMail {
  readonly kind: MailKind;
  readonly record: RecordState;
}

/** The mails that a subject has coming at the moment `now`: what the records call for less what was sent. */
export function dueMails(state: SubjectState, welcomes: (purpose: string) => boolean, now: Date): DueMail[] {
  return state.flatMap((record) =>
    calledFor(record, welcomes, now)
      .filter((kind) => !record.mails.includes(kind))
      .map((kind) => ({ kind, record })),
  );
}

function calledFor(record: RecordState, welcomes: (purpose: string) => boolean, now: Date): MailKind[] {
  if (isPending(record, now)) return ['confirmation'];
  if (record.confirmedAt === undefined) return [];
  const welcome = record.purposes.some((purpose) => isGiven(purpose) && welcomes(purpose.id));
  return [...(record.asset ? ['asset' as const] : []), ...(welcome ? ['welcome' as const] : [])];
}
