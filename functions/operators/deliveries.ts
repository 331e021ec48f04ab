import { writeCursor as writePlace, type Place } from '../../shared/http/announcement-body';
import { readPage, readReplay, writeCursor } from '../../shared/http/delivery-request';
import { httpFunction } from '../../shared/http/http-function';
import { errorName, logger } from '../../shared/logger';
import { unknownSite } from '../../shared/http/problem';
import type { HttpRequest } from '../../shared/http/request';
import { json, type HttpResponse } from '../../shared/http/response';
import { isConnected } from '../../shared/consent/processors';
import { readMembers } from '../../shared/ledger/audience';
import { goOn, readDeliveries, type Delivery } from '../../shared/ledger/deliveries';
import type { Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { tell, tellAll } from '../../shared/actions/tell-processors';
import { processors } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), processors: processors() };

/** As many as are surely tried, side by side, while the gateway waits. */
const AT_ONCE = 20;

/** What processors were not told yet, and why; or, by POST, another try, some of them at each call. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  return call.method === 'POST' ? replay(site, call) : list(site, call);
});

async function list({ id }: Site, call: HttpRequest): Promise<HttpResponse> {
  const { limit, after } = readPage(call);
  const { deliveries, next } = await readDeliveries(deps.audience, id, after, limit);
  const shown = deliveries.map(({ site: _, subject, upTo: __, ...delivery }) => ({ id: subject, ...delivery }));
  return json(200, { site: id, deliveries: shown, ...writeCursor(next) });
}

async function replay(site: Site, call: HttpRequest): Promise<HttpResponse> {
  const order = readReplay(call);
  const cursor = order.of === 'failed' ? order.after : order.place;
  // Whoever asks for another try says that a processor wants to be told again.
  if (cursor === undefined) await Promise.all(site.processors.map(({ id }) => goOn(deps.audience, site.id, id)));
  return order.of === 'failed' ? replayFailed(site, order.after) : tellEverybody(site, order.place);
}

async function replayFailed(site: Site, after: string | undefined): Promise<HttpResponse> {
  const { deliveries, next } = await readDeliveries(deps.audience, site.id, after, AT_ONCE);
  const tried = await Promise.allSettled(deliveries.map((delivery) => tryAgain(site, delivery)));
  return json(200, { ...counts(site, tried), ...writeCursor(next) });
}

/** Who is no processor of the site any more need not be told, and is listed until nobody has to know. */
async function tryAgain(site: Site, { processor: id, subject, upTo }: Delivery): Promise<number> {
  const processor = site.processors.filter(isConnected).find((known) => known.id === id);
  if (processor) await tell(deps, site, { processor, upTo }, subject);
  return 1;
}

/** Goes through the audience of each purpose that a connected processor has. */
async function tellEverybody(site: Site, place: Place | undefined): Promise<HttpResponse> {
  const purposes = [...new Set(site.processors.filter(isConnected).flatMap((processor) => processor.purposes))];
  const [first] = purposes;
  if (first === undefined) return json(200, counts(site, []));
  const { purpose, from } = place ?? { purpose: first, from: { shard: 0 } };
  const { members, next } = await readMembers(deps.audience, site.id, purpose, from, AT_ONCE);
  const tried = await Promise.allSettled(members.map(({ subject }) => tellAll(deps, site, subject)));
  const following = purposes[purposes.indexOf(purpose) + 1];
  const then = next ? { purpose, from: next } : following && { purpose: following, from: { shard: 0 } };
  return json(200, { ...counts(site, tried), ...(then && { cursor: writePlace(then) }) });
}

function counts({ id }: Site, tried: readonly PromiseSettledResult<number>[]) {
  const failed = tried.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) logger.error('could not be told', { site: id, error: errorName(reason) });
  const told = tried.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0);
  return { site: id, told, failed: failed.length };
}
