import * as z from '../../zod';
import { anyStep } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

const report = {
  facts: z.object({
    ...anyStep,
    /** The processor's id in the site's configuration. */
    processor: z.string(),
    /** Up to which step of the person. */
    upTo: z.number(),
  }),
  about: 'person',
  records: unchanged,
  standing: unchanged,
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: LOGGED,
  tells: ['retention'],
  change: none,
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
} as const;

/** Somebody who mails for the controller was told how things stand. */
export const processorInformed = defineStep({
  ...report,
  type: 'ProcessorInformed',
  // For as long as there is a record: whoever tells it something new has to know what is new to it.
  kept: {
    ...LOGGED,
    alsoWith: () => 'named',
    repeats: ({ facts }) => ({ like: facts.processor, newest: 1, place: facts.upTo }),
  },
});

/** They have no data of the person any more, or so they say. */
export const deletionConfirmed = defineStep({ ...report, type: 'DeletionConfirmed' });
