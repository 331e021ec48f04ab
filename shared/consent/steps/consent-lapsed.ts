import * as z from '../../zod';
import { canBeWithdrawn, isInForce } from '../state';
import { end } from './effects';
import { anyStep, day, open } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** Nobody answered the question whether to go on, a review let it go, or time alone ended it by the rules of the site. */
export const consentLapsed = defineStep({
  type: 'ConsentLapsed',
  facts: z.object({
    ...anyStep,
    /** Why, where it was not for want of an answer. */
    because: z.optional(open(['registration-maximum', 'ends-on', 'nothing-to-measure', 'review'])),
    /** The last day of what was meant for a time, ISO 8601 date. */
    endedOn: z.optional(day),
  }),
  about: 'record-or-person',
  // What still waits for its confirmation began later than what lapses, and the person may yet want it.
  records: (records, step) =>
    end(
      records,
      step,
      ({ status }) => (status === 'ContractRecorded' ? 'ContractEnded' : 'ConsentExpired'),
      // Nobody has to want a contract, or to be heard of for one; but a registration for one is kept no longer than any.
      (purpose) => isInForce(purpose) && (canBeWithdrawn(purpose) || isByTime(step.facts.because)),
    ),
  standing: unchanged,
  role: 'ends-consent',
  obstacle: 'lapsed',
  restrains: true,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'ended',
  dpv: { terms: ['ConsentExpired'], right: none },
  isAnchored: false,
  isLook: false,
});

const isByTime = (because: string | undefined): boolean => because !== undefined && because !== 'review';
