import * as z from '../../zod';
import { anyStep, asked, open, told } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** Somebody read the evidence of a person, or a mail that they wrote. */
export const evidenceDisclosed = defineStep({
  type: 'EvidenceDisclosed',
  facts: z.object({
    ...anyStep,
    ...told,
    /** The case whose mail was read. */
    case: z.optional(z.string()),
  }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: { ...LOGGED, repeats: () => ({ like: '', newest: 1 }) },
  // Born with its end, but for a hold.
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: true,
});

/** Art. 15 and 20 GDPR: the person was told what there is. */
export const accessGiven = defineStep({
  type: 'AccessGiven',
  facts: z.object({
    ...anyStep,
    ...asked,
    /** The report (Art. 15) or the data to take along (Art. 20). */
    form: open(['report', 'portable']),
  }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: { ...LOGGED, repeats: () => ({ like: '', newest: 1 }) },
  // Born with its end, but for a hold.
  tells: ['retention'],
  change: none,
  dpv: { terms: ['RightExerciseActivity'], right: ({ facts }) => (facts.form === 'portable' ? 'A20' : 'A15') },
  isAnchored: false,
  isLook: true,
});
