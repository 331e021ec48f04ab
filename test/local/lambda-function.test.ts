import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Clock } from '../../local/clock';
import { LambdaFunction } from '../../local/lambda/function';
import { BUNDLES } from '../once/made';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const clock = new Clock(0);
const lines: string[] = [];
const lambda = new LambdaFunction({
  name: 'probe',
  threads: BUNDLES,
  bundle: path.join(folder, 'probe', 'index.js'),
  clock: clock.shared,
  environment: { GREETING: 'hello' },
  timeoutMs: 2000,
  onLine: (line) => lines.push(line),
});

const PROBE = `
const started = Math.random();
let busy = 0;
let most = 0;
exports.handler = async ({ action }, context) => {
  if (action === 'throw') throw new TypeError('no such thing');
  if (action === 'crash') setTimeout(() => { throw new Error('unhandled'); }, 0);
  if (action === 'exit') process.exit(1);
  if (action === 'crash' || action === 'hang') return new Promise(() => {});
  if (action === 'work') {
    most = Math.max(most, (busy += 1));
    await new Promise((resolve) => setTimeout(resolve, 1));
    const until = performance.now() + 30;
    while (performance.now() < until);
    busy -= 1;
    return { most };
  }
  if (action === 'print') console.log('a line');
  if (typeof action === 'number') return 'x'.repeat(action);
  if (String(action).length > 100) return 'taken';
  const date = new Date();
  return {
    started, environment: process.env.GREETING, name: context.functionName, missing: undefined,
    now: Date.now(), date: date.getTime(), text: Date(), isDate: date instanceof Date, fixed: new Date(2026, 0).getFullYear(),
  };
};`;

beforeAll(() => {
  mkdirSync(path.join(folder, 'probe'));
  writeFileSync(path.join(folder, 'probe', 'index.js'), PROBE);
});
afterAll(() => lambda.stop());

const invoke = (action?: string | number) => lambda.invoke({ action }) as Promise<Record<string, unknown>>;

describe('a function in its thread', () => {
  test('gets its own environment and context, and answers in JSON', async () => {
    const answer = await invoke();
    expect(answer).toMatchObject({ environment: 'hello', name: 'probe' });
    expect(answer).not.toHaveProperty('missing');
  });

  test('lives in the time of the clock, at once after a move', async () => {
    clock.moveTo(8 * 24 * 60 * 60 * 1000);
    const { now, date, text, isDate, fixed } = await invoke();
    for (const moment of [now, date, Date.parse(String(text))]) {
      expect(Math.abs(Number(moment) - clock.now().getTime())).toBeLessThan(2000);
    }
    expect({ isDate, fixed }).toEqual({ isDate: true, fixed: 2026 });
  });

  test('does what comes all at once in turns, each within its own time', async () => {
    // Together they take three seconds of a processor, and each has two.
    const answers = await Promise.all(Array.from({ length: 100 }, () => invoke('work')));
    expect(answers.at(-1)).toEqual({ most: 10 });
    expect(lambda.counts().running).toBe(0);
  });

  test('refuses more than an account lets run', async () => {
    const all = await Promise.allSettled(Array.from({ length: 1001 }, () => invoke()));
    expect(all.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { reason: 'throttled' } }]);
  });

  test('prints into the log', async () => {
    await invoke('print');
    await until(
      () => lines,
      (printed) => printed.includes('a line'),
    );
  });

  test('is given 6 MB at most, and may answer as much', async () => {
    const most = 6_291_556;
    const around = JSON.stringify({ action: '' }).length;
    expect(await invoke('x'.repeat(most - around))).toBe('taken');
    await expect(invoke('x'.repeat(most - around + 1))).rejects.toMatchObject({ reason: 'too-large' });
    expect(await invoke(most - 2)).toHaveLength(most - 2);
    await expect(invoke(most - 1)).rejects.toMatchObject({ reason: 'error' });
  });

  test('fails alone when it throws: its thread goes on', async () => {
    const { started } = await invoke();
    await expect(invoke('throw')).rejects.toMatchObject({
      reason: 'error',
      message: expect.stringContaining('TypeError') as string,
    });
    expect(await invoke()).toMatchObject({ started });
  });

  test.each(['crash', 'exit'])('starts again after it failed by %s', async (action) => {
    const { started } = await invoke();
    await expect(invoke(action)).rejects.toMatchObject({ reason: 'crash' });
    expect((await invoke())['started']).not.toBe(started);
  });

  test('is given up after its time, without harm for what comes next', async () => {
    await expect(invoke('hang')).rejects.toMatchObject({ reason: 'timeout' });
    expect(await invoke()).toMatchObject({ name: 'probe' });
  });

  test('has its failures in the log', () => {
    const failures = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as { message: string }] : []));
    expect(failures.map(({ message }) => message.split(':')[0])).toEqual([
      'throttled',
      'too-large',
      'error',
      'error',
      'crash',
      'crash',
      'timeout',
    ]);
  });
});
