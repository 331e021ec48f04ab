import { availableParallelism } from 'node:os';
import { ledger, vault } from '../functions/deps/tables';
import { command } from './command';
import type { Counts } from './export/lines';
import { exportPart, runExport, type ExportState, type PartState, type Reached } from './export/run';
import { LOCAL_STACK, SEGMENTS, segmentsOf, SITE, SITES, stateOf } from './options';
import { print } from './print';
import { doParts, isForParts } from './resume/parts-process';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { inOut } from './save-answer';
import { siteFrom } from './tables/sites';
import { enterTarget } from './tables/target';

export const exportSite = command({
  name: 'export',
  about: `Writes everything that there is at a site into a file, one JSON object a line: its configuration and processors, all
wordings, and every entry with its parts (docs/export-format.md). Reads the deployment that LEDGER_TABLE and VAULT_TABLE
name, with the credentials of the environment; without LEDGER_TABLE, the local stack. Changes nothing.
Interrupted, the same command goes on where it was.`,
  options: {
    site: SITE,
    sites: SITES,
    out: { takes: 'FILE', says: 'where to write (default: out/export-SITE.ndjson). It will hold personal data' },
    segments: SEGMENTS,
    url: LOCAL_STACK,
    state: stateOf('export'),
  },
  exits: { 0: 'written' },
  run: async (values) => {
    const { name, now } = await enterTarget(values.url, ['LEDGER_TABLE', 'VAULT_TABLE']);
    const site = await siteFrom(values.sites, values.site);
    const { out = await inOut(`export-${site.id}.ndjson`) } = values;
    const segments = segmentsOf(values.segments);
    const of = `${site.id} to ${out} of ${name} in ${segments}`;
    const state = new StateFile<ExportState>(values.state, { what: 'an export', of });
    const part = { ledger: ledger([site]), vault: vault(), site, now };
    if (isForParts) return doParts<PartState, Reached>((run) => exportPart(part, run));
    const task = { ...part, out, segments, processes: availableParallelism() };
    const counts = await resumable(state, (run) => runExport(task, run));
    print(summaryOf(counts, out));
  },
});

function summaryOf({ subjects, entries, parts, gone, notices }: Counts, out: string): string {
  const number = (n: number): string => n.toLocaleString('en');
  return [
    `Written to ${out}. It holds personal data.`,
    `subjects ${number(subjects)}, entries ${number(entries)}, wordings ${number(notices)}`,
    `parts ${number(parts)}, parts that are kept no longer ${number(gone)}`,
    '',
  ].join('\n');
}
