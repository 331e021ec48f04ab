import { randomBytes } from 'node:crypto';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { largeFiles } from '../../infra/large-files';
import { startStack, type Stack } from '../../local/stack';
import type { Mail } from '../../local/ses/mail';
import { BUNDLES } from '../once/made';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const sites = path.join(folder, 'sites.ts');
const PDF = randomBytes(11 * 1024 * 1024);
let stack: Stack;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'files'));
  writeFileSync(sites, `export { sites } from ${JSON.stringify(EXAMPLE_SITES.replace(/\.ts$/, ''))};`);
  writeFileSync(path.join(folder, 'files', 'whitepaper-consent.pdf'), PDF);
  stack = await startStack({ sites, dataDir: path.join(folder, 'data'), bundles: BUNDLES });
});
afterAll(() => stack.stop());

const call = (target: string, init: RequestInit = {}) => fetch(stack.url + target, { redirect: 'manual', ...init });
const inbox = async () => (await (await call('/_local/inbox')).json()) as Mail[];

/** The way from the origin of a link in a mail that has one of a kind. */
async function linkIn(kind: string): Promise<string> {
  const isOf = (link: string): boolean => link.includes(`/${kind}/`);
  const mails = await until(inbox, (all) => all.some(({ links }) => links.some(isOf)));
  return new URL(mails.flatMap(({ links }) => links).find(isOf)!).pathname;
}

test('a whitepaper that no answer can carry comes by a link of a minute', async () => {
  const order = { email: 'anna@example.org', purposes: [], asset: 'whitepaper-consent', language: 'de' };
  const headers = { origin: stack.url, 'content-type': 'application/json' };
  const signUp = await call('/v1/sites/demo/signups', { method: 'POST', headers, body: JSON.stringify(order) });
  expect(signUp.status).toBe(202);
  expect((await call(await linkIn('confirm'), { method: 'POST' })).status).toBe(200);
  const link = await linkIn('assets');

  const answer = await call(link);
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([
    303,
    'no-store',
    'no-referrer',
  ]);
  const address = answer.headers.get('location') ?? '';
  expect(address).not.toContain('anna');
  const file = await fetch(address);
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(file.headers.get('content-disposition')).toBe('inline; filename="whitepaper-consent.pdf"');
  expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);

  await call('/_local/clock', { method: 'POST', body: '{"advance":"PT2M"}' });
  expect((await fetch(address)).status).toBe(403);
  // The link in the mail goes on being good.
  expect((await fetch((await call(link)).headers.get('location') ?? '')).status).toBe(200);
});

test('what is larger than 100 MB is refused before it is deployed', () => {
  const file = path.join(folder, 'files', 'film.pdf');
  writeFileSync(file, '');
  truncateSync(file, 100 * 1024 * 1024);
  expect([...largeFiles(sites).keys()]).toEqual(['film.pdf', 'whitepaper-consent.pdf']);
  truncateSync(file, 100 * 1024 * 1024 + 1);
  expect(() => largeFiles(sites)).toThrow(`${file} is larger than 100 MB.`);
});
