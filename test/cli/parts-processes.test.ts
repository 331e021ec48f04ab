import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
/** By its path, as the command runs in a folder of its own. */
const TSX = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const LIST = 'newsletter-product';
const PEOPLE = 12;
let system: System;
let folder: string;

beforeAll(async () => {
  system = await startSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'parts-'));
  for (let n = 0; n < PEOPLE; n++) {
    const person = new Person(system, 'demo');
    await person.signUp({ purposes: [LIST], language: 'de' });
    await person.confirm(1);
  }
  const isThere = ({ code }: Ran): boolean => code === 0;
  await system.visitor.eventually(() => cli('audit'), isThere, 'something does not come to rest');
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const words = (args: readonly string[]): string[] => [
  ...[TSX, '--tsconfig', path.join(ROOT, 'tsconfig.json'), path.join(ROOT, 'cli', 'main.ts')],
  ...args,
];

const cli = (...args: string[]): Promise<Ran> => run([...args, '--url', system.url]);

function run(args: readonly string[], env = process.env): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, words(args), { cwd: folder, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

const PARTS = ['--segments', '4'];

test('parts are done by as many processes more as there are processors, four at most', async () => {
  const [counter, counted] = [path.join(folder, 'counter.cjs'), path.join(folder, 'counted')];
  await writeFile(counter, `require('node:fs').appendFileSync(${JSON.stringify(counted)}, process.pid + ' ');`);
  const processesOf = async (...args: string[]): Promise<number> => {
    await writeFile(counted, '');
    const env = { ...process.env, NODE_OPTIONS: `--require ${counter}` };
    const { code } = await run(['replay', '--consumer', 'projector', ...args, '--url', system.url], env);
    expect(code).toBe(0);
    return new Set((await readFile(counted, 'utf8')).trim().split(' ')).size;
  };
  const more = (await processesOf(...PARTS)) - (await processesOf());
  const processors = availableParallelism();
  // One processor gains nothing by a second process.
  expect(more).toBe(processors > 1 ? Math.min(4, processors) : 0);
});

test('an audit finds the same', async () => {
  const [whole, parts] = [await cli('audit'), await cli('audit', ...PARTS)];
  expect([parts.code, parts.out]).toEqual([0, whole.out]);
  expect(parts.out).toContain(`subjects ${PEOPLE}`);
});

test('an export has the same lines, those of a person together', async () => {
  const linesOf = async (name: string): Promise<string[]> => {
    const { code } = await cli('export', '--site', 'demo', '--out', name, ...(name === 'parts' ? PARTS : []));
    expect(code).toBe(0);
    return (await readFile(path.join(folder, name), 'utf8')).trimEnd().split('\n');
  };
  const [whole, parts] = [await linesOf('whole'), await linesOf('parts')];
  const entriesIn = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('{"kind":"entry"'));
  const subjects = entriesIn(parts).map((line) => (JSON.parse(line) as { entry: { subject: string } }).entry.subject);
  expect(entriesIn(parts).sort()).toEqual(entriesIn(whole).sort());
  expect(parts.at(-1)).toBe(whole.at(-1));
  expect(subjects.filter((subject, n) => subject !== subjects[n - 1])).toHaveLength(PEOPLE);
});

test.each(['retention --apply', 'replay --consumer projector'])('%s comes to the same', async (command) => {
  const [whole, parts] = [await cli(...command.split(' ')), await cli(...command.split(' '), ...PARTS)];
  expect([parts.code, parts.out]).toEqual([0, whole.out]);
});

test.each(['0', '33', '1e1', ' 2', '2.5', ''])('--segments "%s" is refused', async (count) => {
  const { code, err } = await cli('retention', '--dry-run', '--segments', count);
  expect([code, err]).toEqual([2, expect.stringContaining('--segments takes a number from 1 to 32')]);
});

test('nobody who sets its variable has a command that does nothing', async () => {
  const { code, out } = await run(['audit', '--url', system.url, ...PARTS], {
    ...process.env,
    CONSENT_CLI_PARTS: 'yes',
  });
  expect([code, out]).toEqual([0, expect.stringContaining('All is well.')]);
});

test('what goes wrong in a part is said as it is without parts', async () => {
  const env = { ...process.env, LEDGER_TABLE: 'none', VAULT_TABLE: 'none', AWS_REGION: 'eu-central-1' };
  const nobody = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_ENDPOINT_URL_DYNAMODB: system.url };
  const sites = path.join(ROOT, 'examples/sites/index.ts');
  const failed = (parts: readonly string[]): Promise<Ran> =>
    run(['retention', '--dry-run', '--sites', sites, ...parts], { ...env, ...nobody });
  // Whoever takes long says between how far they are.
  const last = ({ code, err }: Ran) => [code, err.trimEnd().split('\n').at(-1)];
  const whole = last(await failed([]));
  expect(whole).toEqual([2, expect.stringContaining('AWS refused or did not answer')]);
  expect(last(await failed(PARTS))).toEqual(whole);
});
