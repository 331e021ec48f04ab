import type { Language } from '../shared/words/languages';

/** Days and times are those in Germany, as in evidence. */
const ZONE = { timeZone: 'Europe/Berlin' } as const;

export function day(at: string, language: Language): string {
  const zone = at.length === 10 ? { timeZone: 'UTC' } : ZONE;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone }).format(new Date(at));
}

export function moment(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', ...ZONE }).format(new Date(at));
}
