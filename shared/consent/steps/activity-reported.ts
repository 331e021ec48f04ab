import * as z from '../../zod';
import { anyStep, moment, pressed, told } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS, type Repeat } from './step-type';

type Reported = { readonly mailedAt?: string | undefined; readonly activeAt?: string | undefined };

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
  kept: { ...WITH_ITS_RECORDS, alsoWith: () => 'named', repeats },
  // The projector, as a use of long ago brings the day of the next look forward.
  tells: ['retention', 'projector'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});

/** The last sign of life counts, and the last mail. What is said to lie ahead is weighed each time. */
function repeats({ at, facts: { mailedAt, activeAt } }: { at: string; facts: Reported }): Repeat | undefined {
  const moment = new Date(mailedAt ?? activeAt ?? at).toISOString();
  return moment > at ? undefined : { like: mailedAt === undefined ? 'used' : 'mailed', newest: 1, moment };
}
