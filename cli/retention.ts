import { availableParallelism } from 'node:os';
import { ledger, vault } from '../functions/deps/tables';
import { command } from './command';
import { isDryRun, LOCAL_STACK, SEGMENTS, segmentsOf, SITES, stateOf } from './options';
import { print } from './print';
import { doParts, isForParts } from './resume/parts-process';
import { resumable, type Run } from './resume/resumable';
import { sideBySide } from './resume/side-by-side';
import { StateFile } from './resume/state-file';
import { sumOf, summaryOf } from './retention/counts';
import { runRollOut, type RollOutState } from './retention/run';
import { rulesFrom, siteFrom } from './tables/sites';
import { enterTarget } from './tables/target';

export const retention = command({
  name: 'retention',
  usage: ['--dry-run|--apply [options]'],
  about: `After a change of how long a site keeps things: gives what is there already the ends that follow from the rules of today, and
deletes what is past them. What was past its end before stays gone, even if it would be kept longer now.
Works on the deployment named by LEDGER_TABLE and VAULT_TABLE; without LEDGER_TABLE, on the local stack.
Interrupted, the same command goes on where it was. See docs/operations.md.`,
  options: {
    'dry-run': { says: 'only say how many items would end when, with some subjects as examples' },
    apply: { says: 'do it' },
    site: { takes: 'SITE', says: 'only this site' },
    segments: SEGMENTS,
    sites: SITES,
    url: LOCAL_STACK,
    state: stateOf('retention'),
  },
  exits: { 0: 'done' },
  run: async (values) => {
    const dryRun = isDryRun(values);
    const segments = segmentsOf(values.segments);
    const { name, now } = await enterTarget(values.url, ['LEDGER_TABLE', 'VAULT_TABLE']);
    if (values.site !== undefined) await siteFrom(values.sites, values.site);
    const siteOf = await rulesFrom(values.sites);
    const of = `${values.site ?? 'all sites'}${dryRun ? ' (dry run)' : ''} of ${name} in ${segments}`;
    const state = new StateFile<readonly (RollOutState | undefined)[]>(values.state, { what: 'a retention run', of });
    const task = { ledger: ledger(), vault: vault(), siteOf, only: values.site, isDryRun: dryRun, now };
    const work = (part: Run<RollOutState>) => runRollOut(task, part);
    if (isForParts) return doParts(work);
    const processes = availableParallelism();
    const parts = await resumable(state, (run) => sideBySide(segments, run, work, { processes }));
    print(summaryOf(sumOf(parts.map(({ counts }) => counts)), dryRun));
  },
});
