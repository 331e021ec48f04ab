import * as z from '../../zod';
import { anyStep, caseId, open } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** Letters to a person that are made of what is known. */
export const LETTERS = [
  ...(['received', 'identity-asked', 'extended', 'access', 'portability', 'erasure', 'erasure-in-part'] as const),
  ...(['withdrawal', 'objection', 'rectification', 'restriction', 'restriction-lifted', 'refusal'] as const),
  ...(['nothing-stored', 'never-agreed'] as const),
] as const;
export type LetterKind = (typeof LETTERS)[number];

/**
 * A letter to the person was made. Whether it was sent only the operator knows. The part `reason` has the SHA-256 of its text, so
 * that a letter can be shown to be this one while that is kept.
 */
export const personInformed = defineStep({
  type: 'PersonInformed',
  facts: z.object({
    ...anyStep,
    letter: open(LETTERS),
    /** The version of the wording that it was made of. */
    template: z.string(),
    /** The request that it answers. */
    forCase: z.optional(caseId),
  }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  // Born with its end, but for a hold.
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: true,
});
