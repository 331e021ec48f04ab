import { entriesOf, type Entry, type EntryFor, type EntryPurpose } from '../entry';
import { standingOf } from '../standing';
import { isConfirmation } from '../steps/begins-and-ends';
import { settles } from '../steps/weighed';
import {
  currentPurpose,
  objection,
  objectionable,
  operatorStep,
  type Decision,
  type Operation,
} from './operator-decisions';

export const VERDICTS = ['upheld', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Art. 21(1) GDPR: nothing is mailed for these purposes, or for any, while the reasons of the person are weighed. */
export function raised(operation: Operation, purposes: readonly string[]): Decision {
  return (entries, now) => {
    const { weighed, objections } = standingOf(entries);
    const { site } = operation;
    const about = objectionable(site)
      .filter(({ id }) => isMeant(purposes, id) && !weighed.has(id) && !objections.has(id))
      .map((purpose) => currentPurpose(site, purpose));
    return about.length === 0 ? undefined : { ...operatorStep(operation, now, 'ObjectionRaised', {}), purposes: about };
  };
}

/**
 * What came of the weighing, for these purposes or for all that are weighed, also where the site has them no more; undefined where
 * nothing is, or it was said before.
 */
export function decided(operation: Operation, purposes: readonly string[], decision: Verdict): Decision {
  return (entries, now) => {
    const about = undecided(entries).filter(({ id }) => isMeant(purposes, id));
    return about.length === 0
      ? undefined
      : { ...operatorStep(operation, now, 'ObjectionDecided', { decision }), purposes: about };
  };
}

/** What was upheld and not settled yet: the person is objected for. Undefined where nothing of it is left, as they said yes since. */
export function upheldObjection(operation: Operation, decision: EntryFor<'ObjectionDecided'>): Decision {
  return (entries, ...seen) => {
    const open = unsettled(decision, entries);
    if (open.length === 0) return undefined;
    const ids = open.map(({ id }) => id);
    const ended = objection(operation, ids)(entries, ...seen)?.purposes ?? [];
    // What nobody was asked for, or the site has no more, has the wording by which it was decided.
    const others = open.filter(({ id }) => !ended.some((one) => one.id === id));
    const step = operatorStep(operation, seen[0], 'ObjectionRecorded', { weighed: true });
    return { ...step, purposes: [...ended, ...others] };
  };
}

/** The purposes about which an objection is weighed, as it named them, and nobody decided yet. */
export function undecided(entries: readonly Entry[]): EntryPurpose[] {
  const { weighed } = standingOf(entries);
  const upheld = entriesOf('ObjectionDecided', entries).flatMap((decision) => unsettled(decision, entries));
  const named = entriesOf('ObjectionRaised', entries).flatMap(({ purposes }) => purposes);
  const newest = new Map(named.map((purpose) => [purpose.id, purpose]));
  return [...newest.values()].filter(({ id }) => weighed.has(id) && !upheld.some((one) => one.id === id));
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
function unsettled({ seq, facts, purposes }: EntryFor<'ObjectionDecided'>, entries: readonly Entry[]): EntryPurpose[] {
  if (facts.decision !== 'upheld') return [];
  const since = entries.filter((entry) => entry.seq > seq);
  return purposes.filter(({ id }) => !since.some((later) => settles(later, id)));
}

const isMeant = (purposes: readonly string[], id: string): boolean => purposes.length === 0 || purposes.includes(id);
