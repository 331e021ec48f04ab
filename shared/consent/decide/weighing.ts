import type { EntryFor } from '../entry';
import { standingOf } from '../standing';
import { undecided, unsettled } from '../weighing';
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
    const about = undecided(entries)
      .map(({ purpose }) => purpose)
      .filter(({ id }) => isMeant(purposes, id));
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

const isMeant = (purposes: readonly string[], id: string): boolean => purposes.length === 0 || purposes.includes(id);
