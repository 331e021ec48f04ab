import * as z from '../../zod';
import { anyStep } from './facts';
import { defineStep, LOGGED, none, unchanged } from './step-type';

/** No mail is in between, so a link could be pressed for ever; every press would make the history longer. */
export const CHOICES_A_DAY = 4;

/** In which language the person wants to be written to. */
export const languageChosen = defineStep({
  type: 'LanguageChosen',
  facts: z.object(anyStep),
  about: 'person',
  records: unchanged,
  standing: (standing, { language }) => ({ ...standing, language }),
  role: 'neither',
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  // It counts for whatever the person is, or will be, signed up for.
  kept: { ...LOGGED, alsoWith: () => 'all', repeats: () => ({ like: '', newest: CHOICES_A_DAY }) },
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'language',
  dpv: { terms: ['Activity'], right: none },
  isAnchored: false,
  isLook: false,
});
