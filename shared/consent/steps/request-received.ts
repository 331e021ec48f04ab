import * as z from '../../zod';
import { anyStep, caseId, day, IDENTITIES, open, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** What a person wants by a letter, a call or a mail that an operator was told of. */
export const WISHES = [
  ...(['access', 'portability', 'erasure', 'rectification', 'restriction'] as const),
  ...(['withdrawal', 'objection', 'weighing', 'never-agreed', 'other'] as const),
] as const;

/** A person turned to the controller, and an operator wrote it down: what they want, by which way and since when. */
export const requestReceived = defineStep({
  type: 'RequestReceived',
  facts: z.object({
    ...anyStep,
    ...told,
    /** An id by which the request is known; it names nobody. */
    case: caseId,
    wish: open(WISHES),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at, facts }) => ({ ...standing, cases: [...standing.cases, { id: facts.case, since: at }] }),
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: {
    ...LOGGED,
    closedBy: ({ facts }) => [
      (later) => later.type === 'CaseClosed' && 'case' in later.facts && later.facts.case === facts.case,
    ],
  },
  // The list of open requests has it again, should it have been lost.
  tells: ['retention', 'projector'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

/** What an operator wrote down about a request: that its day was put off, who asks was made sure of, or it was opened again. */
export const requestNoted = defineStep({
  type: 'RequestNoted',
  facts: z.object({
    ...anyStep,
    case: caseId,
    did: open(['extended', 'identity-checked', 'reopened']),
    identity: z.optional(open(IDENTITIES)),
    /** The day on which the person was told that it takes longer, and why; ISO 8601 date. */
    informedOn: z.optional(day),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at, facts }) =>
    facts.did === 'reopened' ? { ...standing, cases: [...standing.cases, { id: facts.case, since: at }] } : standing,
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
