/** How the language is named and told apart, and how it writes times. */
export const locale = {
  /** BCP 47: by it days, numbers, units and countries are written. */
  tag: 'de-DE',
  /** What the language calls itself. */
  name: 'Deutsch',
  /** A time of day that ends with its zone, as `Intl` writes it, as people write it. */
  clock: (time: string) => time.replace(/ (?=\S+$)/, ' Uhr '),
};
