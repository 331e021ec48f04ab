import * as z from '../../zod';
import { beginElsewhere } from './effects';
import { anyStep, begun, moment, open, PROOFS, SOURCES } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** What a source says of what it reports. */
export const reported = {
  ...anyStep,
  ...begun,
  /** Where the person was asked. */
  source: z.optional(open(SOURCES)),
  /** When it was given as the source has it, ISO 8601. */
  givenAt: z.optional(moment),
  /** Where the source knows no more than a day or a minute: its last moment, of which `givenAt` is the first; ISO 8601. */
  givenUntil: z.optional(moment),
  /** When they had signed up for what they then confirmed, as the source has it, ISO 8601. */
  signedUpAt: z.optional(moment),
  /** As `givenUntil`. */
  signedUpUntil: z.optional(moment),
  /** What proof came along. */
  proof: z.optional(z.readonly(z.array(open(PROOFS)))),
};

/** A consent that was given elsewhere, with whatever proof came along. */
export const consentRecorded = defineStep({
  type: 'ConsentRecorded',
  facts: z.object(reported),
  about: 'record',
  records: (records, step) => beginElsewhere(records, step, 'ConsentGiven'),
  standing: unchanged,
  role: { begins: 'consent-elsewhere' },
  obstacle: undefined,
  restrains: false,
  signOfLife: ({ facts }) => facts.givenAt,
  kept: WITH_ITS_RECORDS,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'given',
  // That it was expressed is for its source to say.
  dpv: { terms: ['ConsentGiven'], right: none },
  isAnchored: false,
  isLook: false,
});

/** Mail without consent, on legitimate interest (Art. 6(1)(f) GDPR, § 7(3) UWG). */
export const legitimateInterestRecorded = defineStep({
  type: 'LegitimateInterestRecorded',
  facts: z.object({
    ...reported,
    /** Why it may be relied on. */
    justification: z.optional(open(['existing-customer'])),
  }),
  about: 'record',
  records: (records, step) => beginElsewhere(records, step, 'LegitimateInterestRecorded'),
  standing: unchanged,
  role: { begins: 'interest' },
  obstacle: undefined,
  restrains: false,
  signOfLife: ({ facts }) => facts.givenAt,
  kept: WITH_ITS_RECORDS,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'given',
  dpv: { terms: ['LegitimateInterestNotObjected'], right: none },
  isAnchored: false,
  isLook: false,
});
