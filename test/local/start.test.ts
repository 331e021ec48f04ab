import { execFile, spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { temporaryFolder, until } from './folder';

const ROOT = path.resolve(__dirname, '../..');
const dataDir = path.join(temporaryFolder(), 'data');

interface Started {
  readonly npm: ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}

async function start(): Promise<Started> {
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };
  const npm = spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  // Closed once all who write to it are gone, and not only npm.
  const ended = new Promise((resolve) => npm.once('close', resolve));
  await until(
    () => said,
    (text) => text.includes('Stop with Ctrl-C.') || npm.exitCode !== null,
    // All functions are bundled first.
    150_000,
  );
  return { npm, url: /^ {2}Open (http:\/\/[^/\s]+)\/_local\/start\.html$/m.exec(said)?.[1] ?? said, ended };
}

test('SIGTERM to npm start ends all of it, and what is under way gets its answer', async () => {
  const { npm, url, ended } = await start();
  // The one address that is said leads everywhere.
  const page = await (await fetch(`${url}/_local/start.html`)).text();
  const doors = [...page.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => `${url}${href}`);
  expect(doors).toHaveLength(5);
  expect(await Promise.all(doors.map(async (door) => (await fetch(door)).status))).toEqual(doors.map(() => 200));
  // Dossiers take their time: the log has to have the entry.
  const { compliance } = (await (await fetch(`${url}/_local/tokens`)).json()) as { compliance: string };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${compliance}` };
  const order = { email: 'nobody@example.org', reason: 'a letter' };
  const ask = (): Promise<Response> =>
    fetch(`${url}/v1/sites/demo/evidence`, { method: 'POST', headers, body: JSON.stringify(order) });
  const answers = Promise.all([ask(), ask(), ask()]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  npm.kill('SIGTERM');
  expect((await answers).map(({ status }) => status)).toEqual([200, 200, 200]);
  await ended;
  await expect(fetch(url)).rejects.toThrow();
}, 180_000);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], env = {}): Promise<Ran> {
  const all = ['--import', 'tsx', path.join(ROOT, 'local', 'main.ts'), '--sites', 'examples/sites/index.ts', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: ROOT, env: { ...process.env, ...env } }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

test('a folder that cannot be written to is named', async () => {
  const { err } = await run([], { PORT: '0', DATA_DIR: '/sys/data' });
  expect(err).toMatch(/^\/sys\/data cannot be written to\. Choose another folder: DATA_DIR=/);
}, 60_000);

test('--help says all that there is, and starts nothing', async () => {
  const { code, out, err } = await run(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const option of ['--sites', '--witness', 'PORT=', 'DATA_DIR=']) expect(out).toContain(option);
}, 60_000);

test.each([['--site', 'x'], ['sites.ts']])(
  'a call with %s is refused in one line',
  async (...args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('npm start -- --help')]);
  },
  60_000,
);
