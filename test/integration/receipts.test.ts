import { asRecord, asSubject } from '../ids';
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/canonical';
import { readToken, writeToken } from '../../shared/links/link-token';
import type { Receipt } from '../../shared/evidence/receipt';
import { legalBasesIn } from '../../shared/words/legal-bases';
import { statusesIn } from '../../shared/words/statuses';
import { receiptPageIn } from '../../shared/words/receipt-page';
import { confirmPageIn } from '../../shared/words/confirm-page';
import { pagesIn } from '../../shared/words/pages';
import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { everything } from './observe';
import { textOf } from './page-text';
import { startWorld, type Answer, type World } from './world';

/** The world's. */
const RING = { current: 1, keys: new Map([[1, 'k'.repeat(64)]]) };
const VERIFIER_KEY = 'consent.example.com/log+deadbeef+AQ==';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): Journey => journey(world, consume, `receipt-${(people += 1)}@example.com`);
const open = (token: string, query: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  world.call('receipts', 'receipt', { params: { token }, query, method });
const receiptOf = async (token: string): Promise<Receipt> =>
  JSON.parse((await open(token, { format: 'json' })).body) as Receipt;

/** Confirms, and takes the receipt's token from the page that says so. */
async function receiptToken(person: Journey, confirm: string): Promise<string> {
  const page = await person.press(confirm);
  const token = /href="https:\/\/consent\.example\.com\/receipts\/([\w-]+)"/.exec(page.body)?.[1];
  if (token === undefined) throw new Error('The page has no link to a receipt.');
  return token;
}

async function withReceipt(wishes: object = {}): Promise<{ person: Journey; token: string; confirm: string }> {
  const person = somebody();
  await person.signUp(wishes);
  const confirm = await person.token('confirm');
  return { person, confirm, token: await receiptToken(person, confirm) };
}

const entriesOf = async (recordId: string) => (await world.entries()).filter((entry) => entry.recordId === recordId);

test('the page that says "confirmed" leads to the receipt, then and later, and stays small', async () => {
  const { person, confirm, token } = await withReceipt();
  const again = await person.press(confirm);
  const shown = await world.call('confirm', 'confirm-page', { params: { token: confirm } });
  for (const page of [again, shown]) {
    expect(page.body).toContain(pagesIn('de').alreadyConfirmedTitle);
    expect(page.body).toContain(`/receipts/${token}">${confirmPageIn('de').receiptLink}`);
    expect(Buffer.byteLength(page.body)).toBeLessThan(10 * 1024);
  }
});

test('a page without script or cookie that nobody keeps', async () => {
  const { token } = await withReceipt();
  const page = await open(token);
  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+';/) as string,
  });
  expect(page.body).toMatch(/^<!doctype html><html lang="de">/);
  expect(page.body).not.toMatch(/<(script|link|img|form|button)\b|\sstyle=|\son\w+=|url\(/i);
  expect(page.body).not.toContain(token);
});

test('the file: what was confirmed, word for word, and how it is named in the log', async () => {
  const { token } = await withReceipt({ asset: 'whitepaper-consent' });
  const answer = await open(token, { format: 'json' });
  expect(answer.headers).toMatchObject({
    'Content-Type': 'application/json',
    'Content-Disposition': 'attachment; filename="consent-receipt-2026-11-22.json"',
    'Cache-Control': 'no-store',
  });
  const receipt = JSON.parse(answer.body) as Receipt;
  const [requested, , given] = await entriesOf(receipt.recordId);
  expect([requested?.type, given?.type]).toEqual(['ConsentRequested', 'ConsentGiven']);
  expect(receipt).toMatchObject({
    format: 'consent-receipt/v1',
    schemaVersion: 'ISO/IEC TS 27560:2023',
    receiptId: given?.hash,
    entry: given,
    requestedAt: requested?.at,
    confirmedAt: given?.at,
    controller: { name: 'Zettelkranich Software GmbH', email: 'datenschutz@demo.example' },
    log: { origin: 'consent.example.com/log', index: null },
  });
  expect(receipt.purposes.map(({ id, status, legalBasis }) => [id, status, legalBasis])).toEqual([
    ['newsletter-product', 'ConsentGiven', 'consent'],
    ['analysis', 'ConsentGiven', 'consent'],
  ]);
  const items = [...receipt.purposes, ...(receipt.asset ? [receipt.asset] : [])];
  const noticesByHash = new Map(
    (await world.items('ledger'))
      .filter(({ pk }) => pk.startsWith('notice#'))
      .map(({ pk, notice }) => [pk.slice('notice#'.length), JSON.parse(notice as string) as object]),
  );
  expect(items).toHaveLength(3);
  for (const {
    notice: { hash, ...wording },
  } of items)
    expect(noticesByHash.get(hash)).toMatchObject(wording);
});

test('the leaf is SHA-256 over a zero byte and the 32 bytes of the entry', async () => {
  const { token } = await withReceipt();
  const { entry, leaf } = await receiptOf(token);
  const { hash, ...sealed } = entry;
  const bytes = createHash('sha256').update(canonicalJson(sealed)).digest();
  expect(hash).toBe(bytes.toString('base64url'));
  expect(bytes).toHaveLength(32);
  const byHand = createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), bytes]))
    .digest('base64');
  expect(leaf).toBe(byHand);
});

test('names its place and the keys once the log has the entry', async () => {
  const { token } = await withReceipt();
  const { entry } = await receiptOf(token);
  expect((await open(token)).body).toContain(receiptPageIn('de').notYet);
  await world.deps.log.saveVerifierKey(VERIFIER_KEY);
  await world.deps.log.saveLeaves([{ entry: entry.hash, index: 41_907 }]);
  expect((await receiptOf(token)).log).toEqual({
    origin: 'consent.example.com/log',
    keys: [VERIFIER_KEY],
    index: 41_907,
  });
  const page = textOf((await open(token)).body);
  expect(page).toContain('41907');
  expect(page).toContain(VERIFIER_KEY);
  expect(page).not.toContain(receiptPageIn('de').notYet);
});

test.each(['de', 'en'] as const)('the page says what the file says (%s)', async (language) => {
  const { token } = await withReceipt({ language, asset: 'whitepaper-consent' });
  const receipt = await receiptOf(token);
  const answer = await open(token);
  const page = textOf(answer.body);
  expect(receipt.language).toBe(language);
  expect(answer.body).toContain(`<html lang="${language}">`);
  const { controller, purposes, asset } = receipt;
  const said = [
    ...[controller.name, controller.address, controller.email, controller.supervisoryAuthorities[0]!.name],
    ...[receipt.recordId, receipt.entry.hash, receipt.leaf, receipt.log.origin],
    ...[receipt.howToWithdraw, receipt.howToCheck],
    ...purposes.flatMap(({ name, notice, status, legalBasis }) => [
      ...[name, notice.text, notice.version, notice.hash],
      ...[statusesIn(language).names[status], legalBasesIn(language)[legalBasis].inFull],
    ]),
    ...[asset?.title ?? 'none', asset?.notice.text ?? 'none', asset?.notice.hash ?? 'none'],
  ];
  for (const text of said) expect(page).toContain(text);
  for (const at of [receipt.requestedAt, receipt.confirmedAt]) expect(answer.body).toContain(`datetime="${at}"`);
});

test('holds no address, name or IP', async () => {
  const { person, token } = await withReceipt({ fields: { firstName: 'Zzmark', lastName: 'Quendel' } });
  for (const { body } of [await open(token), await open(token, { format: 'json' })]) {
    for (const personal of [person.email, 'Zzmark', 'Quendel', '203.0.113.']) {
      expect(body).not.toContain(personal);
    }
  }
});

test('an order alone has a receipt that claims no consent', async () => {
  const { token } = await withReceipt({ purposes: [], asset: 'whitepaper-consent' });
  const receipt = await receiptOf(token);
  expect(receipt.purposes).toEqual([]);
  expect(receipt.asset?.id).toBe('whitepaper-consent');
  expect(textOf((await open(token)).body)).not.toMatch(/Einwilligungsbeleg|Ihre Einwilligung/);
});

test('after the withdrawal the page says so, and the receipt is the same as before', async () => {
  const person = somebody();
  const { confirm, unsubscribe } = await confirmed(person);
  const token = await receiptToken(person, confirm);
  const before = await receiptOf(token);
  expect((await open(token)).body).not.toContain(receiptPageIn('de').stillShows);
  await world.call('unsubscribe', 'unsubscribe-button', { params: { token: unsubscribe } });
  expect(await receiptOf(token)).toEqual(before);
  const page = await open(token);
  expect(page.statusCode).toBe(200);
  expect(textOf(page.body)).toMatch(/Newsletter „Produkt“: widerrufen am \d+\. November 2026 um/);
  expect(page.body).toContain(receiptPageIn('de').stillShows);
  expect(page.body).toContain(statusesIn('de').names.ConsentGiven);
});

test('a renewal has a receipt of its own', async () => {
  const { person, token } = await withReceipt();
  world.advance('P30D');
  await person.signUp();
  const second = await receiptToken(person, await person.token('confirm'));
  const [first, renewed] = [await receiptOf(token), await receiptOf(second)];
  expect(renewed.recordId).not.toBe(first.recordId);
  expect(renewed.receiptId).not.toBe(first.receiptId);
  expect(renewed.purposes.map(({ status }) => status)).toEqual(['RenewedConsentGiven', 'RenewedConsentGiven']);
});

test.each(['GET', 'HEAD'])('%s changes nothing, however often', async (method) => {
  const { token } = await withReceipt();
  await consume();
  const before = await everything(world);
  for (const query of [{}, { format: 'json' }, { format: 'xml' }]) {
    expect((await open(token, query as Record<string, string>, method)).statusCode).toBe(200);
    expect((await open(token, query as Record<string, string>, method)).statusCode).toBe(200);
  }
  await consume();
  expect(await everything(world)).toEqual(before);
});

describe('no receipt', () => {
  test('for a sign-up that was not confirmed, or that is no longer kept', async () => {
    const person = somebody();
    await person.signUp();
    const confirm = readToken(await person.token('confirm'), 'confirm', RING);
    const waiting = writeToken({ ...confirm!, kind: 'receipt' }, RING);
    const gone = writeToken(
      { kind: 'receipt', subject: asSubject('A'.repeat(22)), recordId: asRecord('A'.repeat(22)), purposes: [] },
      RING,
    );
    for (const token of [waiting, gone]) {
      for (const query of [{}, { format: 'json' }]) {
        const body = expect.stringContaining(pagesIn('de').receiptGoneTitle) as string;
        expect(await open(token, query)).toMatchObject({ statusCode: 410, body });
      }
    }
  });

  test('for a token of another kind, a changed or a forged one, and receipts open nothing else', async () => {
    const person = somebody();
    const others = await confirmed(person);
    const token = await receiptToken(person, others.confirm);
    const link = readToken(token, 'receipt', RING)!;
    const stranger = await world.call('confirm', 'confirm-page', { params: { token: 'no-token-at-all' } });
    const forged = writeToken(link, { current: 1, keys: new Map([[1, 'evil']]) });
    const last = token.endsWith('A') ? 'E' : 'A';
    const bad = [...Object.values(others), forged, token.slice(0, -1) + last, token.slice(0, 40), `${token}=`, ''];
    for (const one of bad) expect([one, await open(one)]).toEqual([one, stranger]);
    const pages = [
      ['confirm', 'confirm-page'],
      ['confirm', 'confirm-button'],
      ['unsubscribe', 'unsubscribe-button'],
      ['assets', 'asset'],
    ] as const;
    for (const [fn, event] of pages) expect(await world.call(fn, event, { params: { token } })).toEqual(stranger);
    for (const kind of ['confirm', 'unsubscribe', 'asset'] as const)
      expect(readToken(token, kind, RING)).toBeUndefined();
  });
});
