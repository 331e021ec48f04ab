import type { Language } from './languages';
import { localeIn } from './locale';

/*
 * How moments are written, in each language. The clock is the one in Germany, where the courts are that evidence is for;
 * the zone is said with it.
 */

type Format = (moment: Date, language: Language) => string;

const GERMANY = { timeZone: 'Europe/Berlin' } as const;
const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
const SECONDS = { ...CLOCK, second: '2-digit' } as const;

const day = /* @__PURE__ */ format({ ...GERMANY, ...DAY });
const calendarDay = /* @__PURE__ */ format({ ...DAY, timeZone: 'UTC' });
const shortDay = /* @__PURE__ */ format({ ...GERMANY, ...SHORT });
const shortCalendarDay = /* @__PURE__ */ format({ ...SHORT, timeZone: 'UTC' });
const clock = /* @__PURE__ */ format({ ...GERMANY, ...SECONDS });
const clockMinute = /* @__PURE__ */ format({ ...GERMANY, ...CLOCK });
const minute = /* @__PURE__ */ format({ ...GERMANY, ...DAY, ...CLOCK });
const second = /* @__PURE__ */ format({ ...GERMANY, ...DAY, ...SECONDS });

function format(options: Intl.DateTimeFormatOptions): Format {
  const formats = new Map<Language, Intl.DateTimeFormat>();
  return (moment, language) => {
    const known = formats.get(language) ?? new Intl.DateTimeFormat(localeIn(language).tag, options);
    formats.set(language, known);
    return known.format(moment);
  };
}

/** The day of a moment, ISO 8601 date. */
export const germanDay = (moment: Date): string =>
  // Swedes write days like that.
  new Intl.DateTimeFormat('sv-SE', { ...GERMANY, dateStyle: 'short' }).format(moment);

/** To the minute: "2. November 2026 um 09:15 Uhr MEZ". */
export function readableTime(moment: Date, language: Language): string {
  return localeIn(language).clock(minute(moment, language));
}

export function readableDay(moment: Date, language: Language): string {
  return day(moment, language);
}

/** A day of the calendar, such as 2026-09-01. */
export function readableDate(date: string, language: Language): string {
  return calendarDay(new Date(date), language);
}

/** The same for tables: "01.09.2026". */
export function shortDate(date: string, language: Language): string {
  return shortCalendarDay(new Date(date), language);
}

/** To the second: "2. November 2026, 09:15:30 Uhr MEZ". A line ends between the day and the time, and nowhere within. */
export function fullTime(iso: string, language: Language): string {
  return `${fullDay(iso, language)}, ${timeOfDay(clock, new Date(iso), language)}`;
}

/**
 * When something was that is known no closer than from a first moment to a last: a whole day in Germany as that day, a minute as that
 * minute, one second as that second, and anything else as what it is.
 */
export function fullSpan(first: string, last: string, language: Language): string {
  const [from, to] = [new Date(first), new Date(last)];
  const before = new Date(from.getTime() - 1);
  const after = new Date(to.getTime() + 1);
  const lasts = (written: Format): boolean => written(from, language) === written(to, language);
  const isAllOf = (written: Format): boolean =>
    lasts(written) &&
    written(before, language) !== written(from, language) &&
    written(after, language) !== written(to, language);
  if (lasts(second)) return fullTime(first, language);
  if (isAllOf(day)) return localeIn(language).dayAlone(fullDay(first, language));
  if (isAllOf(minute)) return `${fullDay(first, language)}, ${timeOfDay(clockMinute, from, language)}`;
  return localeIn(language).between(fullTime(first, language), fullTime(last, language));
}

/** The day, or the two days, of which one is that of something known no closer than from a first moment to a last. */
export function daysOf(first: string, last: string, language: Language): string {
  const [one, other] = [fullDay(first, language), fullDay(last, language)];
  return one === other ? one : localeIn(language).or(one, other);
}

/** The same for tables: "02.11.2026, 09:15:30 MEZ". */
export function shortTime(iso: string, language: Language): string {
  const moment = new Date(iso);
  return `${shortDay(moment, language)}, ${clock(moment, language)}`;
}

/** The day of a moment, without the end of a line in it. */
export function fullDay(iso: string, language: Language): string {
  return keptTogether(day(new Date(iso), language));
}

/** The same of a day of the calendar. */
export function fullDate(date: string, language: Language): string {
  return keptTogether(readableDate(date, language));
}

/** To the second, or the text as it is where it is no time: a file may say anything. */
export function timeOrText(at: string, language: Language): string {
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? at : second(moment, language);
}

const timeOfDay = (written: Format, moment: Date, language: Language): string =>
  keptTogether(localeIn(language).clock(written(moment, language)));

const keptTogether = (text: string): string => text.replaceAll(' ', '\u00a0');
