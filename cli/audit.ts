import { availableParallelism } from 'node:os';
import { archive } from '../functions/deps/archive';
import { audience, ledger, logTable, vault } from '../functions/deps/tables';
import { logStore } from '../shared/ledger/log-store';
import { appendMissing } from './audit/append-missing';
import type { Finding } from './audit/finding';
import type { AuditState } from './audit/journal';
import { partOfAudit, runAudit } from './audit/run';
import { summaryOf } from './audit/summary';
import { command } from './command';
import { LOCAL_STACK, SEGMENTS, segmentsOf, SITES, stateOf } from './options';
import { print, printJson, printLine, tell } from './print';
import { doParts, isForParts } from './resume/parts-process';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { rulesFrom } from './tables/sites';
import { enterTarget } from './tables/target';

export const audit = command({
  name: 'audit',
  about: `Checks the whole ledger, vault, log and archive of a deployment, and whether all was derived that follows from its entries.
It is named by LEDGER_TABLE, VAULT_TABLE, AUDIENCE_TABLE, LOG_TABLE and ARCHIVE_BUCKET with the credentials of the environment; without LEDGER_TABLE, those of the local stack. Changes nothing.
Interrupted, the same command goes on where it was.`,
  options: {
    segments: SEGMENTS,
    sites: SITES,
    url: LOCAL_STACK,
    state: stateOf('audit'),
    json: { says: 'findings and summary as JSON, one a line' },
    'append-missing': {
      says: 'afterwards, take entries that the log lacks into it; see docs/operations.md first',
    },
  },
  exits: { 0: 'all is well', 1: 'there are findings' },
  run: async ({ sites, url, state: file, json, segments: given, 'append-missing': append }) => {
    const segments = segmentsOf(given);
    const { name, now } = await enterTarget(url, [
      ...(['LEDGER_TABLE', 'VAULT_TABLE', 'AUDIENCE_TABLE', 'LOG_TABLE', 'ARCHIVE_BUCKET'] as const),
    ]);
    const siteOf = await rulesFrom(sites);
    const report = ({ code, place, text }: Finding): void =>
      json ? printJson({ code, ...place, text }, 'one') : printLine(text);
    const state = new StateFile<AuditState>(file, { what: 'an audit', of: `${name} in ${segments}` });
    const log = logStore(logTable());
    const tables = { ledger: ledger(), vault: vault(), audience: audience(), log, archive: archive() };
    const part = { ...tables, siteOf, now, report };
    if (isForParts) return doParts(partOfAudit(part));
    const task = { ...part, segments, processes: availableParallelism() };
    const { findings } = await resumable(state, async (run) => {
      const journal = await runAudit(task, run);
      const { counts } = journal;
      run.progress.end();
      if (json) printJson({ summary: counts }, 'one');
      else print(`${summaryOf(counts)}\n`);
      if (append) tell(`${await appendMissing(log, journal)}\n`);
      return counts;
    });
    return findings > 0 ? 1 : 0;
  },
});
