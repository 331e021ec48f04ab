import { plus } from '../calendar';
import { readAsOf } from '../ledger/audience';
import { countMembers, keepCounts, readCounts, type KeptCounts } from '../ledger/audience-counts';
import { isOffered } from '../policy/offered';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { countLeavers } from './list-leavers';

/** For so long a count is good: whoever presses again is told when it was made. */
const GOOD_FOR = 'PT5M';

type CountDeps = Pick<Deps, 'audience'>;

/**
 * How people stand with purposes, counted when it was not lately. Counting reads every row of a purpose; a crash, or two who ask at
 * once, count once more.
 */
export async function countsOf(
  { audience }: CountDeps,
  site: Pick<Site, 'id'>,
  purposes: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, KeptCounts>> {
  const kept = await readCounts(audience, site.id, purposes, now);
  const counted = purposes.map(async (purpose) => {
    const found = kept.get(purpose);
    return [purpose, found ?? (await countNow(audience, site.id, purpose, now))] as const;
  });
  return new Map(await Promise.all(counted));
}

async function countNow(
  audience: CountDeps['audience'],
  site: string,
  purpose: string,
  now: Date,
): Promise<KeptCounts> {
  // Read before the rows, so that they reflect at least what it says.
  const asOf = (await readAsOf(audience, site)) ?? null;
  const counts = { asOf, countedAt: now.toISOString(), ...(await countMembers(audience, site, purpose, now)) };
  await keepCounts(audience, site, purpose, counts, plus(now, GOOD_FOR));
  return counts;
}

/** How many may be mailed for a purpose, and why not more. */
export async function summariseAudience(deps: CountDeps, site: Site, purpose: Site['purposes'][number], now: Date) {
  const [counts, left] = await Promise.all([
    countsOf(deps, site, [purpose.id], now),
    countLeavers(deps, site, purpose.id, now),
  ]);
  const { asOf, countedAt, mayBeMailed, pending, not } = counts.get(purpose.id)!;
  // Until that is written down, the day after at the latest, people are members of what is over.
  const isOver = !isOffered(purpose, now);
  return { asOf, countedAt, mayBeMailed: isOver ? 0 : mayBeMailed, not: { ...not, pending }, left };
}
