import * as z from '../../zod';
import type { Hold } from '../state';
import { anyStep, caseId, day, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

const named = {
  ...anyStep,
  ...told,
  /** An id of ours for the dispute, which names nobody; what the operator calls it is in the part `reason`. */
  case: caseId,
};

/** What is needed in a dispute is kept past its end. Placed again it has another review date. */
export const holdPlaced = defineStep({
  type: 'HoldPlaced',
  facts: z.object({
    ...named,
    /** When somebody has to look whether it is still needed, ISO 8601 date. */
    reviewBy: day,
    /** The places of the steps whose connection data alone are kept, as an incident needs them; without, everything is. */
    connections: z.optional(z.array(z.int().check(z.gte(0))).check(z.minLength(1))),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at, facts }) => ({
    ...standing,
    holds: [...without(standing.holds, facts.case), holdOf(at, facts)],
  }),
  role: 'neither',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  kept: {
    ...LOGGED,
    closedBy: ({ facts }) => [
      (later) => later.type === 'HoldLifted' && 'case' in later.facts && later.facts.case === facts.case,
    ],
  },
  // The list of what operators have to look at has it.
  tells: ['retention', 'projector'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

export const holdLifted = defineStep({
  type: 'HoldLifted',
  facts: z.object(named),
  about: 'person',
  records: unchanged,
  standing: (standing, { facts }) => ({ ...standing, holds: without(standing.holds, facts.case) }),
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: ['retention', 'projector'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

function holdOf(since: string, facts: { case: string; reviewBy: string; connections?: number[] | undefined }): Hold {
  const { case: name, reviewBy, connections } = facts;
  return { case: name, since, reviewBy, ...(connections && { connections }) };
}

function without(holds: readonly Hold[], name: string): readonly Hold[] {
  return holds.filter((other) => other.case !== name);
}
