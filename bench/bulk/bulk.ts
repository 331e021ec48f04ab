import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sumOf, type AuditState } from '../../cli/audit/journal';
import { runAudit } from '../../cli/audit/run';
import { runExport } from '../../cli/export/run';
import { runReplay, type ReplayState } from '../../cli/replay/run';
import type { Run } from '../../cli/resume/resumable';
import { sideBySide } from '../../cli/resume/side-by-side';
import { runRollOut, type RollOutState } from '../../cli/retention/run';
import { enterTarget, type Target } from '../../cli/tables/target';
import { sites } from '../../examples/sites';
import { archive } from '../../functions/deps/archive';
import { audience, ledger, logTable, vault } from '../../functions/deps/tables';
import { logStore } from '../../shared/ledger/log-store';
import { findSite } from '../../shared/policy/sites';
import type { MemoryOptions } from '../memory/memory';
import { People } from '../memory/people';
import { StackChild } from '../memory/stack-child';
import { sum } from '../numbers';
import { listen } from '../stage/call-log';
import type { Cell, Table } from '../table';

const PEOPLE = 500;
const MANY = 10_000_000;
const SEGMENTS = [1, 8];
/** As many as segments at most. */
const PROCESSORS = 32;
/** Read units a second that a table on demand gives by default. */
const GROWN = 40_000;
/** For what follows from the last ones. */
const AFTERWARDS_MS = 30_000;

/** What goes over everybody: audit, export, retention and replay, over people who signed up, confirmed, and of whom some left. */
export async function bulk({ people = PEOPLE }: MemoryOptions): Promise<Table[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-bulk-'));
  const dataDir = path.join(folder, 'data');
  const stack = await StackChild.start(dataDir, undefined);
  try {
    const coming = await People.arrive(stack.url, dataDir);
    await coming.come(people, 0);
    coming.leave();
    await wait(AFTERWARDS_MS);
    const target = await enterTarget(stack.url, ['LEDGER_TABLE', 'VAULT_TABLE', 'AUDIENCE_TABLE', 'LOG_TABLE']);
    const rows: Cell[][] = [];
    for (const [name, work] of Object.entries(worksOn(target, folder))) {
      for (const segments of SEGMENTS) rows.push([name, segments, ...(await measured(() => work(segments), people))]);
    }
    return [
      {
        title: `Over everybody, a person of ${people}`,
        note:
          'Processor time is that of the command alone; the engine, which is on the same machine, takes most of the rest. "Hours": ' +
          `those of ${MANY.toLocaleString('en')} people by one processor and by ${PROCESSORS}, and by ${GROWN.toLocaleString('en')} read units a second.`,
        columns: [
          'what',
          'segments',
          'ms',
          'processor ms',
          'calls',
          'read units',
          'write units',
          'hours: one processor',
          `${PROCESSORS} of them`,
          'read units',
        ],
        rows,
      },
    ];
  } finally {
    await stack.stop();
    await rm(folder, { recursive: true });
  }
}

type Work = (segments: number) => Promise<unknown>;

function worksOn({ now }: Target, folder: string): Readonly<Record<string, Work>> {
  const siteOf = (id: string) => findSite(sites, id);
  const tables = { ledger: ledger(sites), vault: vault(), audience: audience() };
  const rules = { ...tables, siteOf, only: undefined, now };
  const demo = findSite(sites, 'demo')!;
  const audited = { ...tables, log: logStore(logTable()), archive: archive(), siteOf, now, report: fail };
  let files = 0;
  return {
    audit: (segments) => runAudit({ ...audited, segments }, run()),
    // Which one process does, when all others are done.
    'audit: its walk over the log': (segments) =>
      runAudit({ ...audited, segments }, { ...run<AuditState>(), begun: { tables: [], log: sumOf([]) } }),
    export: (segments) =>
      runExport({ ...tables, site: demo, out: path.join(folder, `${(files += 1)}.ndjson`), segments, now }, run()),
    'retention, nothing to change': (segments) =>
      sideBySide<RollOutState>(segments, run(), (part) => runRollOut({ ...rules, isDryRun: false }, part)),
    'replay of the projector': (segments) =>
      sideBySide<ReplayState>(segments, run(), (part) =>
        runReplay({ ...rules, consumer: 'projector', since: new Date(0), tell: () => Promise.resolve() }, part),
      ),
  };
}

function fail({ text }: { readonly text: string }): void {
  throw new Error(`What is measured has to be good: ${text}`);
}

const run = <S>(): Run<S> => ({
  begun: undefined,
  reached: () => Promise.resolve(),
  progress: { begin: () => undefined, advance: () => undefined, end: () => undefined },
});

async function measured(work: () => Promise<unknown>, people: number): Promise<Cell[]> {
  const log = listen();
  log.take();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const calls = log.take();
  const of = (name: 'readUnits' | 'writeUnits'): number => sum(calls.map((call) => call[name])) / people;
  const hours = (seconds: number): string => ((seconds * MANY) / 3600).toFixed(1);
  const processor = (user + system) / 1e3 / people;
  return [
    ...[ms / people, processor, calls.length / people, of('readUnits'), of('writeUnits')].map((cell) =>
      cell.toFixed(2),
    ),
    ...[processor / 1e3, processor / 1e3 / PROCESSORS, of('readUnits') / GROWN].map(hours),
  ];
}
