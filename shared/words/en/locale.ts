import type { locale as de } from '../de/locale';

/** How the language is named and told apart, and how it writes times. */
export const locale: typeof de = {
  tag: 'en-GB',
  name: 'English',
  clock: (time) => time,
};
