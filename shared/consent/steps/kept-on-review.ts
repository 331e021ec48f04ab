import * as z from '../../zod';
import { anyStep, day, open } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';
import { isRestrictionOver } from './restriction';

/**
 * An operator looked whether something is still needed, and keeps it: consents of which nothing was heard for long, until the next
 * round; or a restriction, until another day. Why is the part `reason`. It is no sign of life of the person.
 */
export const keptOnReview = defineStep({
  type: 'KeptOnReview',
  facts: z.object({
    ...anyStep,
    reviewed: open(['consents', 'restriction']),
    /** When somebody has to look again whether the restriction is still needed, ISO 8601 date. */
    reviewBy: z.optional(day),
  }),
  about: 'record-or-person',
  records: unchanged,
  standing: (standing, { facts }) =>
    facts.reviewed === 'restriction' && standing.restrictedSince !== undefined
      ? { ...standing, restrictionReviewBy: facts.reviewBy }
      : standing,
  role: 'neither',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  kept: {
    ...WITH_ITS_RECORDS,
    isLogged: ({ facts }) => facts.reviewed !== 'consents',
    closedBy: ({ facts }) => (facts.reviewed === 'restriction' ? [isRestrictionOver] : []),
    alsoWith: ({ facts }) => (facts.reviewed === 'consents' ? 'named' : 'none'),
  },
  // The list of what operators have to look at has its new day, or has it no more.
  tells: ['retention', 'projector'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
