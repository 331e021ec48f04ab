import { isSameRequest } from './decisions';
import { mayMail, type Limits } from '../permissions';
import type { MailKind } from '../entry';
import { isGiven, isPending, wasMailed, type RecordState, type SubjectState } from '../fold';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Mails that follow from a person's own step; the others go out when `review` or an operator says so. */
type DueKind = Extract<MailKind, 'confirmation' | 'welcome' | 'asset'>;

export interface DueMail {
  readonly kind: DueKind;
  readonly record: RecordState;
}

export interface MailRules {
  /** Whether a welcome follows the consent to a purpose. */
  readonly welcomes: (purpose: string) => boolean;
  /** Confirmation mails within 24 hours. */
  readonly mailsPerDay: number;
  /** What stands against mails. */
  readonly standing: Limits;
}

/**
 * The mails that a subject has coming at the moment `now`: what the records call for less what was sent. Where only some
 * confirmations may go out today they are the newest: whoever signed up just now waits for one, and an older one may be among
 * those that were stopped for good.
 */
export function dueMails(state: SubjectState, rules: MailRules, now: Date): DueMail[] {
  const due = state.flatMap((record) =>
    calledFor(record, rules, now)
      .filter((kind) => !wasMailed(record, kind))
      .map((kind) => ({ kind, record })),
  );
  const confirmations = due.filter(({ kind, record }) => kind === 'confirmation' && !isAskedAgain(state, record));
  const others = due.filter(({ kind }) => kind !== 'confirmation');
  const left = Math.max(0, rules.mailsPerDay - confirmationsToday(state, now));
  return [...others, ...(left === 0 ? [] : confirmations.slice(-left))];
}

function calledFor(record: RecordState, { welcomes, standing }: MailRules, now: Date): DueKind[] {
  if (isPending(record, now)) return ['confirmation'];
  if (record.confirmedAt === undefined || record.isFromElsewhere) return [];
  const welcome = record.purposes.some(
    (purpose) => isGiven(purpose) && mayMail(purpose, standing) && welcomes(purpose.id),
  );
  const order = record.asset !== undefined && isUsable(record, standing);
  return [...(order ? ['asset' as const] : []), ...(welcome ? ['welcome' as const] : [])];
}

/** An order is no purpose, and goes by the same: what is confirmed after a restriction began is no part of it. */
function isUsable({ confirmedAt = '' }: RecordState, { restrictedSince, undeliverableSince }: Limits): boolean {
  return undeliverableSince === undefined && (restrictedSince === undefined || restrictedSince < confirmedAt);
}

/**
 * Mails can pile up while the mail service is down. Then the newest of several sign-ups for the same gets one, and
 * no more go out in a day than if it had been up.
 */
function isAskedAgain(state: SubjectState, record: RecordState): boolean {
  return state.slice(state.indexOf(record) + 1).some((later) => isSameRequest(record, later));
}

function confirmationsToday(state: SubjectState, now: Date): number {
  return state
    .flatMap(({ mails }) => mails)
    .filter(({ kind, at }) => kind === 'confirmation' && now.getTime() - Date.parse(at) < DAY_MS).length;
}
