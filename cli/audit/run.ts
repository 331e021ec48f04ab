import type { Counts } from './journal';
import { walkLedger } from './ledger-walk';
import { walkLog } from './log-walk';
import { walkVault } from './vault-walk';
import type { Walk } from './walk';

/** Goes through everything, or what is left of it. The log comes last, so it has what the ledger had. */
export async function runAudit(walk: Walk): Promise<Readonly<Counts>> {
  const { journal, progress } = walk;
  try {
    if (journal.position.phase === 'ledger') {
      await walkLedger(walk, journal.position.after);
      await journal.moveTo({ phase: 'vault' });
    }
    if (journal.position.phase === 'vault') {
      await walkVault(walk, journal.position.after);
      await journal.moveTo({ phase: 'log', tiles: 0, frontier: [] });
    }
    if (journal.position.phase === 'log') await walkLog(walk, journal.position.tiles, journal.position.frontier);
  } finally {
    progress.end();
  }
  return journal.counts;
}
