import { addDays, dayOf } from '../calendar';
import type { Asked } from '../consent/counts/report';
import type { getCounts } from './operations/get-counts';
import { Problem } from './problem';
import type { Call } from './serve';

/** As many days as can be asked for at once: a year. */
const MOST_DAYS = 366;
const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** @throws {Problem} 400 for days that are none to count */
export function readCountsRequest({ query, now }: Pick<Call<typeof getCounts>, 'query' | 'now'>): Asked {
  const { to = dayOf(now), each, by, against } = query;
  const { from = addDays(to, 1 - USUAL_DAYS) } = query;
  if (from > to || Date.parse(to) - Date.parse(from) > (MOST_DAYS - 1) * DAY_MS)
    throw new Problem(400, 'period', `Name at most ${MOST_DAYS} days, the first one first.`);
  return { from, to, each, by, against };
}
