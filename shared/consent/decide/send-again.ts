import type { MailLimits } from './decisions';
import { entriesOf, type Entry } from '../entry';
import { isPending, type RecordState, type SubjectState } from '../fold';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A sign-up that waits, and when its mail may be sent once more. */
export interface Waiting {
  readonly record: RecordState;
  /** How many confirmation mails the person may still get within 24 hours. */
  readonly remaining: number;
  /** Not before then; undefined for now. */
  readonly nextFrom: Date | undefined;
}

/** The newest sign-up that waits for its confirmation; undefined where none does. The limits are those of sign-ups. */
export function waiting(
  state: SubjectState,
  entries: readonly Entry[],
  { mailsPerDay, pauseMs }: MailLimits,
  now: Date,
): Waiting | undefined {
  const record = state.findLast((one) => !one.isFromElsewhere && isPending(one, now));
  if (!record) return undefined;
  const sent = entriesOf('MailSent', entries)
    .filter(({ facts, at }) => facts.mail === 'confirmation' && now.getTime() - Date.parse(at) < DAY_MS)
    .map(({ at }) => Date.parse(at));
  // The mail of a sign-up may be on its way.
  const last = Math.max(Date.parse(record.requestedAt), ...sent);
  const remaining = Math.max(0, mailsPerDay - sent.length);
  const nextFrom = Math.max(last + pauseMs, remaining > 0 ? 0 : (sent.at(-mailsPerDay) ?? 0) + DAY_MS);
  return { record, remaining, nextFrom: nextFrom > now.getTime() ? new Date(nextFrom) : undefined };
}
