import { dynamo, ledger as ledgerInUse } from '../functions/deps/tables';
import { command } from './command';
import { CommandError } from './command-error';
import { LOCAL_STACK, SITES, stateOf } from './options';
import { print } from './print';
import { summaryOf } from './replay-erasures/counts';
import { runReplay, type ReplayState, type Restored } from './replay-erasures/run';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { rulesFrom } from './tables/sites';
import { enterTarget } from './tables/target';

const NEEDED = ['LEDGER_TABLE', 'VAULT_TABLE'] as const;

export const replayErasures = command({
  name: 'replay-erasures',
  usage: ['[--vault TABLE] [--ledger TABLE] [options]'],
  about: `Cleans tables that were restored from a backup, before anybody uses them: whatever was erased since, or has come to its end,
is deleted from them, and what stays gets the end that it has to have. The ledger in use, named by LEDGER_TABLE, says
what that is; it is only read. Without LEDGER_TABLE, that of the local stack. See docs/operations.md.
Interrupted, the same command goes on where it was.`,
  options: {
    vault: { takes: 'TABLE', says: 'the restored vault' },
    ledger: { takes: 'TABLE', says: 'the restored ledger' },
    'dry-run': { says: 'only say what would be done' },
    sites: SITES,
    url: LOCAL_STACK,
    state: stateOf('replay'),
  },
  exits: { 0: 'done' },
  run: async ({ 'dry-run': dryRun, ...values }) => {
    const { name, now } = await enterTarget(values.url, NEEDED);
    const rulesOf = await rulesFrom(values.sites);
    const restored = restoredTables(values);
    const tables = restored.map(({ name: table }) => table).join(' and ');
    const of = `${tables}${dryRun ? ' (dry run)' : ''} by ${name}`;
    const state = new StateFile<ReplayState>(values.state, { what: 'a replay', of });
    const task = { ledger: ledgerInUse(), restored, rulesOf, dryRun, now };
    const counts = await resumable(state, (run) => runReplay(task, run));
    print(summaryOf(counts, dryRun));
  },
});

/** @throws {CommandError} where there are none, or one that is in use */
function restoredTables({ vault, ledger }: Readonly<Record<'vault' | 'ledger', string | undefined>>): Restored[] {
  const restored = [
    ...(vault === undefined ? [] : [{ kind: 'vault' as const, client: dynamo(), name: vault }]),
    ...(ledger === undefined ? [] : [{ kind: 'ledger' as const, client: dynamo(), name: ledger }]),
  ];
  if (restored.length === 0) throw new CommandError('Which table was restored? Name it with --vault or --ledger.');
  const used = restored.find(({ name }) => NEEDED.some((variable) => process.env[variable] === name));
  if (used) throw new CommandError(`${used.name} is the table in use. Name the one that was restored.`);
  return restored;
}
