import * as Durations from 'temporal-polyfill/fns/Duration';
import * as Days from 'temporal-polyfill/fns/PlainDate';
import * as Moments from 'temporal-polyfill/fns/ZonedDateTime';
import { readDuration } from './duration';

/** Whose calendar and clock everything goes by: a year ends, and a day begins, when it does in Germany. */
export const TIME_ZONE = 'Europe/Berlin';
const NS_PER_MS = 1_000_000n;

/**
 * A moment plus an ISO 8601 duration by that calendar: a day later it is the same time, also where clocks changed in
 * between; a month after 31 January is the last of February.
 *
 * @throws {RangeError} where it is no such duration, or leads further than a calendar goes
 */
export function plus(start: Date, iso: string): Date {
  return dateOf(Moments.add(inZone(start), Durations.fromFields(readDuration(iso))));
}

/** The first moment of the next calendar year. */
export function endOfYear(moment: Date): Date {
  return dateOf(Moments.addYears(Moments.startOfYear(inZone(moment)), 1));
}

/** The first moment of a day, ISO 8601 date. */
export function startOfDay(day: string): Date {
  return dateOf(Days.toZonedDateTime(read(day), TIME_ZONE));
}

/** The first moment after a day, ISO 8601 date. */
export function endOfDay(day: string): Date {
  return dateOf(Days.toZonedDateTime(Days.addDays(read(day), 1), TIME_ZONE));
}

/** The day that a moment is on, ISO 8601. */
export function dayOf(moment: Date): string {
  return Days.toString(Moments.toPlainDate(inZone(moment)));
}

/** The day that was so many days before that of a moment, ISO 8601. */
export function dayBefore(moment: Date, days: number): string {
  return Days.toString(Days.addDays(Moments.toPlainDate(inZone(moment)), -days));
}

/** A day so many months after another, both ISO 8601 dates: a month after 31 January is the last of February. */
export function monthsAfter(day: string, months: number): string {
  return Days.toString(Days.addMonths(read(day), months));
}

function read(day: string): Days.Record {
  const [year = NaN, month = NaN, ofMonth = NaN] = day.split('-').map(Number);
  return Days.create(year, month, ofMonth);
}

function inZone(moment: Date): Moments.Record {
  return Moments.create(BigInt(moment.getTime()) * NS_PER_MS, TIME_ZONE);
}

function dateOf({ epochNanoseconds }: Moments.Record): Date {
  return new Date(Number(epochNanoseconds / NS_PER_MS));
}

/** The day so many days after another, ISO 8601 dates; before it, where the number is negative. */
export function addDays(day: string, count: number): string {
  return Days.toString(Days.addDays(read(day), count));
}

/** How far a day is from the Monday of its week. */
export const daysSinceMonday = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
