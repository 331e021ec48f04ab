import { isConnected } from '../consent/processors';
import { countDeliveries, type ToolState } from '../ledger/delivery-counts';
import type { Processor, Site } from '../policy/schema';
import type { Deps } from './deps';

/** All processors of a site, and whether they know what they have to. */
export function listProcessors(deps: Pick<Deps, 'audience'>, site: Site, now: Date) {
  return Promise.all(site.processors.map((processor) => standingOf(deps, site, processor, now)));
}

async function standingOf({ audience }: Pick<Deps, 'audience'>, site: Site, processor: Processor, now: Date) {
  const { id, name, purposes, connection } = processor;
  const said = { id, name, purposes, ...(connection && { tool: connection.tool }) };
  const { underWay, failures, areMore, stoppedAt } = await countDeliveries(audience, site.id, id, now);
  const failed = failures.reduce((sum, { count }) => sum + count, 0);
  const counts = { underWay, failed, ...(areMore && { areMore: true as const }), failures };
  const state = stateOf(isConnected(processor), stoppedAt !== undefined, failed, underWay);
  return { ...said, state, ...counts, ...(stoppedAt !== undefined && { stoppedAt }) };
}

function stateOf(isTold: boolean, isStopped: boolean, failed: number, underWay: number): ToolState {
  if (!isTold) return 'by-hand';
  if (isStopped) return 'stopped';
  if (failed > 0) return 'failed';
  return underWay > 0 ? 'under-way' : 'in-step';
}
