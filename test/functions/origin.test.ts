import { clientIp, proxiesIn } from '../../shared/http/client-ip';
import { readRequest } from '../../shared/http/request';
import unsubscribe from '../../events/unsubscribe-page.json';
import { secretsExtension } from '../../local/secrets-extension';
import { SESSION_TOKEN } from '../../local/aws';
import { serve } from '../../local/http';
import { runFunction } from '../integration/run-function';

const ONE = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

let secret: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const served = await serve((request, response) => secretsExtension({ origin: secret })(request, response));
  stop = served.close;
  process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] = String(served.port);
  process.env['AWS_SESSION_TOKEN'] = SESSION_TOKEN;
  process.env['ORIGIN_SECRET'] = 'origin';
});
beforeEach(() => {
  secret = JSON.stringify({ 1: ONE, 2: '' });
  jest.resetModules();
});
afterAll(() => stop());

const asked = (value?: string) =>
  runFunction('origin', { headers: value === undefined ? {} : { 'x-origin-secret': value } });

test('lets pass what has a value of the secret, and says that it is from CloudFront', async () => {
  expect(await asked(ONE)).toEqual({ isAuthorized: true, context: { origin: 'cloudfront' } });
});

test.each([undefined, '', 'a', OTHER, ONE.slice(1), `${ONE}a`, ONE.toUpperCase(), `${ONE},${ONE}`])(
  'refuses what has %s',
  async (value) => {
    expect(await asked(value)).toEqual({ isAuthorized: false });
  },
);

test('takes both values while one takes over from the other', async () => {
  secret = JSON.stringify({ 1: ONE, 2: OTHER });
  expect(await asked(ONE)).toMatchObject({ isAuthorized: true });
  expect(await asked(OTHER)).toMatchObject({ isAuthorized: true });
});

test('a value that is too short to be one lets nobody in', async () => {
  secret = JSON.stringify({ 1: ONE, 2: 'short' });
  expect(await asked('short')).toEqual({ isAuthorized: false });
});

test.each([
  [{ lambda: { origin: 'cloudfront' } }, '198.51.100.9'],
  [{ lambda: { origin: 'elsewhere' } }, '203.0.113.7'],
  [{ lambda: null }, '203.0.113.7'],
  [{}, '203.0.113.7'],
  [undefined, '203.0.113.7'],
])('with %j from the authorizer, the caller is %s', (authorizer, ip) => {
  const { requestContext, ...event } = unsubscribe;
  const request = readRequest({
    ...event,
    headers: { ...event.headers, 'cloudfront-viewer-address': '198.51.100.9:443' },
    requestContext: { ...requestContext, ...(authorizer && { authorizer }) },
  });
  expect(clientIp(proxiesIn(''), request).ip).toBe(ip);
});
