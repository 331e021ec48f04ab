import type { Language } from '../policy/schema';

/** The clock of the courts that this is for. */
const CLOCK = { timeZone: 'Europe/Berlin' } as const;
const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

const day = byLanguage({ ...CLOCK, dateStyle: 'long' });
const shortDay = byLanguage({ ...CLOCK, day: '2-digit', month: '2-digit', year: 'numeric' });
const time = byLanguage({ ...CLOCK, hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });

function byLanguage(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const format = (language: Language) => new Intl.DateTimeFormat(LOCALES[language], options);
  return { de: format('de'), en: format('en') };
}

/** A moment to the second, with its zone: "2. November 2026, 09:15:30 Uhr MEZ". */
export function fullTime(iso: string, language: Language): string {
  return `${fullDay(iso, language)}, ${clockTime(iso, language)}`;
}

/** The same for tables: "02.11.2026, 09:15:30 MEZ". */
export function shortTime(iso: string, language: Language): string {
  return `${shortDay[language].format(new Date(iso))}, ${time[language].format(new Date(iso))}`;
}

export function fullDay(iso: string, language: Language): string {
  return keptTogether(day[language].format(new Date(iso)));
}

function clockTime(iso: string, language: Language): string {
  const text = time[language].format(new Date(iso));
  return keptTogether(language === 'de' ? text.replace(/ (?=\S+$)/, ' Uhr ') : text);
}

/** A line ends between a day and a time, and nowhere within. */
const keptTogether = (text: string): string => text.replaceAll(' ', '\u00a0');
