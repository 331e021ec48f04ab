import type { Audit, Counts } from './journal';
import { walkAudience } from './derived';
import { walkLedger } from './ledger-walk';
import { walkLog } from './log-walk';
import { walkVault } from './vault-walk';

/** Goes through everything, or what is left of it. The log comes last, so it has what the ledger had. */
export async function runAudit(audit: Audit): Promise<Readonly<Counts>> {
  const { journal } = audit;
  if (journal.position.phase === 'ledger') {
    await walkLedger(audit, journal.position);
    await journal.reached({ phase: 'vault', seen: 0 });
  }
  if (journal.position.phase === 'vault') {
    await walkVault(audit, journal.position);
    await journal.reached({ phase: 'audience', seen: 0 });
  }
  if (journal.position.phase === 'audience') {
    await walkAudience(audit, journal.position);
    await journal.reached({ phase: 'log', tiles: 0, frontier: [] });
  }
  if (journal.position.phase === 'log') await walkLog(audit, journal.position.tiles, journal.position.frontier);
  return journal.counts;
}
