import { putBrake } from '../ledger/brakes';
import { countNamed, counterId } from '../ledger/counters';
import { areTooMany } from '../limits/brake';
import { logger } from '../logger';
import type { Site } from '../policy/schema';
import { countIn, readBrakeOf } from './brake';
import type { Deps } from './deps';

/** A confirmation mail that came back for good. */
export interface BouncedConfirmation {
  readonly messageId: string;
  readonly sentAt: Date;
}

/**
 * Counts a confirmation mail that came back for good, and stops those of the site where they are too many. Each is counted once,
 * however often it is told; a crash leaves it uncounted or counted, and it can be told again. Of what was sent before the last
 * release nothing is counted.
 */
export async function countBounce(
  deps: Pick<Deps, 'limits' | 'subjectKey'>,
  site: Site,
  { messageId, sentAt }: BouncedConfirmation,
  now: Date,
): Promise<void> {
  const { id, brake, mailed, bounced } = await readBrakeOf(deps, site, now);
  if (brake.stoppedAt !== undefined || sentAt.toISOString() < (brake.releasedAt ?? '')) return;
  const name = await counterId(deps.subjectKey, 'bounce', messageId);
  const counts = {
    bounced: await countNamed(deps.limits, bounced, name.slice(0, 12), now),
    mailed: countIn(mailed, now),
  };
  if (!areTooMany(counts, site.limits.bounces)) return;
  const isNew = await putBrake(deps.limits, id, brake, now);
  if (isNew) logger.error('confirmation mails stopped by bounces', { site: site.id, count: 1, ...counts });
}
