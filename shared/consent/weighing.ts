import { entriesOf, type Entry, type EntryFor, type EntryPurpose } from './entry';
import { standingOf } from './standing';
import { isConfirmation } from './steps/begins-and-ends';
import { settles } from './steps/weighed';

/* What is to be done yet about an objection for reasons of one's own situation: decided, told, or recorded for good. */

/** The purposes about which an objection is weighed, as it named them, and nobody decided yet. */
export function undecided(entries: readonly Entry[]): Undecided[] {
  const { weighed } = standingOf(entries);
  const upheld = entriesOf('ObjectionDecided', entries).flatMap((decision) => unsettled(decision, entries));
  const named = entriesOf('ObjectionRaised', entries).flatMap((raised) =>
    raised.purposes.map((purpose): Undecided => ({ purpose, raised })),
  );
  const newest = new Map(named.map((one) => [one.purpose.id, one]));
  const isOpen = (id: string): boolean => weighed.has(id) && !upheld.some((one) => one.id === id);
  return [...newest].flatMap(([id, one]) => (isOpen(id) ? [one] : []));
}

/** A purpose, and the objection that is weighed about it. */
interface Undecided {
  readonly purpose: EntryPurpose;
  readonly raised: EntryFor<'ObjectionRaised'>;
}

/**
 * The purposes of a decision that the person is yet to be told of. Not those that were upheld, and to which they said yes since; and
 * of whoever is erased nobody knows the address.
 */
export function toTell({ seq, facts, purposes }: EntryFor<'ObjectionDecided'>, entries: readonly Entry[]): string[] {
  const isTold = entriesOf('MailSent', entries).some((mail) => mail.facts.tellsOf === seq);
  const since = entries.filter((entry) => entry.seq > seq);
  if (isTold || since.some(({ type }) => type === 'DataErased')) return [];
  const isAnew = (id: string): boolean => since.some((later) => isConfirmation(later) && settles(later, id));
  return purposes.map(({ id }) => id).filter((id) => facts.decision === 'refused' || !isAnew(id));
}

/** What an upheld decision named, and nothing since settled. */
export function unsettled(
  { seq, facts, purposes }: EntryFor<'ObjectionDecided'>,
  entries: readonly Entry[],
): EntryPurpose[] {
  if (facts.decision !== 'upheld') return [];
  const since = entries.filter((entry) => entry.seq > seq);
  return purposes.filter(({ id }) => !since.some((later) => settles(later, id)));
}
