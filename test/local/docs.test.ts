import { request } from 'node:http';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { TOKEN_PATH } from '../../local/gateway/token-endpoint';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { AT_SITES } from '../../shared/http/grants';
import { ROLES } from '../../shared/http/roles';
import { temporaryFolder } from './folder';
import { BUNDLES } from '../once/made';

const dataDir = path.join(temporaryFolder(), 'data');
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES, dynamo: 'in-memory' });
});
afterAll(() => stack.stop());

const get = (target: string) => fetch(stack.url + target, { redirect: 'manual' });

/** Asks by another name, as a website could that points its own to this machine. */
function statusFor(host: string, target: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(stack.url + target, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('the documentation is about this very stack', async () => {
  const document = (await (await get('/docs/openapi.json')).json()) as {
    servers: object[];
    components: { securitySchemes: { operators: { flows: { clientCredentials: { tokenUrl: string } } } } };
  };
  expect(document.servers).toMatchObject([{ url: stack.url }]);
  const { tokenUrl } = document.components.securitySchemes.operators.flows.clientCredentials;
  expect(tokenUrl).toBe(stack.url + TOKEN_PATH);
});

test('its page is found with a slash, and so is the verifier’s', async () => {
  const page = { headers: { accept: 'text/html' } };
  for (const typed of ['/docs/', '/verify/', '/Verify']) {
    const answer = await fetch(stack.url + typed, page);
    expect([answer.status, new URL(answer.url).pathname]).toEqual([200, typed.toLowerCase().replace(/\/$/, '')]);
  }
});

test('its page and its scripts are here, and may load nothing from elsewhere', async () => {
  const page = await get('/docs');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const scripts = [...(await page.text()).matchAll(/<script src="([^"]+)"/g)].map(([, source = '']) => source);
  expect(scripts).toHaveLength(2);
  for (const script of scripts) {
    const answer = await get(script);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await answer.text()).length).toBeGreaterThan(100);
  }
});

test('other names of this machine lead to the right one or nowhere', async () => {
  expect(await statusFor(`127.0.0.1:${new URL(stack.url).port}`, '/docs')).toBe(307);
  expect(await statusFor('docs.example.net', '/docs')).toBe(403);
  expect((await get('/docs/other')).status).toBe(404);
});

const ask = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(stack.url + TOKEN_PATH, { method: 'POST', headers, body: new URLSearchParams(fields) });
const GRANT = { grant_type: 'client_credentials' };

test('a token is given for client credentials, in the body or by HTTP Basic, and is good at the gateway', async () => {
  const basic = { authorization: `Basic ${Buffer.from('marketing:any').toString('base64')}` };
  for (const answer of [
    await ask({ ...GRANT, client_id: 'marketing', client_secret: 'any' }),
    await ask(GRANT, basic),
  ]) {
    const { access_token: token, expires_in: seconds } = (await answer.json()) as Record<string, string>;
    const { iat = 0, exp = 0, scope } = decodeJwt(token ?? '');
    const scopes = ROLES.marketing.map((granted) => granted + AT_SITES).join(' ');
    expect(scope).toMatch(new RegExp(`^${scopes} site=demo site=`));
    expect(exp - iat).toBe(Number(seconds));
    const authorization = { authorization: `Bearer ${token}` };
    const call = await fetch(`${stack.url}/v1/sites/demo/changes`, { headers: authorization });
    expect(call.status).toBe(200);
  }
});

test('nobody else gets one', async () => {
  const unknown = await ask({ ...GRANT, client_id: 'constructor', client_secret: 'any' });
  expect([unknown.status, await unknown.json()]).toEqual([401, { error: 'invalid_client' }]);
  const other = await ask({ grant_type: 'password', client_id: 'marketing' });
  expect([other.status, await other.json()]).toEqual([400, { error: 'unsupported_grant_type' }]);
});
