import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { sendJson, serve, type Service } from '../../local/http';
import { patiently } from '../../clients/typescript/src/patience';
import { loadClient } from './built-client';

const { clientCredentials, Ledger } = loadClient();

interface Asked {
  readonly path: string;
  readonly token: string | undefined;
}

type Script = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

let service: Service;
let asked: Asked[];

/** A ledger that answers as it is told, and an issuer whose tokens count up. */
async function ledgerThat(answers: Script, expiresIn = 3600) {
  asked = [];
  let tokens = 0;
  service = await serve((request, response) => {
    if (request.url === '/token') {
      sendJson(response, 200, { access_token: `token-${(tokens += 1)}`, token_type: 'Bearer', expires_in: expiresIn });
      return;
    }
    asked.push({ path: request.url ?? '', token: request.headers.authorization });
    answers(request, response, asked.length);
  });
  const token = clientCredentials({ tokenUrl: `${service.url}/token`, clientId: 'a', clientSecret: 'b' });
  return new Ledger({ url: service.url, site: 'demo', token });
}

afterEach(() => service.close());

const allowed = (response: ServerResponse): void =>
  sendJson(response, 200, { purposes: [{ id: 'news', allowed: true }] });

test('one token is good for many calls, and a new one is fetched before it ends', async () => {
  const ledger = await ledgerThat((_, response) => allowed(response));
  await Promise.all([ledger.permissions('a@example.org'), ledger.permissions('b@example.org')]);
  await ledger.permissions('c@example.org');
  expect(asked.at(-1)?.token).toBe(asked.at(-2)?.token);
  await service.close();
  const brief = await ledgerThat((_, response) => allowed(response), 60);
  await brief.permissions('a@example.org');
  await brief.permissions('a@example.org');
  expect(asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a token that is refused is renewed once, and then it is a problem', async () => {
  const ledger = await ledgerThat((_, response, nth) =>
    nth === 1 ? sendJson(response, 401, { message: 'Unauthorized' }) : allowed(response),
  );
  expect(await ledger.mayMail('a@example.org', 'news')).toBe(true);
  expect(asked.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
  await service.close();
  const locked = await ledgerThat((_, response) => sendJson(response, 401, { message: 'Unauthorized' }));
  await expect(locked.permissions('a@example.org')).rejects.toMatchObject({ status: 401, code: 'unauthorized' });
  expect(asked).toHaveLength(2);
});

test('what passes is tried again: no connection, too many, busy; what does not is not', async () => {
  const ledger = await ledgerThat((request, response, nth) => {
    if (nth === 1) request.socket.destroy();
    else if (nth === 2) sendJson(response, 429, { message: 'Too Many Requests' }, { 'retry-after': '0' });
    else if (nth === 3) sendJson(response, 503, { message: 'Service Unavailable' }, { 'retry-after': '0' });
    else allowed(response);
  });
  expect(await ledger.mayMail('a@example.org', 'news')).toBe(true);
  expect(asked).toHaveLength(4);
  await service.close();
  const type = { 'content-type': 'application/problem+json' };
  const refusal = {
    type: 'urn:consent-ledger:unknown-site',
    title: 'Not Found',
    status: 404,
    detail: 'There is none.',
  };
  const lost = await ledgerThat((_, response) => sendJson(response, 404, refusal, type));
  await expect(lost.permissions('a@example.org')).rejects.toMatchObject({ status: 404, code: 'unknown-site' });
  expect(asked).toHaveLength(1);
});

test('after four tries it is a problem, whatever the answer is made of', async () => {
  const ledger = await ledgerThat((_, response) => response.writeHead(502, { 'retry-after': '0' }).end('<html>'));
  await expect(ledger.permissions('a@example.org')).rejects.toMatchObject({ status: 502, code: 'bad-gateway' });
  expect(asked).toHaveLength(4);
});

test('an audience is read page by page, and only as far as somebody reads', async () => {
  const page = (names: string[], cursor?: string) => ({ recipients: names.map((email) => ({ email })), cursor });
  const ledger = await ledgerThat((request, response) => {
    const cursor = new URL(request.url ?? '', 'http://x').searchParams.get('cursor');
    sendJson(response, 200, cursor === null ? page(['a', 'b'], 'two') : page(['c']));
  });
  const all: string[] = [];
  for await (const { email } of ledger.audience('news')) all.push(email);
  expect(all).toEqual(['a', 'b', 'c']);
  asked = [];
  for await (const { email } of ledger.audience('news')) if (email === 'b') break;
  expect(asked).toHaveLength(1);
});

test('of many rows those are sent again that a passing reason stopped, and no others', async () => {
  const problem = (status: number) => ({ type: 'urn:consent-ledger:x', title: 'No', status, detail: 'No.' });
  const sent: string[][] = [];
  const ledger = await ledgerThat((request, response, nth) => {
    void json(request).then((body) => {
      const emails = (body as { rows: { optOut: { email: string } }[] }).rows.map(({ optOut }) => optOut.email);
      sent.push(emails);
      const result = (email: string): object => {
        if (email === 'refused') return { problem: problem(409) };
        return nth === 1 && email !== 'a' ? { problem: problem(503) } : { status: 'recorded' };
      };
      sendJson(response, 200, { results: emails.map(result) });
    });
  });
  const row = (email: string) => ({ optOut: { email, kind: 'withdrawal' } }) as const;
  const results = await ledger.importRows(['a', 'b', 'refused', 'd'].map(row));
  expect(results.map(({ status, problem: why }) => status ?? why?.status)).toEqual([
    'recorded',
    'recorded',
    409,
    'recorded',
  ]);
  expect(sent).toEqual([
    ['a', 'b', 'refused', 'd'],
    ['b', 'd'],
  ]);
});

test('no answer makes the caller wait for longer than half a minute, and another number of tries can be chosen', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick'] });
  let calls = 0;
  const busy = () =>
    Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': `${(calls += 1) * 86_400}` } }));
  const answer = patiently(busy, 3);
  await jest.advanceTimersByTimeAsync(29_000);
  expect(calls).toBe(1);
  await jest.advanceTimersByTimeAsync(31_000);
  jest.useRealTimers();
  expect([(await answer).status, calls]).toEqual([429, 3]);
});
