import type { HttpRequest } from '../../shared/http/request';
import { consoleAnswer } from '../../shared/web/console-pages';

const SETTINGS = {
  issuer: 'https://id.example',
  authorize: 'https://login.example/authorize',
  token: 'https://login.example/token?a="b"&c',
  logout: 'https://login.example/logout',
  client: 'desk',
  scope: 'openid',
};
const FILES = { page: '<!doctype html><html lang="de"></html>', assets: new Map([['main-ABC.js', 'run()']]) };
const call = (page?: string, accept = 'text/html'): HttpRequest =>
  ({ params: page === undefined ? {} : { page }, path: `/console/${page ?? ''}`, headers: { accept } }) as never;
const answer = (request: HttpRequest, settings: typeof SETTINGS | undefined = SETTINGS) =>
  consoleAnswer({ files: () => Promise.resolve(FILES), settings }, request);

test('the page says where people sign in, and lets nothing in but our files and nothing out but to us and the issuer', async () => {
  const { statusCode, body, headers } = await answer(call('demo/person/abc'));
  expect(statusCode).toBe(200);
  expect(body).toContain('data-token="https://login.example/token?a=&quot;b&quot;&amp;c"');
  expect(body).toContain(' data-client="desk"');
  const policy = headers['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self' https://login.example;");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
});

test('an asset is kept for ever; what is none is not there', async () => {
  const { headers, body } = await answer(call('assets/main-ABC.js'));
  expect([headers['Content-Type'], body]).toEqual(['text/javascript; charset=utf-8', 'run()']);
  expect(headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
  for (const name of ['assets/main.js', 'assets/../index.html', 'assets/constructor']) {
    expect((await answer(call(name))).statusCode).toBe(404);
    await expect(answer(call(name, 'application/json'))).rejects.toMatchObject({ status: 404 });
  }
});

test('where nobody signs in there is no console', async () => {
  const nobody = { files: () => Promise.resolve(FILES), settings: undefined };
  expect((await consoleAnswer(nobody, call())).statusCode).toBe(404);
});
