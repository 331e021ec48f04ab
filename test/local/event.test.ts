import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { splitTarget, toEvent, type Incoming } from '../../local/gateway/event';
import { route } from '../../local/gateway/router';

type Fixture = APIGatewayProxyEventV2 & { headers: Record<string, string> };

const fixture = (name: string): Fixture =>
  JSON.parse(readFileSync(path.join(__dirname, '../../events', `${name}.json`), 'utf8')) as Fixture;

/** What the caller sent so that API Gateway made this event of it. */
function requestOf({ rawPath, rawQueryString, headers, requestContext, body, isBase64Encoded }: Fixture): Incoming {
  const { 'x-forwarded-for': _, 'x-forwarded-port': __, 'x-forwarded-proto': ___, ...sent } = headers;
  const { method, sourceIp } = requestContext.http;
  return {
    method,
    target: encodeURI(rawPath) + (rawQueryString ? `?${rawQueryString}` : ''),
    httpVersion: '1.1',
    headers: Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])),
    remoteAddress: sourceIp,
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
    requestId: requestContext.requestId,
    at: new Date(requestContext.timeEpoch),
  };
}

const incoming = (changes: Partial<Incoming>): Incoming => ({
  method: 'POST',
  target: '/confirm/abc',
  httpVersion: '1.1',
  headers: {},
  remoteAddress: '::ffff:127.0.0.1',
  body: Buffer.from('x=1'),
  requestId: 'r',
  at: new Date('2026-11-22T09:15:30Z'),
  ...changes,
});

const eventOf = (changes: Partial<Incoming>) => {
  const request = incoming(changes);
  return toEvent(request, route(request.method, splitTarget(request.target).path));
};

describe('the event of a request', () => {
  test.each(['signup-form', 'signup-json', 'unsubscribe-one-click-multipart', 'confirm-page', 'notices', 'no-route'])(
    'is the one that API Gateway makes: %s',
    (name) => {
      const wanted = fixture(name);
      const request = requestOf(wanted);
      const event = toEvent(request, route(request.method, splitTarget(request.target).path));
      const { accountId: _, apiId: __, ...context } = wanted.requestContext;
      expect(event).toMatchObject({
        ...wanted,
        headers: { ...wanted.headers, 'x-forwarded-port': '80', 'x-forwarded-proto': 'http' },
        requestContext: context,
      });
    },
  );

  test('joins repeated headers and query parameters, and takes cookies out of the headers', () => {
    const headers = { accept: ['text/html', 'text/plain'], cookie: ['a=1; b=2'] };
    const event = eventOf({ target: '/confirm/abc?tag=%C3%BC&tag=2&flag', headers });
    expect(event).toMatchObject({
      rawQueryString: 'tag=%C3%BC&tag=2&flag',
      queryStringParameters: { tag: 'ü,2', flag: '' },
      cookies: ['a=1', 'b=2'],
      headers: { accept: 'text/html,text/plain' },
    });
    expect(event.headers).not.toHaveProperty('cookie');
  });

  test('names the direct caller, and puts it behind what the caller claims of others', () => {
    const event = eventOf({ headers: { 'x-forwarded-for': ['198.51.100.1'] } });
    expect(event.requestContext.http.sourceIp).toBe('127.0.0.1');
    expect(event.headers['x-forwarded-for']).toBe('198.51.100.1, 127.0.0.1');
  });

  test('decodes the path and its parameters', () => {
    const event = eventOf({ method: 'GET', target: '/v1/sites/d%C3%A9mo/notices' });
    expect(event).toMatchObject({ rawPath: '/v1/sites/démo/notices', pathParameters: { site: 'démo' } });
    expect(() => splitTarget('/confirm/%E0%A4%A')).toThrow(URIError);
  });

  test.each([
    ['application/json; charset=utf-8', false],
    ['text/plain', false],
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data; boundary=x', true],
    ['application/problem+json', true],
    [undefined, true],
  ])('has the body of %s in base64: %p', (type, isBase64Encoded) => {
    const event = eventOf({ headers: type === undefined ? {} : { 'content-type': [type] } });
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'eD0x' : 'x=1' });
  });

  test('goes to the fallback when no route has the path and the method', () => {
    expect(eventOf({ method: 'DELETE' }).routeKey).toBe('$default');
    expect(eventOf({ target: '/confirm/' }).routeKey).toBe('$default');
    expect(eventOf({ target: '/confirm/a/b' }).routeKey).toBe('$default');
  });
});
