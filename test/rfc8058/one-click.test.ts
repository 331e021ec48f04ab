import { factsOf } from '../../shared/consent/entry';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Visitor } from '../../local/demo/visitor';
import type { Mail } from '../../local/ses/mail';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { Person } from '../promises/person';
import { hasSucceeded, offered, postOf, send, type Encoding, type OneClick, type Outcome } from './client';
import { BUNDLES } from '../once/made';

/*
 * A mail program that knows RFC 8058 and nothing else, and mails as they come out of the running system.
 */

let dataDir: string;
let stack: Stack;
let visitor: Visitor;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'consent-rfc8058-'));
  await start();
});
afterAll(async () => {
  await stack.stop();
  await rm(dataDir, { recursive: true });
});

async function start(port = 0): Promise<void> {
  stack = await startStack({ sites: EXAMPLE_SITES, dataDir, bundles: BUNDLES, port, dynamo: 'on-disk' });
  visitor = new Visitor(stack.url);
}

function somebody(): Person {
  const { url, dynamoEndpoint } = stack;
  return new Person({ visitor, url, dynamoEndpoint, logged: async () => [], stop: async () => undefined }, 'demo');
}

/** The mail that says how to unsubscribe, to somebody who takes newsletter and analysis. */
async function welcomed(person: Person): Promise<Mail> {
  await person.signUp({ purposes: ['newsletter-product', 'analysis'], language: 'de' });
  await person.confirm(1);
  return person.mail(2);
}

function offerIn({ raw }: Mail): OneClick {
  const found = offered(raw);
  if (!found) throw new Error('The mail offers no one-click unsubscription.');
  return found;
}

const press = (mail: Mail, encoding: Encoding = 'multipart/form-data'): Promise<Outcome> =>
  send(postOf(offerIn(mail), encoding));

const ENCODINGS: readonly Encoding[] = ['multipart/form-data', 'application/x-www-form-urlencoded'];

test.each(ENCODINGS)('one click unsubscribes, sent as %s: at once, without redirect or cookie', async (encoding) => {
  const person = somebody();
  const mail = await welcomed(person);
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': true, analysis: true });
  expect(hasSucceeded(await press(mail, encoding))).toBe(true);
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': false, analysis: false });
});

test('what there is nothing to unsubscribe from does not offer it', async () => {
  const person = somebody();
  await person.signUp({ purposes: ['newsletter-product'], language: 'en' });
  expect(offered((await person.mail(1)).raw)).toBeUndefined();
});

test('to look is not to click: GET, HEAD and what is no click unsubscribe nobody', async () => {
  const person = somebody();
  const offer = offerIn(await welcomed(person));
  const post = postOf(offer, 'application/x-www-form-urlencoded');
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
    await send({ uri: offer.uri, headers: {}, body: '' }, method);
    await send(
      { ...post, headers: method === 'HEAD' ? {} : post.headers, body: method === 'HEAD' ? '' : post.body },
      method,
    );
  }
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': true, analysis: true });
});

test('once more is the same again, also at the same time, and adds nothing to the history', async () => {
  const person = somebody();
  const mail = await welcomed(person);
  const outcomes = await Promise.all(ENCODINGS.map((encoding) => press(mail, encoding)));
  outcomes.push(await press(mail));
  expect(outcomes.map(hasSucceeded)).toEqual([true, true, true]);
  const { bundle } = await person.evidence();
  const withdrawals = bundle.entries.filter(({ entry }) => entry.type === 'ConsentWithdrawn');
  expect(withdrawals.map(({ entry }) => factsOf(entry).via)).toEqual(['one-click']);
});

test('an address that was guessed, or of another mail’s kind, unsubscribes nobody', async () => {
  const person = somebody();
  const mail = await welcomed(person);
  const offer = offerIn(mail);
  const last = offer.uri.href.at(-1);
  const guessed = new URL(`${offer.uri.href.slice(0, -1)}${last === 'A' ? 'Q' : 'A'}`);
  const confirm = new URL(
    person.link(await person.mail(1), 'confirm').replace('/confirm/', '/unsubscribe/'),
    stack.url,
  );
  for (const uri of [guessed, confirm]) {
    const outcome = await send(postOf({ ...offer, uri }, 'multipart/form-data'));
    expect(outcome.status).toBe(404);
    expect(outcome.headers['set-cookie']).toBeUndefined();
  }
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': true });
});

test('it works years later, after the keys were changed and the system was started anew', async () => {
  const person = somebody();
  const mail = await welcomed(person);
  await visitor.advance('P8Y');
  const port = Number(new URL(stack.url).port);
  await stack.stop();
  await rotateLinkKeys();
  await start(port);
  const again = somebody();
  await welcomed(again);
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': true });
  expect(hasSucceeded(await press(mail))).toBe(true);
  expect(await person.allowed()).toMatchObject({ 'newsletter-product': false, analysis: false });
  expect(await again.allowed()).toMatchObject({ 'newsletter-product': true });
});

/** As `link-keys-rotation` leaves them twice: the old ones are still there, and sign nothing any more. */
async function rotateLinkKeys(): Promise<void> {
  const file = path.join(dataDir, 'keys.json');
  const keys = JSON.parse(await readFile(file, 'utf8')) as { secrets: Record<string, string> };
  const ring = JSON.parse(keys.secrets['link-keys'] ?? '{}') as Record<string, unknown>;
  const rotated = { ...ring, '2': 'b'.repeat(64), '3': 'c'.repeat(64), current: 3 };
  const secrets = { ...keys.secrets, 'link-keys': JSON.stringify(rotated) };
  await writeFile(file, JSON.stringify({ ...keys, secrets }));
}
