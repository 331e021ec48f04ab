import * as z from '../../zod';
import { anyStep, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** Art. 18 GDPR: what there is now is kept and used for nothing else. */
export const processingRestricted = defineStep({
  type: 'ProcessingRestricted',
  facts: z.object({ ...anyStep, ...told }),
  about: 'person',
  records: unchanged,
  standing: (standing, { at }) => ({ ...standing, restrictedSince: at }),
  role: 'neither',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  kept: {
    ...LOGGED,
    closedBy:
      () =>
      ({ type }) =>
        type === 'RestrictionLifted',
  },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'restricted',
  dpv: { terms: ['RightExerciseActivity'], right: () => 'A18' },
  isAnchored: false,
  isLook: false,
});

export const restrictionLifted = defineStep({
  type: 'RestrictionLifted',
  facts: z.object({ ...anyStep, ...told }),
  about: 'person',
  records: unchanged,
  standing: (standing) => ({ ...standing, restrictedSince: undefined }),
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
