import type { Language } from '../policy/schema';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** A moment as a reader in Germany has it on the clock, with the zone said. */
export function readableTime(moment: Date, language: Language): string {
  const text = new Intl.DateTimeFormat(LOCALES[language], {
    ...DAY,
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Berlin',
    timeZoneName: 'short',
  }).format(moment);
  return language === 'de' ? text.replace(/ (?=[A-Z]+$)/, ' Uhr ') : text;
}

/** The day of a moment, as a reader in Germany has it. */
export function readableDay(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone: 'Europe/Berlin' }).format(moment);
}

/** A day of the calendar, such as 2026-09-01. */
export function readableDate(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone: 'UTC' }).format(new Date(day));
}
