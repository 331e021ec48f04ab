import { readBrake, type Brake } from '../ledger/brakes';
import { counterId, countOne, readCounts, type Count } from '../ledger/counters';
import { OF_A_DAY } from '../limits/brake';
import { inWindow } from '../limits/window';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** A site's brake, and what was counted since it was released last. */
export interface BrakeReading {
  readonly id: string;
  readonly brake: Brake;
  readonly mailed: Count;
  readonly bounced: Count;
}

type BrakeDeps = Pick<Deps, 'limits' | 'subjectKey'>;

export const brakeId = ({ subjectKey }: Pick<Deps, 'subjectKey'>, site: Pick<Site, 'id'>): Promise<string> =>
  counterId(subjectKey, 'brake', site.id);

/** The counters have the time of the release in their names, so that they begin anew with it, whatever is counted meanwhile. */
export async function readBrakeOf(deps: BrakeDeps, site: Pick<Site, 'id'>, now: Date): Promise<BrakeReading> {
  const id = await brakeId(deps, site);
  const brake = await readBrake(deps.limits, id);
  const of = `${site.id}\0${brake.releasedAt ?? ''}`;
  const names = await Promise.all(['mailed', 'bounced'].map((kind) => counterId(deps.subjectKey, kind, of)));
  const counters = names.map((name) => ({ id: name, cap: OF_A_DAY }));
  const [mailed, bounced] = await readCounts(deps.limits, counters, now);
  return { id, brake, mailed: mailed!, bounced: bounced! };
}

export const countIn = ({ cap, cells }: Count, now: Date): number => inWindow(cap, cells, now);

/** A confirmation mail was sent. A crash before this makes the share of those that come back a little larger than it is. */
export async function countMailed(
  { limits }: Pick<Deps, 'limits'>,
  { mailed }: BrakeReading,
  now: Date,
): Promise<void> {
  await countOne(limits, mailed, now);
}
