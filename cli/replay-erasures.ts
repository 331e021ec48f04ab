import { summaryOf } from './replay-erasures/counts';
import type { Position, Replay, Restored } from './replay-erasures/run';
import { untilInterrupted } from './tables/interruption';
import { progressOn } from './tables/progress';
import { rulesFrom, SITES_HELP } from './tables/sites';
import { StateFile } from './tables/state-file';
import { enterTarget } from './tables/target';
import { BadUsage, readArgs } from './usage';

const HELP = `Usage: npm run cli -- replay-erasures [--vault TABLE] [--ledger TABLE] [options]

Cleans tables that were restored from a backup, before anybody uses them: whatever was erased since, or has come to its end,
is deleted from them, and what stays gets the end that it has to have. The ledger in use, named by LEDGER_TABLE, says
what that is; it is only read. Without LEDGER_TABLE, that of the local stack. See docs/operations.md.
Interrupted, the same command goes on where it was.

  --vault TABLE      the restored vault
  --ledger TABLE     the restored ledger
  --dry-run          only say what would be done
${SITES_HELP}
  --url URL          the local stack whose ledger is in use (default: http://localhost:3000)
  --state FILE       where it keeps how far it is (default: .replay-state.json)

Exit code: 0 done, 2 it could not be done.
`;

const OPTIONS = {
  vault: { type: 'string' },
  ledger: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  sites: { type: 'string' },
  url: { type: 'string' },
  state: { type: 'string', default: '.replay-state.json' },
  help: { type: 'boolean', default: false },
} as const;

const NEEDED = ['LEDGER_TABLE', 'VAULT_TABLE'] as const;
const PAGE_SIZE = 1000;

export async function replayErasures(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const target = await enterTarget(values.url, NEEDED);
  const restored = restoredTables(values);
  const dryRun = values['dry-run'];
  const tables = restored.map(({ table }) => table).join(' and ');
  const of = `${tables}${dryRun ? ' (dry run)' : ''} by ${target.name}`;
  const state = new StateFile<Position>(values.state, { what: 'a replay', of });
  const now = (): Date => new Date(Date.now() + target.aheadMs);
  const rulesOf = await rulesFrom(values.sites);
  const progress = progressOn(process.stderr);
  await untilInterrupted(values.state, (isStopped) =>
    run({ restored, rulesOf, dryRun, state, progress, now, pageSize: PAGE_SIZE, isStopped }),
  );
  return 0;
}

/** @throws {BadUsage} when there are none, or one that is in use */
function restoredTables({ vault, ledger }: { vault?: string; ledger?: string }): Restored[] {
  const restored = [
    ...(vault === undefined ? [] : [{ kind: 'vault' as const, table: vault }]),
    ...(ledger === undefined ? [] : [{ kind: 'ledger' as const, table: ledger }]),
  ];
  if (restored.length === 0) throw new BadUsage(`Which table was restored?\n\n${HELP}`);
  const used = restored.find(({ table }) => NEEDED.some((name) => process.env[name] === table));
  if (used) throw new BadUsage(`${used.table} is the table in use. Name the one that was restored.`);
  return restored;
}

/** Loaded only now, as what it loads reads the environment. */
async function run(task: Replay): Promise<void> {
  const { runReplay } = await import('./replay-erasures/run');
  process.stdout.write(summaryOf(await runReplay(task), task.dryRun));
}
