import type { Entry, Facts } from '../../../shared/consent/entry';

const facts = (entry: Entry): Facts => entry.facts;

/** What keeps a type of steps besides the records that it belongs to or changed. */
const LOG = new Set(
  'EvidenceDisclosed AccessGiven DataErased HoldPlaced HoldLifted RestrictionLifted MailReceived CaseClosed LanguageChosen ProcessorInformed DeletionConfirmed ObjectionRaised ObjectionDecided RightRequested RequestReceived RequestNoted PersonInformed'.split(
    ' ',
  ),
);

export const isOwnRestriction = (entry: Entry): boolean =>
  entry.type === 'ProcessingRestricted' && facts(entry).insteadOf === undefined;

/** What of a review's decision to keep it was about. */
export const keeps = (entry: Entry, what: 'consents' | 'restriction'): boolean =>
  entry.type === 'KeptOnReview' && facts(entry).reviewed === what;

/** Whether a step is kept for having been taken. */
export function isLogged(entry: Entry): boolean {
  return (
    LOG.has(entry.type) || isOwnRestriction(entry) || keeps(entry, 'restriction') || facts(entry).movedTo !== undefined
  );
}
