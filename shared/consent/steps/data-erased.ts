import * as z from '../../zod';
import type { RecordState } from '../state';
import { anyStep, pressed, told } from './facts';
import { defineStep, LOGGED, none } from './step-type';

/** Art. 17 GDPR: the parts are gone, the entries go after their time. What was in force was withdrawn before. */
export const dataErased = defineStep({
  type: 'DataErased',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    /** That the person is not to be brought back by an import. */
    suppress: z.optional(z.boolean()),
  }),
  about: 'person',
  records: (records, { at }) => records.map((record) => close(record, at)),
  standing: (standing, { seq, at, facts }) => ({
    ...standing,
    erased: { seq, at },
    weighed: new Map(),
    // Nothing is left that it could cover.
    restrictedSince: undefined,
    restrictionReviewBy: undefined,
    storedSince: [],
    isSuppressed: standing.isSuppressed || facts.suppress === true,
  }),
  role: 'neither',
  obstacle: 'erased',
  restrains: true,
  signOfLife: none,
  kept: { ...LOGGED, isForGood: ({ facts }) => facts.suppress === true },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'erased',
  dpv: { terms: ['RightExerciseActivity'], right: () => 'A17' },
  isAnchored: false,
  isLook: false,
});

/** Nothing that was asked for before an erasure can still be confirmed. */
function close(record: RecordState, at: string): RecordState {
  return record.confirmedAt === undefined && at < record.confirmBy ? { ...record, confirmBy: at } : record;
}
