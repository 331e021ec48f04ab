/** How long something lasts, as a calendar counts it. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const WRITTEN =
  /^P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/;

/**
 * An ISO 8601 duration. It has whole numbers alone, as half a month is no number of days, and is never negative, as nothing ends
 * before it begins.
 *
 * Read without a library, so that functions that only check their sites need no calendar for it.
 *
 * @throws {RangeError} whose message says what to write instead
 */
export function readDuration(iso: string): Duration {
  const found = WRITTEN.exec(iso);
  if (!found) throw new RangeError(whatIsWrongWith(iso));
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((count) => Number(count ?? 0));
  return { years, months, weeks, days, hours, minutes, seconds };
}

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/**
 * A duration that is a length of time, whatever the calendar says: days have 24 hours, and there are no months or years. How long
 * a link is good is one, and functions that people wait for need no calendar for it.
 *
 * @throws {RangeError} where it is none
 */
export function lengthMs(iso: string): number {
  const { years, months, weeks, days, hours, minutes, seconds } = readDuration(iso);
  if (years > 0 || months > 0) throw new RangeError('This is in weeks, days or shorter; months are not all as long.');
  return ((weeks * 7 + days) * 24 + hours) * HOUR_MS + (minutes * 60 + seconds) * SECOND_MS;
}

function whatIsWrongWith(iso: string): string {
  if (/^-P|\d*-\d+[A-Z]/.test(iso)) return 'A duration is not negative; nothing ends before it begins.';
  if (/\d[.,]\d/.test(iso)) return 'A duration has whole numbers only: "PT36H" instead of "P1.5D".';
  return 'This is an ISO 8601 duration, such as "P7D" or "P3Y".';
}
