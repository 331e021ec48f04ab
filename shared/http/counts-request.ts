import type { Asked } from '../consent/counts/report';
import { askedDays } from './asked-days';
import type { getCounts } from './operations/get-counts';
import type { Call } from './serve';

/** @throws {Problem} 400 for days that are none to count */
export function readCountsRequest({ query, now }: Pick<Call<typeof getCounts>, 'query' | 'now'>): Asked {
  const { each, by, against } = query;
  return { ...askedDays(query, now), each, by, against };
}
