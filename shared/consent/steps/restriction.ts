import * as z from '../../zod';
import { anyStep, day, open, pressed, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/**
 * Art. 18 GDPR: what there is now is kept and used for nothing else. What the person had restricted stays until that is lifted; what
 * is restricted as a duty stands against its erasure goes when the duty does, and this with it.
 */
export const processingRestricted = defineStep({
  type: 'ProcessingRestricted',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    /** What was asked for and could not be done yet, where it was not the restriction itself. */
    insteadOf: z.optional(open(['erasure'])),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at, facts }) => ({
    ...standing,
    restrictedSince: at,
    restrictionReviewBy: undefined,
    storedSince: facts.insteadOf === undefined ? [...standing.storedSince, at] : [],
  }),
  role: 'neither',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  kept: {
    ...LOGGED,
    isLogged: ({ facts }) => facts.insteadOf === undefined,
    closedBy: ({ facts }) => (facts.insteadOf === undefined ? [isStorageOver] : []),
    alsoWith: ({ facts }) => (facts.insteadOf === undefined ? 'none' : 'named'),
  },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'restricted',
  dpv: { terms: ['RightExerciseActivity'], right: () => 'A18' },
  isAnchored: false,
  isLook: false,
});

/** Lifted, or made needless: what is erased is not kept, and what is restricted anew is by that from then on. */
export const isRestrictionOver = ({ type }: { readonly type: string }): boolean =>
  ['RestrictionLifted', 'ProcessingRestricted', 'DataErased'].includes(type);

/**
 * Whether what a person had restricted is not stored any more: by a second restriction of theirs it goes on, and only one as a duty
 * stands against its erasure ends it.
 */
const isStorageOver = ({ type, facts }: { readonly type: string; readonly facts: object }): boolean =>
  isRestrictionOver({ type }) && (type !== 'ProcessingRestricted' || 'insteadOf' in facts);

export const restrictionLifted = defineStep({
  type: 'RestrictionLifted',
  facts: z.object({
    ...anyStep,
    ...told,
    /** The day on which the person was told that it would be lifted (Art. 18(3) GDPR), ISO 8601 date. */
    informedOn: z.optional(day),
  }),
  about: 'person',
  records: unchanged,
  standing: (standing) => ({
    ...standing,
    restrictedSince: undefined,
    restrictionReviewBy: undefined,
    storedSince: [],
  }),
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'unrestricted',
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
