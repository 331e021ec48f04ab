import { audience, ledger, vault } from '../functions/deps/tables';
import { log } from '../functions/deps/log';
import { dayOf } from '../shared/calendar';
import { canonicalJson } from '../shared/canonical';
import { closedFrom, everythingGoes, isClosed } from '../shared/policy/closing';
import {
  closeSite as deleteAll,
  countSite,
  isAnythingLeft,
  lastStatement,
  lookAtSite,
  publish,
  type Closed,
  type Closure,
  type ClosureState,
} from './close-site/run';
import { NOBODY, type FoundPeople, type PeopleCount } from './close-site/people';
import { command } from './command';
import { CommandError } from './command-error';
import { writeNew } from './files';
import { isDryRun, LOCAL_STACK, SITE, SITES, stateOf } from './options';
import { print, tell } from './print';
import { resumable } from './resume/resumable';
import { StateFile } from './resume/state-file';
import { siteFrom } from './tables/sites';
import { enterTarget } from './tables/target';

export const closeSite = command({
  name: 'close-site',
  usage: ['--site SITE --dry-run|--apply [options]'],
  about: `When the time for exports of a closed site is over (\`closing\` in its configuration): deletes everything of it, looks whether
anything is left, and writes a statement of that, which the log has and \`verify\` checks. What a dispute needs stays, and then there
is no statement: lift the holds, and call it again. Called once more after that, it writes the statement with its newest proof.
Call it before that time is over, too: then it only counts what there is, as afterwards items go by themselves, uncounted.
Works on the deployment named by LEDGER_TABLE, VAULT_TABLE, AUDIENCE_TABLE and LOG_TABLE; without LEDGER_TABLE, on the local stack.
Interrupted, the same command goes on where it was. See docs/operations.md.`,
  options: {
    site: SITE,
    'dry-run': { says: 'only say what there is, and whom a dispute holds' },
    apply: { says: 'do it' },
    sites: SITES,
    out: { takes: 'FILE', says: 'where to write the statement (default: closing-SITE.json)' },
    url: LOCAL_STACK,
    state: stateOf('close-site'),
  },
  exits: { 0: 'done', 1: 'something is left: it says what' },
  run: async (values) => {
    const dryRun = isDryRun(values);
    const needed = ['LEDGER_TABLE', 'VAULT_TABLE', 'AUDIENCE_TABLE', 'LOG_TABLE'] as const;
    const { name, now } = await enterTarget(values.url, needed);
    const site = await siteFrom(values.sites, values.site);
    const [from, goes] = [closedFrom(site), everythingGoes(site)];
    if (!from || !goes)
      throw new CommandError(`${site.id} stays open: its configuration has no "closing". docs/operations.md says how.`);
    const task = { site, ledger: ledger(), vault: vault(), audience: audience(), log: log(), now };
    const state = new StateFile<ClosureState>(values.state, { what: 'a closing', of: `${site.id} of ${name}` });
    if (dryRun) {
      const looked = new StateFile<ClosureState>(`${values.state}.dry`, {
        what: 'a look',
        of: `${site.id} of ${name}`,
      });
      const found = await resumable(looked, (run) => lookAtSite(task, run));
      const when = isClosed(site, now()) ? `has been closed since ${dayOf(from)}` : `closes on ${dayOf(from)}`;
      print(`${site.id} ${when}; everything of it goes from ${goes.toISOString()} on.\n${foundText(found)}\n`);
      return 0;
    }
    if (!isClosed(site, now())) throw new CommandError(`${site.id} closes on ${dayOf(from)}, and is open until then.`);
    if (now() < goes) {
      const counted = await resumable(state, (run) => countSite(task, run));
      await state.write(counted);
      print(`Counted: ${deletedText(counted.counted ?? { ...NOBODY.deleted, others: {} })}\n`);
      print(`Call it again from ${goes.toISOString()} on; until then everything of ${site.id} can be exported.\n`);
      return 0;
    }
    const begun = await state.read();
    const closed = begun ? undefined : await repeated(task, goes, state);
    return report(closed ?? (await close(task, state)), values.out ?? `closing-${site.id}.json`);
  },
});

/** Where it was done before, and nothing came since, the statement is given once more. Whether anything came is looked at anew. */
async function repeated(task: Closure, goes: Date, state: StateFile<ClosureState>): Promise<Closed | undefined> {
  const last = await lastStatement(task);
  if (!last || Date.parse(last.doneAt) < goes.getTime()) return undefined;
  const isAnything = await resumable(state, async (run) => isAnythingLeft(await lookAtSite(task, run)));
  return isAnything ? undefined : publish(last, task.log);
}

/** What could not be finished keeps its state, so that what was deleted before stays counted. */
async function close(task: Closure, state: StateFile<ClosureState>): Promise<Closed> {
  let last: ClosureState | undefined;
  const closed = await resumable(state, (run) =>
    deleteAll(task, { ...run, reached: (reached) => run.reached((last = reached)) }),
  );
  if (last && !('file' in closed)) await state.write(last);
  return closed;
}

async function report(closed: Closed, out: string): Promise<number> {
  if ('file' in closed) {
    const { statement } = closed.file;
    print(`${deletedText({ ...statement.deleted })}\nNothing of ${statement.site} is left.\n`);
    tell(`Written to ${await writeNew(out, canonicalJson(closed.file))}.\n`);
    return 0;
  }
  if ('held' in closed) print(`${foundText({ ...NOBODY, held: closed.held, others: {} }, true)}\n`);
  if ('left' in closed)
    print(`Something came while it was being deleted: ${deletedText(closed.left)}\nCall it again.\n`);
  if ('waitsForLog' in closed)
    print('All is deleted. The log does not have the statement yet; call it again in a minute.\n');
  return 1;
}

type Counted = PeopleCount & { readonly others: Readonly<Record<string, number>> };

function deletedText({ people, entries, parts, others }: Counted): string {
  const number = (n: number): string => n.toLocaleString('en');
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `, ${name} ${number(count)}`)
      .join('');
  return `people ${number(people)}, entries ${number(entries)}${list(parts)}${list(others)}`;
}

function foundText(
  { deleted, held, others }: FoundPeople & { readonly others: Counted['others'] },
  isDone = false,
): string {
  const lines = held.map(({ subject, cases }) => `subject ${subject}: held by ${cases.join(', ')}`);
  const waits = `${held.length.toLocaleString('en')} people are held for disputes; closing waits until these holds are lifted.`;
  const found = isDone ? 'All that no dispute needs is deleted.' : deletedText({ ...deleted, others });
  return [found, ...(held.length > 0 ? [waits, ...lines] : [])].join('\n');
}
