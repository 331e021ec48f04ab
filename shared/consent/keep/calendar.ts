import { DateTime } from 'luxon';
import { parse } from 'tinyduration';

/** Whose calendar and clock duties go by: a year ends, and a day begins, when it does in Germany. */
const ZONE = 'Europe/Berlin';

/**
 * A moment plus an ISO 8601 duration by that calendar: a day later it is the same time, also where clocks changed in
 * between; a month after 31 January is the last of February.
 */
export function plus(start: Date, iso: string): Date {
  const { negative, ...duration } = parse(iso);
  const from = inZone(start);
  return (negative ? from.minus(duration) : from.plus(duration)).toJSDate();
}

/** The first moment of the next calendar year. */
export function endOfYear(moment: Date): Date {
  return inZone(moment).startOf('year').plus({ years: 1 }).toJSDate();
}

/** The first moment after a day, ISO 8601 date. */
export function endOfDay(day: string): Date {
  return DateTime.fromISO(day, { zone: ZONE }).plus({ days: 1 }).toJSDate();
}

/** The day that a moment is on, ISO 8601. */
export function dayOf(moment: Date): string {
  return inZone(moment).toFormat('yyyy-MM-dd');
}

function inZone(moment: Date): DateTime {
  return DateTime.fromJSDate(moment, { zone: ZONE });
}
