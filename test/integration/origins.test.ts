import { sendJson, serve } from '../../local/http';
import { bearers, type Bearers } from './bearers';
import { expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { startWorld, type World } from './world';

const email = `${MARK}.erika@example.com`;
const BODY = { email, purposes: ['newsletter-product'], language: 'de' };
let world: World;
let tokens: Bearers;

beforeAll(async () => {
  world = await startWorld();
  tokens = await bearers();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(async () => {
  await tokens.stop();
  await world.stop();
});

const post = (headers: Record<string, string | undefined>, body: object = BODY) =>
  world.call('signup', 'signup-json', { body, headers: { origin: undefined, ...headers } });

describe('a sign-up may come', () => {
  test.each(['https://www.demo.example', 'https://consent.example.com'])(
    'from a page of %s, which may read the answer',
    async (origin) => {
      const { answer } = await observe(() => post({ origin }));
      expect(answer).toMatchObject({
        statusCode: 202,
        headers: { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' },
      });
    },
  );

  test('from no page at all', async () => {
    const { answer } = await observe(() => post({}));
    expect(answer).toMatchObject({ statusCode: 202, headers: { Vary: 'Origin' } });
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test.each([
    'https://evil.example',
    'null',
    '',
    'http://www.demo.example',
    'https://www.demo.example:8443',
    'https://www.demo.example.evil.example',
    'https://demo.example',
    'HTTPS://WWW.DEMO.EXAMPLE',
    'https://www.demo.example, https://evil.example',
    '*',
  ])('but not from a page of "%s"', async (origin) => {
    const { answer } = await observeWithoutTrace(world, () => post({ origin }));
    expectProblem(answer, { status: 403, code: 'origin' });
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
    if (origin.length > 3) expect(JSON.stringify(answer)).not.toContain(origin);
  });

  test('and a page of the site may also read why it was refused', async () => {
    const origin = 'https://www.demo.example';
    const { answer } = await observeWithoutTrace(world, () => post({ origin }, { ...BODY, email: MARK }));
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/email'] });
    expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': origin });
  });
});

describe('a browser that asks beforehand', () => {
  const ask = (origin: string, site = 'demo') =>
    world.call('signup', 'signup-preflight', { headers: { origin }, params: { site } });

  test('is told yes for a page of the site', async () => {
    const { answer } = await observeWithoutTrace(world, () => ask('https://www.demo.example'));
    expect(answer).toMatchObject({
      statusCode: 204,
      body: '',
      headers: {
        'Access-Control-Allow-Origin': 'https://www.demo.example',
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Content-Type',
        Vary: 'Origin',
      },
    });
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Credentials');
  });

  test.each([
    ['https://evil.example', 'demo'],
    ['null', 'demo'],
    ['https://www.demo.example', 'notice-001'],
    ['https://www.demo.example', MARK],
  ])('is not told yes for a page of %s at the site %s', async (origin, site) => {
    const { answer } = await observeWithoutTrace(world, () => ask(origin, site));
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  test('may read the notices from anywhere', async () => {
    const { answer } = await observe(() =>
      world.call('static', 'notices', { headers: { origin: 'https://any.example' } }),
    );
    expect(answer).toMatchObject({ statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } });
  });
});

describe('a visitor, of whom only the backend of a site may tell', () => {
  const visitor = { ip: '198.51.100.77', userAgent: MARK };

  test.each([
    ['no token', undefined, 403, 'visitor'],
    ['another scheme', 'Basic ZXJpa2E6cGFzcw==', 401, 'token'],
    ['no token after the scheme', 'Bearer ', 401, 'token'],
    ['a made-up token', `Bearer ${MARK}`, 401, 'token'],
    ['three made-up parts', 'Bearer eyJhbGciOiJub25lIn0.e30.', 401, 'token'],
    ['something with line breaks', `Bearer a\r\nX: ${MARK}`, 401, 'token'],
  ])('%s: refused', async (_, authorization, status, code) => {
    const { answer } = await observeWithoutTrace(world, () => post({ authorization }, { ...BODY, visitor }));
    expectProblem(answer, { status, code });
    if (status === 401) expect(answer.headers).toMatchObject({ 'WWW-Authenticate': 'Bearer error="invalid_token"' });
  });

  test.each([
    ['for another audience', { audience: 'somebody-else' }, 401, 'token'],
    ['of another issuer', { issuer: 'https://evil.example' }, 401, 'token'],
    ['that is over', { expiresIn: -60 }, 401, 'token'],
    ['that never ends', { expiresIn: undefined }, 401, 'token'],
    ['of nobody', { subject: undefined }, 401, 'token'],
    ['signed by somebody else', { foreignKey: true }, 401, 'token'],
    ['for something else', { scope: 'audience:read@sites evidence:read@sites site=demo' }, 403, 'grant'],
    ['for nothing', { scope: undefined }, 403, 'grant'],
    ['for something that begins alike', { scope: 'signup:writer@sites site=demo' }, 403, 'grant'],
    ['for another site', { scope: 'signup:write@sites site=notice-000' }, 403, 'grant'],
    ['for no site, where there are several controllers', { scope: 'signup:write' }, 403, 'grant'],
  ])('a token %s: refused, with or without a visitor', async (_, flaw, status, code) => {
    const authorization = `Bearer ${await tokens.sign(flaw)}`;
    for (const body of [{ ...BODY, visitor }, BODY]) {
      const { answer } = await observeWithoutTrace(world, () => post({ authorization }, body));
      expectProblem(answer, { status, code });
    }
  });

  test('a good token: taken, and the entry says who told', async () => {
    const backend = `${MARK}.backend@example.com`;
    const authorization = `Bearer ${await tokens.sign({})}`;
    const call = { headers: { authorization }, body: { ...BODY, email: backend, visitor } };
    const { answer } = await observe(() => world.call('signup', 'signup-backend', call));
    expect(answer.statusCode).toBe(202);
    const evidence = await observe(() => world.evidence(backend));
    const [entry] = evidence.answer.records[0]?.entries ?? [];
    expect(entry?.actor).toEqual({ kind: 'backend', id: 'shop' });
    expect(entry?.parts['network']).toEqual({ ip: visitor.ip, ipSource: 'backend', userAgent: MARK });
  });

  test.each([
    ['nobody answers', undefined],
    ['their keeper is busy', 503],
    ['their keeper sends something else', 200],
  ])('where the keys cannot be had, as %s, the token is not to blame', async (_, status) => {
    const keeper = await serve((__, response) => sendJson(response, status ?? 200, {}));
    if (status === undefined) await keeper.close();
    process.env['TOKEN_JWKS_URL'] = keeper.url;
    jest.resetModules();
    const authorization = `Bearer ${await tokens.sign({})}`;
    const { answer } = await observeWithoutTrace(world, () => post({ authorization }, { ...BODY, visitor }));
    if (status !== undefined) await keeper.close();
    expectProblem(answer, { status: 503, code: 'busy' });
  });
});
