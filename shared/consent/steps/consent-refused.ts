import * as z from '../../zod';
import { end } from './effects';
import { anyStep, pressed, subject, told, written } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** A sign-up was taken back before anybody confirmed it: there was no consent that could be withdrawn. */
export const consentRefused = defineStep({
  type: 'ConsentRefused',
  facts: z.object({
    ...anyStep,
    ...told,
    ...pressed,
    ...written,
    /** The subject of the address that the person confirmed instead. */
    movedTo: z.optional(subject),
  }),
  about: 'record-or-person',
  records: (records, step) =>
    end(
      records,
      step,
      () => 'ConsentRefused',
      ({ status }) => status === 'ConsentRequested',
    ),
  standing: unchanged,
  role: 'ends-consent',
  obstacle: 'withdrawn',
  restrains: true,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  // Whoever takes a sign-up back waits no longer, and is not counted as waiting.
  tells: ['retention', 'projector'],
  // Nobody was told that there was anything.
  change: none,
  dpv: { terms: ['ConsentRefused'], right: none },
  isAnchored: true,
  isLook: false,
});
