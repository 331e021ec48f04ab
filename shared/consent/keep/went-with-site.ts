import type { Entry } from '../entry';
import { standingOf } from '../standing';

/**
 * Whether everything of a person went with their site, whatever ends stand at their items: when its time is over, unless a dispute or
 * an incident needs something of them. Whoever is gone is not there to be held.
 *
 * @param goes when everything of the site goes; undefined for one that stays open
 */
export function wentWithSite(entries: readonly Entry[], goes: Date | undefined, now: Date): boolean {
  return goes !== undefined && goes <= now && standingOf(entries).holds.length === 0;
}
