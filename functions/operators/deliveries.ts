import { listProcessors } from '../../shared/actions/list-processors';
import { retryDeliveries } from '../../shared/actions/retry-deliveries';
import { placeOf, readReplay, writeCursor } from '../../shared/http/delivery-request';
import { listDeliveries } from '../../shared/http/operations/list-deliveries';
import { listProcessors as processorsContract } from '../../shared/http/operations/list-processors';
import { retryDeliveries as retryContract } from '../../shared/http/operations/retry-deliveries';
import { on, serve } from '../../shared/http/serve';
import { readDeliveries } from '../../shared/ledger/deliveries';
import { guard } from '../deps/guard';
import { processors } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), processors: processors() };

/** Whether processors are in step, what they were not told yet, and why; and another try. */
export const handler = serve(
  guard(),
  on(listDeliveries, async ({ site: { id }, query: { limit, cursor } }, answer) => {
    const { deliveries, next } = await readDeliveries(deps.audience, id, placeOf(cursor), limit);
    const shown = deliveries.map(({ site: _, subject, upTo: __, ...delivery }) => ({ id: subject, ...delivery }));
    return answer.json(200, { site: id, deliveries: shown, ...writeCursor(next) });
  }),
  on(retryContract, async ({ site, body }, answer) =>
    answer.json(200, await retryDeliveries(deps, site, readReplay(body))),
  ),
  on(processorsContract, async ({ site, now }, answer) => {
    const processors = await listProcessors(deps, site, now);
    return answer.json(200, { site: site.id, asOf: now.toISOString(), processors });
  }),
);
