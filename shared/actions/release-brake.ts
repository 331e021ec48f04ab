import { releaseBrake } from '../ledger/brakes';
import type { Site } from '../policy/schema';
import { brakeId, countIn, readBrakeOf } from './brake';
import type { Deps } from './deps';

type BrakeDeps = Pick<Deps, 'limits' | 'subjectKey'>;

/** Whether a site's confirmation mails are stopped, and what was counted within a day. */
export async function showBrake(deps: BrakeDeps, site: Site, now: Date) {
  const { brake, mailed, bounced } = await readBrakeOf(deps, site, now);
  return {
    site: site.id,
    ...(brake.stoppedAt !== undefined && { stoppedAt: brake.stoppedAt }),
    mailed: countIn(mailed, now),
    bounced: countIn(bounced, now),
  };
}

/** Confirmation mails are sent again, and what comes back is counted from none. @returns whether they were stopped */
export async function releaseMail(deps: BrakeDeps, site: Site, now: Date): Promise<boolean> {
  return releaseBrake(deps.limits, await brakeId(deps, site), now);
}
