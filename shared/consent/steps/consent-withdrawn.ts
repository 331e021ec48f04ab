import * as z from '../../zod';
import { end, withdrawnStatus } from './effects';
import { anyStep, pressed, reportedThere, subject, told, toldElsewhere, written } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** A withdrawal is about the person, not about the record that it came through: it ends the purpose everywhere. */
export const consentWithdrawn = defineStep({
  type: 'ConsentWithdrawn',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    ...written,
    ...toldElsewhere,
    ...reportedThere,
    /** The subject of the address that goes on with it. */
    movedTo: z.optional(subject),
  }),
  about: 'record-or-person',
  records: (records, step) => end(records, step, withdrawnStatus),
  standing: unchanged,
  role: 'ends-consent',
  obstacle: 'withdrawn',
  restrains: true,
  signOfLife: none,
  // Links in old mails find the new address by it, also where no proof is kept.
  kept: {
    ...WITH_ITS_RECORDS,
    isLogged: ({ facts }) => facts.movedTo !== undefined,
    // Whoever left elsewhere is not brought back by a list from there, however late somebody imports it.
    isForGood: ({ facts }) => facts.via === 'elsewhere',
  },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'withdrawn',
  dpv: { terms: ['ConsentWithdrawn'], right: none },
  isAnchored: true,
  isLook: false,
});
