import { readDuration } from '../../duration';
import type { Language } from '../../policy/schema';
import { localeIn } from '../../words/locale';

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;

/** A duration in words: "3 Jahre", "1 year and 6 months"; empty for none at all. */
export function inWords(duration: string, language: Language): string {
  const { tag } = localeIn(language);
  const parsed = readDuration(duration);
  const words = UNITS.flatMap((unit) => {
    const count = parsed[unit];
    const format = { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' } as const;
    return count === 0 ? [] : [new Intl.NumberFormat(tag, format).format(count)];
  });
  return new Intl.ListFormat(tag).format(words);
}
