import type { Finding } from '../zod';

/** The longest day is the one on which clocks are put back. */
const LONGEST_MS = 25 * 60 * 60 * 1000;

/**
 * What is wrong with a moment that is known no closer than from a first to a last one, of which one member of a body counts and the
 * other only says so.
 *
 * @param beside the member that only says so, by name; `counts` the one that it goes along with
 * @param first and last: ISO 8601
 */
export function spanFindings(
  beside: string,
  counts: string,
  { first, last }: { readonly first: string | undefined; readonly last: string | undefined },
): Finding[] {
  const pointer = `/${beside}`;
  if (first === undefined || last === undefined) return [{ pointer, detail: `This goes only along with "${counts}".` }];
  const [from, to] = [Date.parse(first), Date.parse(last)];
  if (from > to) return [{ pointer, detail: `This and "${counts}" are the wrong way round.` }];
  if (to - from <= LONGEST_MS) return [];
  return [
    {
      pointer,
      detail: `This and "${counts}" are more than a day apart; leave both out if not even the day is known.`,
    },
  ];
}

/** A moment with any offset, ISO 8601, in UTC. */
export function inUtc(moment: string | undefined): string | undefined {
  return moment && new Date(moment).toISOString();
}
