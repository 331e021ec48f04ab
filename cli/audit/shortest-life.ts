import { plus } from '../../shared/calendar';
import type { Site } from '../../shared/policy/schema';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = new Date(0);

/**
 * How long any entry of a site is there at least. A sign-up that nobody confirms stays for a day after its last step
 * could be taken; what was withdrawn, for as long as it is kept then, which can be no time at all.
 */
export function shortestLifeMs({ retention, purposes }: Pick<Site, 'retention' | 'purposes'>): number {
  const rules = [retention.evidence, ...purposes.flatMap(({ retention: own }) => own?.evidence ?? [])];
  const lives = rules.map(({ keep, from }) => (from === 'last-mail' ? 0 : plus(START, keep).getTime()));
  return Math.min(DAY_MS, ...lives);
}
