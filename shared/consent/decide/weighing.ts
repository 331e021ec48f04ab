import { entriesOf, type Entry, type EntryFor, type EntryPurpose } from '../entry';
import { standingOf } from '../standing';
import { currentPurpose, objectionable, operatorStep, type Decision, type Operation } from './operator-decisions';

export const VERDICTS = ['upheld', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

function named({ site }: Operation, isMeant: (id: string) => boolean): EntryPurpose[] {
  return objectionable(site)
    .filter(({ id }) => isMeant(id))
    .map((purpose) => currentPurpose(site, purpose));
}

/** Art. 21(1) GDPR: nothing is mailed for these purposes, or for any, while the reasons of the person are weighed. */
export function raised(operation: Operation, purposes: readonly string[]): Decision {
  return (entries, now) => {
    const { weighed, objections } = standingOf(entries);
    const isMeant = (id: string): boolean => purposes.length === 0 || purposes.includes(id);
    const about = named(operation, (id) => isMeant(id) && !weighed.has(id) && !objections.has(id));
    return about.length === 0 ? undefined : { ...operatorStep(operation, now, 'ObjectionRaised', {}), purposes: about };
  };
}

/** What came of the weighing, for these purposes or for all that are weighed; undefined where nothing is, or it was said before. */
export function decided(operation: Operation, purposes: readonly string[], decision: Verdict): Decision {
  return (entries, now) => {
    const { weighed } = standingOf(entries);
    const isMeant = (id: string): boolean => purposes.length === 0 || purposes.includes(id);
    const upheld = new Set(upheldIn(entries).flatMap((step) => step.purposes.map(({ id }) => id)));
    const about = named(operation, (id) => weighed.has(id) && isMeant(id) && !upheld.has(id));
    return about.length === 0
      ? undefined
      : { ...operatorStep(operation, now, 'ObjectionDecided', { decision }), purposes: about };
  };
}

/** Objections that were upheld, and that the person is yet to be told of: after that an objection stands in their place. */
export function upheldIn(entries: readonly Entry[]): EntryFor<'ObjectionDecided'>[] {
  const { weighed } = standingOf(entries);
  const isOpen = (id: string, at: string): boolean => {
    const since = weighed.get(id);
    return since !== undefined && since <= at;
  };
  return entriesOf('ObjectionDecided', entries).filter(
    ({ at, facts, purposes }) => facts.decision === 'upheld' && purposes.some(({ id }) => isOpen(id, at)),
  );
}
