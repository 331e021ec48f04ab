import type { Language } from '../../shared/words/languages';
import { localeIn } from '../../shared/words/locale';
import { today } from './said';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far away a day is: "in 14 days", "tomorrow", "3 days ago". */
export function dueIn(day: string, language: Language): string {
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return new Intl.RelativeTimeFormat(localeIn(language).tag, { numeric: 'auto' }).format(days, 'day');
}

/** The day so many days from now. */
export const dayAfter = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
