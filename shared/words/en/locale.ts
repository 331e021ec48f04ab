import type { locale as de } from '../de/locale';

/** The language's tag and name, and the way it writes times. */
export const locale: typeof de = {
  tag: 'en-GB',
  name: 'English',
  /** What separates the cells of a table in a file. */
  separator: ',',
  clock: (time) => time,
  dayAlone: (day) => `${day}, time of day not stated`,
  between: (first, last) => `between ${first} and ${last}`,
  or: (one, other) => `${one} or ${other}`,
};
