import { logStore } from '../../shared/ledger/log-store';
import { handedOn, messageOf, newEntries, newSteps } from '../../shared/ledger/stream-event';
import { countsOf } from '../../shared/consent/counted';
import { chunks } from '../../shared/ledger/batches';
import { A_SECOND_APART, AT_ONCE, type Pace } from '../../shared/log/pace';
import { LARGEST_BATCH, sequence } from '../../shared/log/sequencer';
import { logger } from '../../shared/logger';
import { send, type Queue } from '../../shared/queue';
import { logOrigin } from '../deps/log';
import { logQueue } from '../deps/queues';
import { signers } from '../deps/signers';
import { logTable } from '../deps/tables';

const deps = { store: logStore(logTable()), origin: logOrigin(), signers: signers() };
const queue = logQueue();

/**
 * Takes new entries into the log. What readers of the stream bring goes through a queue, if there is one, as they are many and the
 * log has one writer. Whatever it throws, stream and queue bring the batch again, and that is harmless.
 */
export const handler = async (event: unknown): Promise<void> => {
  const waited = handedOn(event);
  if (waited) {
    await take(waited, A_SECOND_APART);
    return;
  }
  const entries = newEntries(event);
  const count = queue ? await handOn(entries, queue) : await take(entries, AT_ONCE);
  // For the metrics, see infra/business.ts. A batch that came again in part counts as a whole: what is exact is in the statistics.
  if (count > 0) for (const one of countsOf(newSteps(event))) logger.info('counted', { ...one });
};

async function take(entries: readonly string[], pace: Pace): Promise<number> {
  let count = 0;
  for (const batch of entries.length === 0 ? [[]] : chunks(entries, LARGEST_BATCH)) {
    count += await sequence(batch, { ...deps, signers: await deps.signers() }, pace);
  }
  logger.info('sequenced', { count });
  return count;
}

async function handOn(entries: readonly string[], to: Queue): Promise<number> {
  if (entries.length > 0) await send(to, [messageOf(entries)]);
  logger.info('handed on', { count: entries.length });
  return entries.length;
}
