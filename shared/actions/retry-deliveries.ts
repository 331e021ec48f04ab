import { isConnected } from '../consent/processors';
import { writeCursor as writePlace, type Place } from '../http/announcement-body';
import { writeCursor, type Replay } from '../http/delivery-request';
import { readMembers } from '../ledger/audience';
import { goOn, readDeliveries, type Delivery } from '../ledger/deliveries';
import { errorName, logger } from '../logger';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { tell, tellAll } from './tell-processors';

type RetryDeps = Pick<Deps, 'ledger' | 'vault' | 'audience' | 'processors'>;

/** As many as are surely tried, side by side, while the gateway waits. */
const AT_ONCE = 20;

interface Tried {
  readonly site: string;
  readonly told: number;
  readonly failed: number;
  readonly cursor?: string;
}

/** Tells processors once more what they could not be told, or all that they may know; some people at each call. */
export async function retryDeliveries(deps: RetryDeps, site: Site, order: Replay): Promise<Tried> {
  const cursor = order.of === 'failed' ? order.after : order.place;
  // Whoever asks for another try says that a processor wants to be told again.
  const meant = order.of === 'failed' ? order.processor : undefined;
  const again = site.processors.filter(({ id }) => meant === undefined || id === meant);
  if (cursor === undefined) await Promise.all(again.map(({ id }) => goOn(deps.audience, site.id, id)));
  return order.of === 'failed' ? replayFailed(deps, site, order) : tellEverybody(deps, site, order.place);
}

async function replayFailed(
  deps: RetryDeps,
  site: Site,
  { after, processor }: Extract<Replay, { of: 'failed' }>,
): Promise<Tried> {
  const { deliveries, next } = await readDeliveries(deps.audience, site.id, after, AT_ONCE, processor);
  const tried = await Promise.allSettled(deliveries.map((delivery) => tryAgain(deps, site, delivery)));
  return { ...counts(site, tried), ...writeCursor(next) };
}

/** Who is no processor of the site any more need not be told, and is listed until nobody has to know. */
async function tryAgain(deps: RetryDeps, site: Site, { processor: id, subject, upTo }: Delivery): Promise<number> {
  const processor = site.processors.filter(isConnected).find((known) => known.id === id);
  if (processor) await tell(deps, site, { processor, upTo }, subject);
  return 1;
}

/** Goes through the audience of each purpose that a connected processor has. */
async function tellEverybody(deps: RetryDeps, site: Site, place: Place | undefined): Promise<Tried> {
  const purposes = [...new Set(site.processors.filter(isConnected).flatMap((processor) => processor.purposes))];
  const [first] = purposes;
  if (first === undefined) return counts(site, []);
  const { purpose, from } = place ?? { purpose: first, from: { shard: 0 } };
  const { members, next } = await readMembers(deps.audience, site.id, purpose, from, AT_ONCE);
  const tried = await Promise.allSettled(members.map(({ subject }) => tellAll(deps, site, subject)));
  const following = purposes[purposes.indexOf(purpose) + 1];
  const then = next ? { purpose, from: next } : following && { purpose: following, from: { shard: 0 } };
  return { ...counts(site, tried), ...(then && { cursor: writePlace(then) }) };
}

function counts({ id }: Site, tried: readonly PromiseSettledResult<number>[]) {
  const failed = tried.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) logger.error('could not be told', { site: id, error: errorName(reason) });
  const told = tried.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
  return { site: id, told, failed: failed.length };
}
