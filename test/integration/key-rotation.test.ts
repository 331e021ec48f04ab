import { asRecord, asSubject } from '../ids';
import { serve } from '../../local/http';
import { secretsExtension } from '../../local/secrets-extension';
import { formatKeyRing, parseKeyRing, rotate } from '../../shared/links/key-ring';
import { readToken, writeToken } from '../../shared/links/link-token';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { startWorld, type World } from './world';

const SUBJECT_KEY = JSON.stringify({ key: 's'.repeat(64) });
const FIRST = JSON.stringify({ current: 1, '1': 'k'.repeat(64), '2': 'l'.repeat(64) });
const secrets: Record<string, string> = {
  'link-keys': FIRST,
  'subject-key': SUBJECT_KEY,
  'log-key': JSON.stringify({ key: 'g'.repeat(64) }),
};
const keyOf = (token: string): number | undefined => Buffer.from(token, 'base64url')[1];

let world: World;
let keeper: Awaited<ReturnType<typeof serve>>;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  secrets['processors'] = world.processors.secret;
  keeper = await serve(secretsExtension(secrets));
  process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] = String(keeper.port);
  consume = newsOf(world);
});
afterAll(async () => {
  await keeper.close();
  await world.stop();
});

function rotateNow(newKey: string): void {
  secrets['link-keys'] = formatKeyRing(rotate(parseKeyRing(secrets['link-keys'] ?? ''), newKey));
}

test('links that were sent before a rotation work after it, and new ones are signed with the next key', async () => {
  const before = journey(world, consume, 'before@example.com');
  const old = await confirmed(before);
  const waiting = journey(world, consume, 'waiting@example.com');
  await waiting.signUp();
  const pending = await waiting.token('confirm');
  expect([old.confirm, old.unsubscribe, old.assets, pending].map(keyOf)).toEqual([1, 1, 1, 1]);

  rotateNow('m'.repeat(64));
  world.advance('PT6M');

  const after = await confirmed(journey(world, consume, 'after@example.com'));
  expect([after.confirm, after.unsubscribe, after.assets].map(keyOf)).toEqual([2, 2, 2]);
  expect((await waiting.press(pending)).statusCode).toBe(200);
  expect(await waiting.statuses()).toMatchObject({ 'newsletter-product': 'ConsentGiven' });
  const asset = await world.call('assets', 'asset', { params: { token: old.assets } });
  expect(asset.headers).toMatchObject({ 'Content-Type': 'application/pdf' });
  await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token: old.unsubscribe } });
  expect(await before.statuses()).toMatchObject({
    'newsletter-product': 'ConsentWithdrawn',
    analysis: 'ConsentWithdrawn',
  });
});

test('a container that has not heard of the rotation yet opens the links of one that has', () => {
  const link = {
    kind: 'confirm',
    subject: asSubject('A'.repeat(22)),
    recordId: asRecord('A'.repeat(22)),
    purposes: [],
  } as const;
  const old = parseKeyRing(FIRST);
  const next = rotate(old, 'm'.repeat(64));
  expect(readToken(writeToken(link, next), 'confirm', old)).toEqual(link);
  expect(readToken(writeToken(link, old), 'confirm', next)).toEqual(link);
});

test('a withdrawal does not fail because the secrets cannot be read just now', async () => {
  const person = journey(world, consume, 'outage@example.com');
  const { unsubscribe } = await confirmed(person);
  world.advance('PT6M');
  delete secrets['link-keys'];
  const answer = await world.call('unsubscribe', 'unsubscribe-one-click', { params: { token: unsubscribe } });
  expect(answer.statusCode).toBe(200);
  expect(await person.statuses()).toMatchObject({ 'newsletter-product': 'ConsentWithdrawn' });
});
