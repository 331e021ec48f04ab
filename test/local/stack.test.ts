import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { temporaryFolder, until } from './folder';
import { BUNDLES } from '../once/made';

const dataDir = path.join(temporaryFolder(), 'data');
const EMAIL = 'anna@example.org';
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES });
});
afterAll(() => stack.stop());

const call = (target: string, init: RequestInit = {}) => fetch(stack.url + target, { redirect: 'manual', ...init });
const json = async <T>(target: string, init: RequestInit = {}) => (await (await call(target, init)).json()) as T;
const move = (body: string) => call('/_local/clock', { method: 'POST', body });

describe('the stack', () => {
  test('is ready, and takes a sign-up from the form to the inbox', async () => {
    expect(await json('/_local/health')).toEqual({ status: 'ready' });
    const answer = await call('/v1/sites/demo/signups', {
      method: 'POST',
      headers: { origin: stack.url, accept: 'text/html' },
      body: new URLSearchParams({ email: EMAIL, purpose: 'newsletter-events', language: 'de' }),
    });
    expect(answer.status).toBe(303);
    const mails = await until(
      () => json<{ to: string[] }[]>('/_local/inbox'),
      ({ length }) => length > 0,
    );
    expect(mails[0]?.to).toEqual([EMAIL]);
  });

  test('shows its forms in both languages, only where their posts are accepted', async () => {
    expect(await (await call('/')).text()).toContain('lang="de"');
    expect(await (await call('/en')).text()).toContain('lang="en"');
    const elsewhere = await fetch(stack.url.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
    expect(elsewhere.headers.get('location')).toBe(`${stack.url}/`);
    expect((await call('/')).headers.get('referrer-policy')).toBeNull();
  });

  test('answers HEAD without a body, and bodies over 10 MB with 413', async () => {
    const head = await call('/v1/sites/demo/notices', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const large = await call('/v1/sites/demo/signups', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  test('answers 413 as well to what no function can be given', async () => {
    const large = await call('/v1/sites/demo/signups', { method: 'POST', body: Buffer.alloc(5 * 1024 * 1024) });
    expect([large.status, await large.json()]).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  test('asks for tokens where the route table says so', async () => {
    const { marketing } = await json<Record<string, string>>('/_local/tokens');
    const ask = async (headers: Record<string, string>) =>
      (await call('/v1/sites/demo/evidence', { method: 'POST', headers })).status;
    expect(await ask({})).toBe(401);
    expect(await ask({ authorization: `Bearer ${marketing}` })).toBe(403);
  });

  test.each(['', '{}', '[]', 'null', '{"advance":"8 days"}', '{"advance":"-P1D"}'])(
    'answers 400 to a clock moved by %p',
    async (body) => {
      const answer = await move(body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining('advance') as string });
    },
  );

  test('refuses a folder and a port that are in use', async () => {
    await expect(startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES })).rejects.toMatchObject({
      name: 'StoreLocked',
    });
    const port = Number(new URL(stack.url).port);
    await expect(
      startStack({ sites: EXAMPLE_SITES, dataDir: `${dataDir}-2`, bundles: BUNDLES, port }),
    ).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  test('K17: what is under way is done before time moves, and in the time before', async () => {
    const mailsTo = async (email: string) =>
      (await json<{ to: string[]; at: string }[]>('/_local/inbox')).filter(({ to }) => to.includes(email));
    const before = await json<{ now: string }>('/_local/clock');
    const email = 'berta@example.org';
    const signUp = { email, purposes: ['newsletter-events'], language: 'de' };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(signUp) };
    expect((await call('/v1/sites/demo/signups', init)).status).toBe(202);
    const moved = (await (await move('{"advance":"PT1H"}')).json()) as { now: string; finished: boolean };
    expect(moved.finished).toBe(true);
    // Nothing waits any more: it came before, and says so.
    const [mail, ...others] = await mailsTo(email);
    expect(others).toEqual([]);
    expect(Date.parse(mail?.at ?? '')).toBeLessThan(Date.parse(before.now) + 30 * 60 * 1000);
    expect(Date.parse(moved.now)).toBeGreaterThanOrEqual(Date.parse(before.now) + 60 * 60 * 1000);
  });

  test('keeps time, mails and permissions over a restart', async () => {
    expect((await move('{"advance":"P1D"}')).status).toBe(200);
    const before = await json<{ now: string }>('/_local/clock');
    await stack.stop();
    stack = await startStack({
      sites: EXAMPLE_SITES,
      dataDir,
      bundles: BUNDLES,
      port: Number(new URL(stack.url).port),
    });
    const after = await json<{ now: string }>('/_local/clock');
    expect(Date.parse(after.now)).toBeGreaterThanOrEqual(Date.parse(before.now));
    expect(await json('/_local/inbox')).toHaveLength(2);
    const { marketing } = await json<Record<string, string>>('/_local/tokens');
    const { purposes } = await json<{ purposes: { id: string; status?: string }[] }>('/v1/sites/demo/permissions', {
      method: 'POST',
      headers: { authorization: `Bearer ${marketing}`, 'content-type': 'application/json' },
      body: JSON.stringify({ email: EMAIL }),
    });
    expect(purposes.find(({ id }) => id === 'newsletter-events')?.status).toBe('ConsentRequested');
  });
});
