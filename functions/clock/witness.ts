import { askWitnesses } from '../../shared/actions/ask-witnesses';
import { witnessStore } from '../../shared/ledger/log-store';
import type { WitnessState } from '../../shared/log/store';
import { logger } from '../../shared/logger';
import { logTable } from '../deps/tables';
import { witnesses } from '../deps/witnesses';

const deps = { log: witnessStore(logTable()), witnesses: witnesses() };

/** How long a witness may go without a cosignature before somebody has to look. */
const PATIENCE_MS = 15 * 60 * 1000;

/**
 * Once a minute, has the newest checkpoint cosigned by those who watch that there is one version of the log. Nothing
 * waits for it. The alarms read what it logs.
 */
export async function handler(): Promise<void> {
  const now = new Date();
  const states = await askWitnesses(deps, now);
  report('witnesses contradicting', states.filter(({ problem }) => problem?.kind === 'contradicts').length);
  report('witnesses lagging', states.filter((state) => isLagging(state, now)).length);
}

const isLagging = ({ problem }: WitnessState, now: Date): boolean =>
  problem !== undefined && now.getTime() - Date.parse(problem.since) >= PATIENCE_MS;

function report(message: string, count: number): void {
  if (count > 0) logger.error(message, { count });
}
