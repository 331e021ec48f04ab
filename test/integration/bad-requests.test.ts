import { ROUTES } from '../../shared/http/routes';
import type { Changes } from './fixtures';
import { expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { startWorld, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

const email = `${MARK}.erika@example.com`;

describe.each(['evidence', 'permissions'])('a request for %s that is wrong is refused, and nothing is noted', (fn) => {
  const call = (changes: Changes) => () => world.call(fn, fn, changes);
  const reason = fn === 'evidence' ? { reason: 'A letter' } : {};

  test.each<[string, NonNullable<Changes['body']>, number, string, string[]]>([
    ['nothing', '', 400, 'not-json', []],
    ['bad JSON', `{"email":"${MARK}`, 400, 'not-json', []],
    ['not UTF-8', Buffer.from(`{"email":"${MARK}\xff"}`, 'latin1'), 400, 'not-utf-8', []],
    ['a key twice', `{"email":"${email}","email":"${email}"}`, 400, 'duplicate-key', []],
    ['a megabyte', JSON.stringify({ email }).padEnd(1024 * 1024), 413, 'too-large', []],
    ['null', 'null', 422, 'invalid', ['']],
    ['an array', [{ email }], 422, 'invalid', ['']],
    ['no address', reason, 422, 'invalid', ['/email']],
    ['a number as address', { ...reason, email: 1 }, 422, 'invalid', ['/email']],
    ['several addresses', { ...reason, email: [email] }, 422, 'invalid', ['/email']],
    ['a malformed address', { ...reason, email: MARK }, 422, 'invalid', ['/email']],
    ['an overlong address', { ...reason, email: `${MARK.repeat(60)}@example.com` }, 422, 'invalid', ['/email']],
    ['a header after the address', { ...reason, email: `${email}\r\nX: y` }, 422, 'invalid', ['/email']],
    ['a NUL', { ...reason, email: `${MARK}\0@example.com` }, 422, 'invalid', ['/email']],
    ['a lone surrogate', { ...reason, email: `${MARK}\ud800@example.com` }, 422, 'invalid', ['/email']],
    ['an unknown key', { ...reason, email, why: MARK }, 422, 'invalid', ['/why']],
    [
      'a prototype',
      JSON.stringify({ ...reason, email }).replace('{', '{"__proto__":{},'),
      422,
      'invalid',
      ['/__proto__'],
    ],
  ])('%s', async (_, body, status, code, pointers) => {
    const { answer } = await observeWithoutTrace(world, call({ body }));
    expectProblem(answer, { status, code, pointers });
  });

  test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded'])('content type %s', async (type) => {
    const { answer } = await observeWithoutTrace(
      world,
      call({ body: { ...reason, email }, headers: { 'content-type': type } }),
    );
    expectProblem(answer, { status: 415, code: 'media-type' });
  });

  test.each([MARK, '__proto__'])('the site "%s"', async (site) => {
    const { answer } = await observeWithoutTrace(world, call({ body: { ...reason, email }, params: { site } }));
    expectProblem(answer, { status: 404, code: 'unknown-site' });
  });
});

test('the good request for permissions leaves no trace either', async () => {
  const { answer } = await observeWithoutTrace(world, () =>
    world.call('permissions', 'permissions', { body: { email } }),
  );
  expect(answer.statusCode).toBe(200);
});

test('the good request for evidence is noted without the address, and the log says nothing of it', async () => {
  // About somebody who is not known nothing is noted.
  const body = { email, purposes: ['newsletter-product'] };
  expect((await world.call('signup', 'signup-json', { body })).statusCode).toBe(202);
  const { answer, log } = await observe(() => world.evidence(email));
  expect(answer.disclosures).toHaveLength(1);
  expect(log).not.toContain(MARK);
  const ledger = JSON.stringify(await world.items('ledger'));
  expect(ledger).toContain('EvidenceDisclosed');
  expect(ledger).not.toContain(MARK);
});

describe('a request for an audience that is wrong is refused', () => {
  const cursor = (position: unknown): string => Buffer.from(JSON.stringify(position)).toString('base64url');
  const at = (place: unknown): string => cursor({ segment: '1/1', place });
  const call = (changes: Changes) => () => world.call('audience', 'audience', changes);

  test.each(['', '0', '-1', '1001', '1.5', 'ten', '1,2', 'NaN', 'Infinity', MARK])('limit "%s"', async (limit) => {
    const { answer } = await observeWithoutTrace(world, call({ query: { limit } }));
    expectProblem(answer, { status: 400, code: 'limit' });
  });

  test.each([
    ['nothing', ''],
    ['a made-up text', MARK],
    ['no object', cursor(5)],
    ['null', cursor(null)],
    ['no list', at({ shard: 0 })],
    ['no shard', at([{ after: MARK }])],
    ['a shard before the first', at([{ shard: -1_000_000_000 }])],
    ['a shard after the last', at([{ shard: 8 }])],
    ['a shard that is no whole number', at([{ shard: 0.5 }])],
    ['a member without an id', at([{ shard: 0, after: '' }])],
    ['a member that could be an address', at([{ shard: 0, after: email }])],
    ['something besides', at([{ shard: 0, site: MARK }])],
    ['the same shard twice', at([{ shard: 0 }, { shard: 0 }])],
    ['no segment', cursor({ place: [{ shard: 0 }] })],
    ['a segment that there is not', cursor({ segment: MARK, place: [{ shard: 0 }] })],
    ['a place alone', cursor([{ shard: 0 }])],
  ])('a cursor that is %s', async (_, value) => {
    const { answer } = await observeWithoutTrace(world, call({ query: { cursor: value } }));
    expectProblem(answer, { status: 400, code: 'cursor' });
  });

  test('an unknown site, an unknown purpose', async () => {
    const site = await observeWithoutTrace(world, call({ params: { site: MARK } }));
    expectProblem(site.answer, { status: 404, code: 'unknown-site' });
    const purpose = await observeWithoutTrace(world, call({ params: { purpose: MARK } }));
    expectProblem(purpose.answer, { status: 404, code: 'unknown-purpose' });
  });

  test('while the good one answers', async () => {
    const query = { limit: '1', cursor: at([{ shard: 7 }]) };
    const { answer } = await observe(call({ query }));
    expect(JSON.parse(answer.body)).toMatchObject({ purpose: 'newsletter-product', recipients: [] });
  });
});

test.each([['fr'], [''], [MARK], ['__proto__']])('notices in the language "%s" are refused', async (language) => {
  const { answer } = await observeWithoutTrace(world, () => world.call('static', 'notices', { query: { language } }));
  expectProblem(answer, { status: 400, code: 'unknown-language' });
});

describe('what no route takes', () => {
  /** Every route with every method that it does not have. */
  const WRONG = ROUTES.flatMap(({ path }) => {
    const methods = ROUTES.filter((route) => route.path === path).flatMap((route) => route.methods);
    const others = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].filter(
      (method) => !methods.some((m) => m === method),
    );
    return others.map((method) => [method, path.replace(/\{\w+\}/g, MARK), methods.join(', ')] as const);
  });

  const request = async (method: string, rawPath: string) => {
    const body = `{"email":"${email}"}`;
    return observeWithoutTrace(world, () => world.call('static', 'no-route', { method, rawPath, body }));
  };

  test.each(WRONG)('%s %s: 405 with the methods that it takes', async (method, path, allowed) => {
    const { answer } = await request(method, path);
    expectProblem(answer, { status: 405, code: 'method' });
    expect(answer.headers).toMatchObject({ Allow: allowed });
  });

  test.each([
    '/',
    '/v1',
    '/v1/sites',
    '/v1/sites/demo',
    '/v1/sites/demo/signups/',
    '/v1/sites/demo/signups/x',
    '/v1/sites//signups',
    '/V1/sites/demo/signups',
    '/confirm',
    '/confirm/',
    '/confirm/a/b',
    '/v1/sites/demo/evidence.json',
    `/${email}`,
    '/.env',
  ])('GET %s: 404', async (path) => {
    const { answer } = await request('GET', path);
    expectProblem(answer, { status: 404, code: 'no-such-address' });
    expect(answer.headers).not.toHaveProperty('Allow');
  });
});
