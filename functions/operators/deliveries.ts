import { writeCursor as writePlace, type Place } from '../../shared/http/announcement-body';
import { placeOf, readReplay, writeCursor } from '../../shared/http/delivery-request';
import { listDeliveries } from '../../shared/http/operations/list-deliveries';
import { retryDeliveries } from '../../shared/http/operations/retry-deliveries';
import { errorName, logger } from '../../shared/logger';
import { on, serve } from '../../shared/http/serve';
import { isConnected } from '../../shared/consent/processors';
import { readMembers } from '../../shared/ledger/audience';
import { goOn, readDeliveries, type Delivery } from '../../shared/ledger/deliveries';
import type { Site } from '../../shared/policy/schema';
import { tell, tellAll } from '../../shared/actions/tell-processors';
import { processors } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), processors: processors() };

/** As many as are surely tried, side by side, while the gateway waits. */
const AT_ONCE = 20;

/** What processors were not told yet, and why. */
const list = on(listDeliveries, async ({ site: { id }, query: { limit, cursor } }, answer) => {
  const after = placeOf(cursor);
  const { deliveries, next } = await readDeliveries(deps.audience, id, after, limit);
  const shown = deliveries.map(({ site: _, subject, upTo: __, ...delivery }) => ({ id: subject, ...delivery }));
  return answer.json(200, { site: id, deliveries: shown, ...writeCursor(next) });
});

/** Another try, some of them at each call. */
const retry = on(retryDeliveries, async ({ site, body }, answer) => {
  const order = readReplay(body);
  const cursor = order.of === 'failed' ? order.after : order.place;
  // Whoever asks for another try says that a processor wants to be told again.
  if (cursor === undefined) await Promise.all(site.processors.map(({ id }) => goOn(deps.audience, site.id, id)));
  const outcome = order.of === 'failed' ? replayFailed(site, order.after) : tellEverybody(site, order.place);
  return answer.json(200, await outcome);
});

interface Tried {
  readonly site: string;
  readonly told: number;
  readonly failed: number;
  readonly cursor?: string;
}

async function replayFailed(site: Site, after: string | undefined): Promise<Tried> {
  const { deliveries, next } = await readDeliveries(deps.audience, site.id, after, AT_ONCE);
  const tried = await Promise.allSettled(deliveries.map((delivery) => tryAgain(site, delivery)));
  return { ...counts(site, tried), ...writeCursor(next) };
}

/** Who is no processor of the site any more need not be told, and is listed until nobody has to know. */
async function tryAgain(site: Site, { processor: id, subject, upTo }: Delivery): Promise<number> {
  const processor = site.processors.filter(isConnected).find((known) => known.id === id);
  if (processor) await tell(deps, site, { processor, upTo }, subject);
  return 1;
}

/** Goes through the audience of each purpose that a connected processor has. */
async function tellEverybody(site: Site, place: Place | undefined): Promise<Tried> {
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

export const handler = serve(deps.sites, list, retry);
