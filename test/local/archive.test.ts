import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { temporaryFolder, until } from './folder';
import { BUNDLES } from '../once/made';
import { archive } from '../../functions/deps/archive';
import { firstCovering } from '../../shared/archive/archive';

const dataDir = path.join(temporaryFolder(), 'data');
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES });
});
afterAll(() => stack.stop());

const call = (target: string, init: RequestInit = {}) => fetch(stack.url + target, init);
const environment = async () => (await (await call('/_local/environment')).json()) as Record<string, string>;
const moveClock = (advance: string) => call('/_local/clock', { method: 'POST', body: JSON.stringify({ advance }) });

/** Somebody signs up and gets a mail: two entries. @returns the checkpoint that has both */
async function growLog(email: string, size: number): Promise<string> {
  const body = JSON.stringify({ email, purposes: ['newsletter-events'] });
  await call('/v1/sites/demo/signups', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return until(
    async () => (await call('/log/checkpoint')).text(),
    (note) => note.split('\n')[1] === String(size),
  );
}

const folder = path.join(dataDir, 'archive', 'checkpoints');
const fileOf = (size: number): string => path.join(folder, String(size).padStart(16, '0'));
const appears = (size: number): Promise<boolean> => until(() => existsSync(fileOf(size)), Boolean);

describe('the stack', () => {
  test('archives the newest checkpoint each hour of its time, for tools to find', async () => {
    const note = await growLog('anna@example.org', 2);
    await moveClock('PT1H');
    await appears(2);
    expect(readFileSync(fileOf(2), 'utf8')).toBe(note);
    Object.assign(process.env, await environment());
    expect(await firstCovering(archive(), 1)).toEqual({ size: 2, note });
  });

  test('does so once for hours that passed at once, also after a restart', async () => {
    await growLog('berta@example.org', 4);
    await stack.stop();
    stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES });
    const note = await growLog('carla@example.org', 6);
    await moveClock('PT5H');
    await appears(6);
    expect(readFileSync(fileOf(6), 'utf8')).toBe(note);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('tells tools where to find it', async () => {
    const { PUBLIC_URL, AWS_ENDPOINT_URL_DYNAMODB = '', ...rest } = await environment();
    expect(PUBLIC_URL).toBe(stack.url);
    expect(rest).toMatchObject({ LEDGER_TABLE: 'Ledger', LOG_TABLE: 'Log', LOG_ORIGIN: 'consent.localhost/log' });
    expect((await fetch(AWS_ENDPOINT_URL_DYNAMODB)).status).toBeLessThan(500);
  });
});
