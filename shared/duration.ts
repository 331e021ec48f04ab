import { parse } from 'tinyduration';

/** A moment plus an ISO 8601 duration; years and months by the calendar, in UTC. */
export function addDuration(start: Date, iso: string): Date {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0, negative } = parse(iso);
  const sign = negative ? -1 : 1;
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + sign * (12 * years + months));
  return new Date(end.getTime() + sign * 1000 * (((weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds));
}
