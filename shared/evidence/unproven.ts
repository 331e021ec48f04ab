import { entriesOf, factsOf, type Entry } from '../consent/entry';

/**
 * Whether nothing shows that it was the person who took a step: anybody can fill in a form, and whoever holds a link can ask for
 * something. What was confirmed by the mail that asked about it is the mailbox's.
 */
export function isUnproven(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.actor.kind !== 'subject') return false;
  if (entry.type === 'RightRequested') return !entries.some((later) => isDoneBy(later, entry.facts.request));
  if (entry.type !== 'ConsentRequested') return false;
  const confirmations = [...entriesOf('ConsentGiven', entries), ...entriesOf('RenewedConsentGiven', entries)];
  return !confirmations.some(({ recordId }) => recordId === entry.recordId);
}

const isDoneBy = (later: Entry, request: string): boolean =>
  later.type !== 'MailSent' && later.type !== 'RightRequested' && factsOf(later).request === request;
