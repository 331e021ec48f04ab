const LOCALES = { de: 'de-DE', en: 'en-GB' };

const formats = Object.fromEntries(
  Object.entries(LOCALES).map(([language, locale]) => [
    language,
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZone: 'Europe/Berlin',
      timeZoneName: 'short',
    }),
  ]),
);

/** A time as people read it; as it is, where it is none. */
export function formatTime(at: string, language: 'de' | 'en'): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : (formats[language]?.format(time) ?? at);
}
