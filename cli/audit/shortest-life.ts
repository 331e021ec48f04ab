import { plus } from '../../shared/calendar';
import type { Site } from '../../shared/policy/schema';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = new Date(0);

/**
 * How long any entry of a site is there at least. A sign-up that nobody confirms stays for a day after its last step
 * could be taken; what was withdrawn, and what nobody wanted to go on with, for as long as it is kept then, and what belongs to no
 * record for as long as the access log: which can be no time at all.
 */
export function shortestLifeMs({ retention, purposes }: Pick<Site, 'retention' | 'purposes'>): number {
  const rules = [retention, ...purposes.flatMap(({ retention: own }) => own ?? [])];
  const kept = rules.flatMap(({ evidence, inactivity }) => [
    ...(evidence ? [evidence.from === 'last-mail' ? 'P0D' : evidence.keep] : []),
    ...(inactivity ? [inactivity.addressAfter] : []),
  ]);
  return Math.min(DAY_MS, ...[...kept, retention.accessLog].map((keep) => plus(START, keep).getTime()));
}
