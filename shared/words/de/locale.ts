/** The language's tag and name, and the way it writes times. */
export const locale = {
  /** BCP 47: by it days, numbers, units and countries are written. */
  tag: 'de-DE',
  /** The name of the language in the language. */
  name: 'Deutsch',
  /** What separates the cells of a table in a file. */
  separator: ';',
  /** A time of day that ends with its zone, as `Intl` writes it, as people write it. */
  clock: (time: string) => time.replace(/ (?=\S+$)/, ' Uhr '),
  /** Of something known to its day alone. */
  dayAlone: (day: string) => `${day}, Uhrzeit nicht angegeben`,
  between: (first: string, last: string) => `zwischen ${first} und ${last}`,
  or: (one: string, other: string) => `${one} oder ${other}`,
};
