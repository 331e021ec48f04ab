import type { EntryType } from '../../shared/consent/steps';
import type { Api } from '../api';
import type { Words } from '../context';

export type Journal = Awaited<ReturnType<Api['journal']>>;
export type JournalStep = Journal['steps'][number];

/** What operators do, as far as one chooses from it. */
export const DONE = [
  ...(['EvidenceDisclosed', 'AccessGiven', 'RequestReceived', 'RequestNoted', 'CaseClosed', 'PersonInformed'] as const),
  ...(['ConsentWithdrawn', 'ObjectionRecorded', 'ObjectionRaised', 'ObjectionDecided', 'IdentityRectified'] as const),
  ...(['ProcessingRestricted', 'RestrictionLifted', 'HoldPlaced', 'HoldLifted', 'DataErased'] as const),
  ...(['KeptOnReview', 'ConsentLapsed', 'DeletionConfirmed', 'MailSent', 'ConsentRequested'] as const),
] satisfies readonly EntryType[];

/** A step of a later version has no name here yet. */
export function nameOf(
  { type, mail, letter }: Pick<JournalStep, 'type' | 'mail' | 'letter'>,
  { steps, mails, letters, letterNamed }: Words,
): string {
  if (letter !== undefined) return letterNamed(letters[letter]);
  const name = (steps as Readonly<Record<string, string>>)[type] ?? type;
  return mail === undefined ? name : `${name}: ${mails.kinds[mail]}`;
}
