import { asRecord, asSubject } from '../ids';
import { readToken, writeToken, type LinkKind } from '../../shared/links/link-token';
import { confirmPageIn } from '../../shared/words/confirm-page';
import { pagesIn } from '../../shared/words/pages';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { everything } from './observe';
import { startWorld, type Answer, type World } from './world';

const TEXTS = { ...pagesIn('de'), ...confirmPageIn('de') };
const UNSUBSCRIBE = unsubscribePageIn('de');
/** The world's. */
const RING = { current: 1, keys: new Map([[1, 'k'.repeat(64)]]) };
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): Journey => journey(world, consume, `person-${(people += 1)}@example.com`);
const call = (fn: string, event: string, token: string, method?: string): Promise<Answer> =>
  world.call(fn, event, { params: { token }, ...(method && { method }) });

/** What every page has to be, whatever it says. */
function expectSoundPage(answer: Answer, status: number, sentence: string): void {
  expect(answer.statusCode).toBe(status);
  expect(answer.body).toContain(sentence);
  expect(answer.headers).toMatchObject({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    ) as string,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Robots-Tag': 'noindex, nofollow',
    'X-Content-Type-Options': 'nosniff',
  });
  expect(answer.headers).not.toHaveProperty('Set-Cookie');
  expect(answer).not.toHaveProperty('cookies');
  expect(Buffer.byteLength(answer.body)).toBeLessThan(10 * 1024);
  expect(answer.body).toMatch(/^<!doctype html><html lang="(de|en)">/);
  expect(answer.body).not.toMatch(
    /<(script|link|img|iframe|object|embed|video|audio|svg|base)\b|\son\w+=|javascript:|url\(|@import|http-equiv/i,
  );
}

describe('a confirmation link', () => {
  test('opens a page with one button; the button confirms, once', async () => {
    const person = somebody();
    await person.signUp();
    const token = await person.token('confirm');
    const page = await call('confirm', 'confirm-page', token);
    expectSoundPage(page, 200, TEXTS.buttons.signUp);
    expect(page.body.match(/<form|<button|<input/g)).toEqual(['<form', '<input', '<button']);
    expect(page.body).not.toContain(token);

    expectSoundPage(await person.press(token), 200, TEXTS.confirmedTitle);
    const after = await everything(world);
    expectSoundPage(await person.press(token), 200, TEXTS.alreadyConfirmedTitle);
    expectSoundPage(await call('confirm', 'confirm-page', token), 200, TEXTS.alreadyConfirmedTitle);
    expect(await everything(world)).toEqual(after);
  });

  test.each([
    ['PT167H59M', 200],
    ['P7D', 410],
    ['P7DT12H', 410],
    ['P9D', 410],
    ['P400D', 410],
  ])('after %s answers %d', async (later, status) => {
    const person = somebody();
    await person.signUp();
    const token = await person.token('confirm');
    world.advance(later);
    const before = await everything(world);
    const refusal = later.includes('P7D') ? TEXTS.expiredTitle : TEXTS.linkGoneTitle;
    const sentence = status === 200 ? TEXTS.buttons.signUp : refusal;
    expectSoundPage(await call('confirm', 'confirm-page', token), status, sentence);
    expect(await everything(world)).toEqual(before);
    expectSoundPage(await person.press(token), status, status === 200 ? TEXTS.confirmedTitle : refusal);
    const changed = JSON.stringify(await everything(world)) !== JSON.stringify(before);
    expect(changed).toBe(status === 200);
  });

  test('after the withdrawal says so, and it stays withdrawn', async () => {
    const person = somebody();
    const { confirm, unsubscribe } = await confirmed(person);
    expectSoundPage(
      await call('unsubscribe', 'unsubscribe-button', unsubscribe),
      200,
      unsubscribePageIn('de').unsubscribedTitle,
    );
    const before = await everything(world);
    for (const answer of [await call('confirm', 'confirm-page', confirm), await person.press(confirm)]) {
      expectSoundPage(answer, 200, TEXTS.alreadyConfirmedTitle);
      expect(answer.body.split(TEXTS.leftOut.title)[1]?.match(/widerrufen am/g)).toHaveLength(2);
    }
    expect(await everything(world)).toEqual(before);
    expect(await person.statuses()).toEqual({ 'newsletter-product': 'ConsentWithdrawn', analysis: 'ConsentWithdrawn' });
  });
});

describe('an unsubscribe link', () => {
  test('opens a page with one button; the button ends it, once', async () => {
    const person = somebody();
    const { unsubscribe } = await confirmed(person);
    const page = await call('unsubscribe', 'unsubscribe-page', unsubscribe);
    expectSoundPage(page, 200, unsubscribePageIn('de').unsubscribeButton);
    expect(page.body.match(/<form|<button|<input/g)).toEqual(['<form', '<input', '<button']);
    expect(page.body).not.toContain(unsubscribe);

    expectSoundPage(
      await call('unsubscribe', 'unsubscribe-button', unsubscribe),
      200,
      unsubscribePageIn('de').unsubscribedTitle,
    );
    const after = await everything(world);
    expectSoundPage(await call('unsubscribe', 'unsubscribe-button', unsubscribe), 200, UNSUBSCRIBE.nothingTitle);
    expectSoundPage(await call('unsubscribe', 'unsubscribe-page', unsubscribe), 200, UNSUBSCRIBE.nothingTitle);
    expect(await everything(world)).toEqual(after);
  });

  test.each(['unsubscribe-one-click', 'unsubscribe-one-click-multipart'])(
    'takes the POST of a mail program (%s): at once, no page, no redirect, no cookie, and once',
    async (event) => {
      const person = somebody();
      const { unsubscribe } = await confirmed(person);
      const answers = [await call('unsubscribe', event, unsubscribe)];
      const after = await everything(world);
      expect(await person.statuses()).toEqual({
        'newsletter-product': 'ConsentWithdrawn',
        analysis: 'ConsentWithdrawn',
      });
      answers.push(await call('unsubscribe', event, unsubscribe), await call('unsubscribe', event, unsubscribe));

      for (const answer of answers) {
        expect(answer).toMatchObject({
          statusCode: 200,
          body: 'Unsubscribed.\n',
          headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        });
        expect(JSON.stringify(answer)).not.toMatch(/"(location|set-cookie|cookies)"/i);
      }
      const { entries = [] } = (await world.evidence(person.email)).records[0] ?? {};
      const withdrawals = entries.filter(({ type }) => type === 'ConsentWithdrawn');
      expect(withdrawals.map(({ facts }) => facts)).toEqual([{ via: 'one-click' }]);
      expect(JSON.stringify(after)).toContain(withdrawals[0]?.hash);
    },
  );

  test('for analysis alone leaves the newsletter', async () => {
    const person = somebody();
    await confirmed(person);
    const tokens = (await world.mails(person.email)).flatMap(({ links }) =>
      links.map((link) => link.split('/').at(-1) ?? ''),
    );
    const alone = tokens.find((token) => readToken(token, 'unsubscribe', RING)?.purposes.join() === 'analysis');
    const answer = await call('unsubscribe', 'unsubscribe-button', alone ?? '');
    expectSoundPage(answer, 200, 'Auswertung der Newsletter');
    expect(await person.statuses()).toEqual({ 'newsletter-product': 'ConsentGiven', analysis: 'ConsentWithdrawn' });
  });
});

describe('whoever merely fetches links, as a mail scanner does, changes nothing', () => {
  const LINKS = [
    ['confirm', 'confirm-page'],
    ['confirm', 'confirm-scanner'],
    ['unsubscribe', 'unsubscribe-page'],
    ['assets', 'asset'],
  ] as const;

  test.each(['GET', 'HEAD'])('with %s, as often as it likes', async (method) => {
    const [waiting, active] = [somebody(), somebody()];
    await waiting.signUp();
    const tokens = { ...(await confirmed(active)), waiting: await waiting.token('confirm') };
    const before = await everything(world);
    for (const [fn, event] of [...LINKS, ...LINKS]) {
      const answer = await call(fn, event, tokens[fn], method);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    }
    expectSoundPage(await call('confirm', 'confirm-scanner', tokens.waiting, method), 200, TEXTS.buttons.signUp);
    await consume();
    expect(await everything(world)).toEqual(before);
  });
});

describe('a good link whose sign-up was deleted since', () => {
  const gone = (kind: LinkKind): string =>
    writeToken({ kind, subject: asSubject('A'.repeat(22)), recordId: asRecord('A'.repeat(22)), purposes: [] }, RING);

  test.each([
    ['confirm', 'confirm', 'confirm-page', 410, TEXTS.linkGoneTitle],
    ['confirm', 'confirm', 'confirm-button', 410, TEXTS.linkGoneTitle],
    ['unsubscribe', 'unsubscribe', 'unsubscribe-page', 200, UNSUBSCRIBE.nothingTitle],
    ['unsubscribe', 'unsubscribe', 'unsubscribe-button', 200, UNSUBSCRIBE.nothingTitle],
    ['asset', 'assets', 'asset', 410, TEXTS.assetGoneTitle],
  ] as const)('%s at %s (%s)', async (kind, fn, event, status, sentence) => {
    const before = await everything(world);
    expectSoundPage(await call(fn, event, gone(kind)), status, sentence);
    expect(await everything(world)).toEqual(before);
  });

  test('is answered with 200 where a mail program posts it', async () => {
    expect(await call('unsubscribe', 'unsubscribe-one-click', gone('unsubscribe'))).toMatchObject({ statusCode: 200 });
  });

  test('while a whitepaper whose order is not confirmed is not handed out either', async () => {
    const person = somebody();
    await person.signUp({ asset: 'whitepaper-consent' });
    const { records, subject } = await world.evidence(person.email);
    const recordId = records[0]?.recordId ?? '';
    const token = writeToken(
      { kind: 'asset', subject: asSubject(subject), recordId: asRecord(recordId), purposes: [] },
      RING,
    );
    expectSoundPage(await call('assets', 'asset', token), 410, TEXTS.assetGoneTitle);
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    expect((await call('assets', 'asset', token)).statusCode).toBe(200);
  });
});
