import * as z from '../../zod';
import { anyStep, moment, pressed, told } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** The person used what they had ordered, or the controller mailed them. */
export const activityReported = defineStep({
  type: 'ActivityReported',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    /** When the person used what they had signed up for, unless at the moment of the step. ISO 8601. */
    activeAt: z.optional(moment),
    /** That it was us who mailed, and when; no sign of life of the person. ISO 8601. */
    mailedAt: z.optional(moment),
  }),
  about: 'record-or-person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: ({ at, facts }) => (facts.mailedAt === undefined ? (facts.activeAt ?? at) : undefined),
  kept: { ...WITH_ITS_RECORDS, alsoWith: () => 'named' },
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
