import * as z from '../../zod';
import { anyStep, pressed, told } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** Art. 16 GDPR: name or other fields. The record goes by another identity from now on, which is in the step's parts. */
export const identityRectified = defineStep({
  type: 'IdentityRectified',
  facts: z.object({ ...anyStep, ...told, ...pressed }),
  about: 'record-or-person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  // What is right of the person as a whole is right for as long as there is anything of them.
  kept: { ...WITH_ITS_RECORDS, alsoWith: ({ recordId }) => (recordId === undefined ? 'all' : 'none') },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'rectified',
  dpv: { terms: ['RightExerciseActivity'], right: () => 'A16' },
  isAnchored: false,
  isLook: false,
});
