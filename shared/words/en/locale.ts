import type { locale as de } from '../de/locale';

/** The language's tag and name, and the way it writes times. */
export const locale: typeof de = {
  tag: 'en-GB',
  name: 'English',
  clock: (time) => time,
};
