import * as z from '../../zod';
import { end, withdrawnStatus } from './effects';
import { anyStep, pressed, reportedThere, told, toldElsewhere, written } from './facts';
import { defineStep, none, WITH_ITS_RECORDS } from './step-type';
import { withoutSettled } from './weighed';

/** That it was weighed before, as the person gave reasons of their own situation (Art. 21(1)). */
const afterWeighing = { weighed: z.optional(z.boolean()) };

/** Art. 21 GDPR: ends what rests on legitimate interest, and where it was consent after all, that; and stands for later. */
export const objectionRecorded = defineStep({
  type: 'ObjectionRecorded',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    ...written,
    ...toldElsewhere,
    ...reportedThere,
    ...afterWeighing,
  }),
  about: 'record-or-person',
  records: (records, step) =>
    end(records, step, (purpose) =>
      purpose.status === 'LegitimateInterestRecorded' ? 'ObjectionRecorded' : withdrawnStatus(purpose),
    ),
  standing: (standing, { purposes }) => ({
    ...standing,
    objections: new Set([...standing.objections, ...purposes.map(({ id }) => id)]),
    weighed: withoutSettled(standing, purposes),
  }),
  role: 'ends-consent',
  obstacle: 'objected',
  restrains: true,
  signOfLife: none,
  kept: { ...WITH_ITS_RECORDS, isForGood: () => true },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'withdrawn',
  dpv: { terms: ['LegitimateInterestObjected', 'RightExerciseActivity'], right: () => 'A21' },
  isAnchored: false,
  isLook: false,
});
