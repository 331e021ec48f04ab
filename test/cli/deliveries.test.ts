import { execFile } from 'node:child_process';
import path from 'node:path';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
const SITE = 'notice-001';
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Run> {
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), 'deliveries', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

const deliveries = (...args: string[]): Promise<Run> => run('--url', system.url, '--site', SITE, ...args);

async function processorAnswers(status: number): Promise<void> {
  const body = JSON.stringify({ status });
  await system.visitor.get(`/_local/processors/${SITE}/brieftapir`, { method: 'PUT', body });
}

test('what could not be told is listed until it is told', async () => {
  expect(await deliveries()).toMatchObject({ code: 0, out: '' });
  await processorAnswers(503);
  const person = new Person(system, SITE);
  await person.signUp({ purposes: ['newsletter'] });
  await person.confirm(1);
  const { subject } = await person.evidence();
  const { out, code } = await system.visitor.eventually(deliveries, (listed) => listed.code === 1, 'nothing is listed');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ id: subject, processor: 'brieftapir', failure: 'refused', status: 503 });
  expect(out).not.toContain(person.email);

  // Whoever tells somebody at the same moment has the turn; then there is nothing to try again.
  const tried = await system.visitor.eventually(
    () => deliveries('--replay'),
    (replayed) => replayed.code === 1,
    'it was not tried again',
  );
  expect(tried).toMatchObject({ out: 'told 0, not told 1\n' });
  await processorAnswers(200);
  // A queue may have been quicker; in the end it is told, and once it is, that is over.
  await system.visitor.eventually(
    () => deliveries('--replay'),
    ({ code: left }) => left === 0,
    'it was not told',
  );
  expect(await person.told('brieftapir', 1)).toMatchObject([{ verified: true }]);
  expect(await deliveries()).toMatchObject({ code: 0, out: '' });
  expect(await deliveries('--everybody')).toMatchObject({ code: 0, out: 'told 0, not told 0\n' });
});

test('says what it needs', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--replay') as string });
  const { code, err } = await run('--url', system.url);
  expect([code, err]).toEqual([2, expect.stringContaining('--site')]);
  const { code: refused, err: why } = await run('--url', system.url, '--site', 'nowhere');
  expect([refused, why]).toEqual([1, expect.stringContaining('There is no site of that id')]);
});
