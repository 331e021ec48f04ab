import { addDays, dayOf } from '../calendar';
import { Problem } from './problem';

/** As many days as can be asked for at once: a year. */
const MOST_DAYS = 366;
const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** ISO 8601 dates. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** The days that a query names; left out, the last is today, and there are thirty. @throws {Problem} 400 for days that are none to look at */
export function askedDays(query: { readonly [Day in keyof Days]?: string | undefined }, now: Date): Days {
  const { to = dayOf(now) } = query;
  const { from = addDays(to, 1 - USUAL_DAYS) } = query;
  if (from > to || Date.parse(to) - Date.parse(from) > (MOST_DAYS - 1) * DAY_MS)
    throw new Problem(400, 'period', `Name at most ${MOST_DAYS} days, the first one first.`);
  return { from, to };
}
