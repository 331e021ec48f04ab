import { logStore } from '../../shared/ledger/log-store';
import { newEntries, newSteps } from '../../shared/ledger/stream-event';
import { countsOf } from '../../shared/consent/counted';
import { sequence } from '../../shared/log/sequencer';
import { logger } from '../../shared/logger';
import { logOrigin } from '../deps/log';
import { signers } from '../deps/signers';
import { logTable } from '../deps/tables';

const deps = { store: logStore(logTable()), origin: logOrigin(), signers: signers() };

/** Takes new entries into the log. Whatever it throws, the stream brings the batch again, and that is harmless. */
export const handler = async (event: unknown): Promise<void> => {
  const count = await sequence(newEntries(event), { ...deps, signers: await deps.signers() });
  logger.info('sequenced', { count });
  // For the metrics, see infra/business.ts. A batch that came again in part counts as a whole: what is exact is in the statistics.
  if (count > 0) for (const one of countsOf(newSteps(event))) logger.info('counted', { ...one });
};
