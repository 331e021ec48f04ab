import { changesFiled } from '../derived/changes-filed';
import type { Run } from '../resume/resumable';
import { sideBySide } from '../resume/side-by-side';
import type { Finding } from './finding';
import { walkAudience } from './derived';
import { Journal, sumOf, type Audit, type AuditState, type State } from './journal';
import { walkLedger } from './ledger-walk';
import { walkLog } from './log-walk';
import { walkVault } from './vault-walk';

export interface AuditTask extends Omit<Audit, 'journal' | 'filed'> {
  /** In how many parts the tables are read, side by side. */
  readonly segments: number;
  readonly processes?: number;
  readonly report: (finding: Finding) => void;
}

/**
 * Goes through everything, or what is left of it. The log comes last, so it has what the ledger had.
 *
 * @returns what was found
 */
export async function runAudit(
  { segments, processes = 1, report, ...task }: AuditTask,
  run: Run<AuditState>,
): Promise<Journal> {
  const { tables = [], log } = run.begun ?? {};
  for (const before of [...tables, log]) before?.findings.forEach(report);
  const parts = { ...run, begun: tables, reached: (states: AuditState['tables']) => run.reached({ tables: states }) };
  const work = partOfAudit({ ...task, report });
  const walked = log ?? sumOf(await sideBySide<State>(segments, parts, work, { processes }));
  const reached = (state: State): Promise<void> => run.reached({ tables: [], log: state });
  const audited = { ...task, filed: changesFiled(task.audience, task.now) };
  const journal = new Journal({ ...run, begun: walked, reached }, report);
  if (journal.position.phase === 'log') {
    await walkLog({ ...audited, journal }, journal.position.tiles, journal.position.frontier);
  }
  return journal;
}

type PartOfAudit = Omit<AuditTask, 'segments' | 'processes'>;

/** One part of each table. What was filed of changes is read once for all parts of a process. */
export function partOfAudit({ report, ...task }: PartOfAudit): (run: Run<State>) => Promise<State> {
  const audited = { ...task, filed: changesFiled(task.audience, task.now) };
  return (run) => walkTables(audited, report, run);
}

async function walkTables(
  audited: Omit<Audit, 'journal'>,
  report: AuditTask['report'],
  run: Run<State>,
): Promise<State> {
  const journal = new Journal(run, report);
  const audit = { ...audited, journal };
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
  return journal.soFar();
}
