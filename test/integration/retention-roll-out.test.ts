import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { retention } from '../../cli/retention';
import { sumOf, summaryOf, type Counts } from '../../cli/retention/counts';
import type { RollOutState } from '../../cli/retention/run';
import { statistics } from '../../cli/statistics';
import { Interrupted, type Run } from '../../cli/resume/resumable';
import { sideBySide } from '../../cli/resume/side-by-side';
import { StateFile } from '../../cli/resume/state-file';
import { runPages } from '../cli/paged-run';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import type { Site } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { startWorld, type Item, type World } from './world';
import { runRollOut } from '../../cli/retention/run';
import type { Holdings } from '../../shared/ledger/table';

/* Three people of the site: one in force, one who left, and one who did not confirm. */
let world: World;
let folder: string;
let before: readonly Item[];

beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(path.join(tmpdir(), 'consent-roll-out-'));
  const tell = newsOf(world);
  await confirmed(journey(world, tell, 'anna@example.com'));
  await journey(world, tell, 'ben@example.com').signUp();
  await tell();
  const carla = await confirmed(journey(world, tell, 'carla@example.com'));
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token: carla.unsubscribe } });
  await tell();
  before = await everything();
});
afterAll(() => Promise.all([world.stop(), rm(folder, { recursive: true })]));

const everything = async (): Promise<Item[]> => [...(await world.items('ledger')), ...(await world.items('vault'))];

const state = (name: string) =>
  new StateFile<RollOutState>(path.join(folder, name), { what: 'a retention run', of: name });

const holdings = (): Holdings => ({ ledger: world.deps.ledger, vault: world.deps.vault });

/** With other rules than those that the people came under; interrupted after every page. */
async function rollOut(changes: Partial<Site['retention']>, pageSize = 1000, isDryRun = false): Promise<Rolled> {
  const demo = findSite(sites, 'demo') as Site;
  const siteOf = () => ({ ...demo, retention: { ...demo.retention, ...changes } });
  const task = { ...holdings(), siteOf, only: undefined, isDryRun, now: () => new Date() };
  const { result, pages } = await runPages(state('run'), pageSize, (run) => runRollOut(task, run));
  return { counts: result.counts, pages };
}

interface Rolled {
  readonly counts: Counts;
  readonly pages: number;
}

/** As the state file has them: what was not begun is null there. */
type Places = readonly (RollOutState | undefined)[];

const items = ({ changes }: Counts): Record<string, number> =>
  Object.fromEntries(Object.entries(changes).map(([key, count]) => [key, count.items]));

async function output(command: (args: string[]) => Promise<number>, ...args: string[]): Promise<string> {
  const lines: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  expect(await command(args).finally(() => spy.mockRestore())).toBe(0);
  return lines.join('');
}

test('by the rules that they came under there is nothing to do', async () => {
  const said = await output(retention, '--sites', EXAMPLE_SITES, '--dry-run', '--state', path.join(folder, 'same'));
  expect(said).toBe('Looked at 3 people.\nEvery end is as it has to be.\n');
});

test('a dry run says what would end when, and changes nothing', async () => {
  const evidence = { keep: 'P1Y', from: 'withdrawal' } as const;
  const { counts } = await rollOut({ evidence, network: { keep: 'PT0S' } }, 1000, true);
  // Of Anna, two addresses that steps came from; of Ben, one; of Carla, three, and all the rest but the confirmation
  // that processors deleted her, which is kept by a rule of its own. That they were told is kept with the records.
  expect(items(counts)).toStrictEqual({
    'demo entry earlier': 8,
    'demo address earlier': 1,
    'demo mail earlier': 3,
    'demo network atOnce': 6,
  });
  expect(await everything()).toStrictEqual(before);
  const said = summaryOf(counts, true);
  expect(said).toMatch(
    /^demo {2}address: 1 end earlier, .*\ndemo {2}entry: 8 end earlier, e\.g\. of subject [\w-]{22}\n/,
  );
  expect(said).toMatch(/demo {2}network: 6 end at once, e\.g\. of subject [\w-]{22}, [\w-]{22}, [\w-]{22}\n/);
  expect(said).toMatch(/Nothing was changed\.\n$/);
});

test('interrupted after every page, it goes on where it was, and does it all once', async () => {
  const evidence = { keep: 'P5Y', from: 'withdrawal' } as const;
  const { counts, pages } = await rollOut({ evidence }, 1);
  expect(pages).toBeGreaterThan(3);
  expect(items(counts)).toStrictEqual({
    'demo entry later': 8,
    'demo address later': 1,
    'demo mail later': 3,
    'demo network later': 3,
  });
  expect(items((await rollOut({ evidence })).counts)).toStrictEqual({});
  expect(await state('run').read()).toBeUndefined();
});

test('back to the old rules, everything is what it was', async () => {
  expect(
    await output(
      retention,
      '--sites',
      EXAMPLE_SITES,
      '--apply',
      '--site',
      'demo',
      '--state',
      path.join(folder, 'back'),
    ),
  ).toContain('All of that is done.');
  const byKey = (list: readonly Item[]): Item[] =>
    [...list].sort((one, other) => (one.pk + one.sk).localeCompare(other.pk + other.sk));
  expect(byKey(await everything())).toStrictEqual(byKey(before));
});

test('another site, or none any more, is left alone', async () => {
  expect(
    await output(
      retention,
      '--sites',
      EXAMPLE_SITES,
      '--apply',
      '--site',
      'notice-001',
      '--state',
      path.join(folder, 'other'),
    ),
  ).toBe('Looked at 0 people.\nEvery end is as it has to be.\n');
  const task = { ...holdings(), siteOf: () => undefined, only: undefined, isDryRun: false, now: () => new Date() };
  const { result } = await runPages(state('none'), 2, (run) => runRollOut(task, run));
  expect(summaryOf(result.counts, false)).toContain('demo: not among the sites; the ends of 3 people stay as they are');
});

test('in parts side by side, one of which is interrupted, it counts everybody once', async () => {
  const demo = findSite(sites, 'demo') as Site;
  const siteOf = () => ({ ...demo, retention: { ...demo.retention, network: { keep: 'PT0S' } } });
  const task = { ...holdings(), siteOf, only: undefined, isDryRun: true, now: () => new Date() };
  const progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };
  const inParts = (segments: number, run: Pick<Run<Places>, 'begun' | 'reached'>): Promise<RollOutState[]> =>
    sideBySide(segments, { ...run, progress, pageSize: 2 }, (part) => runRollOut(task, part));
  const [whole] = await inParts(1, { begun: undefined, reached: async () => undefined });
  expect(items((whole as RollOutState).counts)).not.toEqual({});
  for (const segments of [2, 7]) {
    let places: Places = [];
    let kept = 0;
    const interrupted = (begun: Places): Promise<void> => {
      places = JSON.parse(JSON.stringify(begun)) as Places;
      return (kept += 1) < 2 ? Promise.resolve() : Promise.reject(new Interrupted());
    };
    await expect(inParts(segments, { begun: undefined, reached: interrupted })).rejects.toThrow(Interrupted);
    const parts = await inParts(segments, { begun: places, reached: async () => undefined });
    const { counts } = whole as RollOutState;
    const sum = sumOf(parts.map((part) => part.counts));
    expect([sum.subjects, items(sum)]).toEqual([counts.subjects, items(counts)]);
  }
});

test('a site without counts has none', async () => {
  expect(await output(statistics, '--site', 'demo')).toBe('day,purpose,outcome,count\n');
});

test.each([[[]], [['--dry-run', '--apply']]])('%j is no way to call it', async (args) => {
  await expect(retention(args)).rejects.toThrow(/^Say either --dry-run or --apply\./);
});
