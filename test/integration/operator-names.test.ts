import { serve, sendJson, type Service } from '../../local/http';
import { nameOf } from '../../shared/actions/greet-operator';
import { askNameAt } from '../../shared/http/userinfo';
import { readOperatorName } from '../../shared/ledger/operator-names';
import { startWorld, type World } from './world';

let world: World;
let issuer: Service;
/** What the issuer answers to UserInfo. */
let says: unknown = {};
let asked: string[] = [];
let isDown = false;

beforeAll(async () => {
  world = await startWorld();
  issuer = await serve((request, response) => {
    asked.push(request.url ?? '');
    if (isDown) return void response.writeHead(503).end();
    if (request.url === '/.well-known/openid-configuration') {
      return sendJson(response, 200, { issuer: issuer.url, userinfo_endpoint: `${issuer.url}/me` });
    }
    sendJson(response, request.headers.authorization === 'Bearer good' ? 200 : 401, says);
  });
});
afterAll(async () => {
  await issuer.close();
  await world.stop();
});

let counter = 0;
const now = new Date('2026-11-29T09:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

function operator() {
  const { vault } = world.deps;
  const deps = { vault, askName: askNameAt(issuer.url) };
  const id = `person-${++counter}`;
  says = { sub: id, name: 'A. Muster' };
  asked = [];
  isDown = false;
  return { id, vault, ask: (token: string | undefined, at = now) => nameOf(deps, { id }, token, at) };
}

test('whoever signs in is called what the issuer says, which is asked once a day', async () => {
  const { ask } = operator();
  expect(await ask('good')).toBe('A. Muster');
  expect(await ask('good', later(0.9))).toBe('A. Muster');
  expect(asked).toEqual(['/.well-known/openid-configuration', '/me']);
  says = { ...(says as object), name: 'A. Neumann' };
  expect(await ask('good', later(1.1))).toBe('A. Neumann');
});

test('a name is kept for three years after somebody signed in last, and then is gone', async () => {
  const { id, vault, ask } = operator();
  await ask('good');
  expect(await readOperatorName(vault, id, new Date('2029-11-29T08:59:59Z'))).toMatchObject({ name: 'A. Muster' });
  expect(await readOperatorName(vault, id, new Date('2029-11-29T09:00:00Z'))).toBeUndefined();
});

test.each<[string, () => void, string | undefined, string | undefined]>([
  ['the issuer names somebody else', () => (says = { sub: 'other', name: 'B. Muster' }), 'good', undefined],
  ['the issuer knows no name', () => (says = { sub: `person-${counter}` }), 'good', undefined],
  ['the issuer does not know the token', () => undefined, 'bad', undefined],
  ['the issuer is down', () => (isDown = true), 'good', undefined],
  ['the token is a machine’s', () => undefined, undefined, undefined],
  ['the name has line breaks', () => (says = { sub: `person-${counter}`, name: 'A.\nMuster ' }), 'good', 'A. Muster'],
  ['the name has nothing else', () => (says = { sub: `person-${counter}`, name: '\n' }), 'good', undefined],
])('where %s, that is what is kept, and nobody waits in vain', async (_, arrange, token, expected) => {
  const { id, vault, ask } = operator();
  arrange();
  expect(await ask(token)).toBe(expected);
  expect((await readOperatorName(vault, id, now))?.name).toBe(expected);
});

test('the name of before is good enough while the issuer is down', async () => {
  const { ask } = operator();
  await ask('good');
  isDown = true;
  expect(await ask('good', later(2))).toBe('A. Muster');
});
