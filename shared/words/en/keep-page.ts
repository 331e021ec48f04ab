import type { keepPage as de } from '../de/keep-page';

/** What the pages say that ask whether to go on. */
export const keepPage: typeof de = {
  keepTitle: 'Would you like to go on getting this?',
  keepText: 'This is what you are signed up for:',
  keepButton: 'Yes, keep sending',
  keepNote: 'Nothing changes unless you press the button.',
  keptTitle: 'Thank you, everything stays as it is',
  keptText: 'You will go on getting:',
};
