import type { Finding } from './audit/finding';
import { Journal } from './audit/journal';
import { summaryOf } from './audit/summary';
import type { Walk } from './audit/walk';
import { untilInterrupted } from './tables/interruption';
import { progressOn } from './tables/progress';
import { rulesFrom, SITES_HELP } from './tables/sites';
import { enterTarget } from './tables/target';
import { readArgs } from './usage';

const HELP = `Usage: npm run cli -- audit [options]

Checks the whole ledger, vault, log and archive of a deployment, named by LEDGER_TABLE, VAULT_TABLE, LOG_TABLE and
ARCHIVE_BUCKET with the credentials of the environment; without LEDGER_TABLE, those of the local stack. Changes nothing.
Interrupted, the same command goes on where it was.

  --url URL          the local stack that is to be audited (default: http://localhost:3000)
${SITES_HELP}
  --state FILE       where it keeps how far it is (default: .audit-state.json)
  --json             findings and summary as JSON, one a line
  --append-missing   afterwards, take entries that the log lacks into it; see docs/operations.md first

Exit code: 0 all is well, 1 there are findings, 2 it could not be done.
`;

const OPTIONS = {
  sites: { type: 'string' },
  url: { type: 'string' },
  state: { type: 'string', default: '.audit-state.json' },
  json: { type: 'boolean', default: false },
  'append-missing': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const NEEDED = ['LEDGER_TABLE', 'VAULT_TABLE', 'LOG_TABLE', 'ARCHIVE_BUCKET'] as const;
const PAGE_SIZE = 1000;

export async function audit(args: string[]): Promise<number> {
  const { values } = readArgs({ args, options: OPTIONS }, HELP);
  if (values.help) {
    print(HELP.trimEnd());
    return 0;
  }
  const target = await enterTarget(values.url, NEEDED);
  const siteOf = await rulesFrom(values.sites);
  const report = ({ code, place, text }: Finding): void =>
    print(values.json ? JSON.stringify({ code, ...place, text }) : text);
  const journal = await Journal.open(values.state, target.name, report);
  const progress = progressOn(process.stderr);
  const now = (): Date => new Date(Date.now() + target.aheadMs);
  await untilInterrupted(values.state, (isStopped) =>
    run({ journal, progress, siteOf, now, pageSize: PAGE_SIZE, isStopped }),
  );
  print(values.json ? JSON.stringify({ summary: journal.counts }) : summaryOf(journal.counts));
  if (values['append-missing']) await append(journal);
  await journal.remove();
  return journal.counts.findings > 0 ? 1 : 0;
}

/** Loaded only now, as what it loads reads the environment. */
async function run(walk: Walk): Promise<void> {
  const { runAudit } = await import('./audit/run');
  await runAudit(walk);
}

async function append(journal: Journal): Promise<void> {
  const { appendMissing } = await import('./audit/append-missing');
  process.stderr.write(`${await appendMissing(journal)}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
