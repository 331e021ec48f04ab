import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { writeVerifyPage } from '../../infra/verify-page';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { verifierKey } from '../../shared/log/note';
import { verifyFileIn } from '../../shared/words/verify-file';
import { verifyPageIn } from '../../shared/words/verify-page';
import { LANGUAGES, type Language } from '../../shared/words/languages';
import { localeIn } from '../../shared/words/locale';
import { verifyIn } from '../../shared/words/verify';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { fileOf } from '../verify/forge';
import { STRANGER_KEY } from '../verify/stranger';
import { keepPictures } from './pictures';
import { RULES, widthOf } from './sound-page';
import { STACK, useBrowser, Visitor } from './visitor';

const KEY = verifierKey(SIGNER);
const browser = useBrowser();
const folder = mkdtempSync(path.join(tmpdir(), 'verify-page-'));
const onDisk = `file://${writeVerifyPage(folder)}`;
afterAll(() => rmSync(folder, { recursive: true }));

const visitors: Visitor[] = [];
afterEach(async () => {
  for (const visitor of visitors.splice(0)) {
    // Nothing but the page itself and its host's keys was ever asked for, and the browser found nothing to complain of.
    const others = visitor.requested.slice(1).map((address) => new URL(address).pathname);
    expect(others.filter((path) => path !== '/log/keys')).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  }
});

/** A region of a language is that language. */
const localeOf = (language: Language): string => (language === 'de' ? 'de-AT' : localeIn(language).tag);

async function openPage(language: Language, options: BrowserContextOptions = {}, address = onDisk): Promise<Page> {
  const visitor = await Visitor.arrive(browser(), {
    javaScriptEnabled: true,
    locale: localeOf(language),
    ...options,
  });
  visitors.push(visitor);
  await visitor.open(address);
  return visitor.page;
}

async function choose(page: Page, file: string | Buffer, name = 'evidence.json'): Promise<void> {
  const chosen = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) };
  await page.locator('#file').setInputFiles(chosen);
  await page.locator('#verdict h2, #verdict .problem').waitFor();
}

const verdictOf = (page: Page): Promise<string | null> => page.locator('#verdict h2').textContent();

const good = async (): Promise<string> => fileOf(await sampleBundle({ others: 20 }));
const tampered = async (): Promise<string> => (await good()).replace('203.0.113.7', '203.0.113.8');

test('the stack serves it, and it may be kept for an hour', async () => {
  const page = await openPage('en', {}, `${STACK}/verify`);
  const headers = visitors[0]!.answer().headers();
  expect(headers['cache-control']).toBe('public, max-age=3600');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'sha256-.*frame-ancestors 'none'$/,
  );
  await choose(page, await good());
  expect(await verdictOf(page)).toBe(verifyIn('en').verdicts.unknown.title);
});

test.each([
  ['good', KEY],
  ['bad', STRANGER_KEY],
  ['unknown', ''],
] as const)('where its host publishes keys, a file is %s', async (headline, keys) => {
  const page = await openPage('en', {}, `${STACK}/verify`);
  await page.route('**/log/keys', (route) => route.fulfill({ body: `${keys}\n` }));
  await choose(page, await good());
  expect(await verdictOf(page)).toBe(verifyIn('en').verdicts[headline].title);
});

describe.each(LANGUAGES)('from disk, in %s', (language) => {
  test.each([
    ['good', good],
    ['unknown', good],
    ['bad', tampered],
    ['open', async () => fileOf(await sampleBundle({ others: 20, pending: 1 }))],
  ] as const)('a file that is %s', async (verdict, make) => {
    const page = await openPage(language);
    if (verdict === 'good')
      await page.locator('#key').evaluate((field: HTMLInputElement, key) => (field.value = key), KEY);
    expect(await page.title()).toBe(verifyPageIn(language).title);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await choose(page, await make());
    expect(await verdictOf(page)).toBe(verifyIn(language).verdicts[verdict].title);
    await keepPictures(page, `${language} verify, ${verdict}`);
    await expectAccessible(page);
  });

  test('what was changed stands first, and says which step', async () => {
    const page = await openPage(language);
    await choose(page, await tampered());
    const first = page.locator('.claims > li').first();
    expect(await first.locator('h3').textContent()).toContain(verifyIn(language).claims.parts.title);
    expect(await first.locator('.finding').textContent()).toMatch(/^(Schritt|Step) 1 .*2026.*IP/);
  });

  test('before a file is chosen', async () => {
    const page = await openPage(language);
    await page.locator('summary').click();
    await keepPictures(page, `${language} verify`);
    await expectAccessible(page);
  });
});

test('the language can be changed at any time', async () => {
  const page = await openPage('de');
  await choose(page, await good());
  await page.locator('#en').click();
  expect(await verdictOf(page)).toBe(verifyIn('en').verdicts.unknown.title);
  expect(await page.locator('h1').textContent()).toBe(verifyPageIn('en').title);
  expect(await page.locator('#en').getAttribute('aria-pressed')).toBe('true');
});

test('a file can be dropped anywhere', async () => {
  const page = await openPage('en');
  const transfer = await page.evaluateHandle(
    (text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'evidence.json'));
      return dropped;
    },
    await tampered(),
  );
  await page.locator('body').dispatchEvent('drop', { dataTransfer: transfer });
  await page.locator('#verdict h2').waitFor();
  expect(await verdictOf(page)).toBe(verifyIn('en').verdicts.bad.title);
});

test('a key and a checkpoint from elsewhere', async () => {
  const page = await openPage('en');
  const bundle = await sampleBundle({ others: 20 });
  await choose(page, fileOf(bundle));
  await page.locator('summary').click();
  const give = async (id: 'key' | 'checkpoint', text: string): Promise<void> => {
    await page.locator(`#${id}`).fill(text);
    await page.locator(`#${id}`).blur();
  };
  await give('key', STRANGER_KEY);
  await page.getByText(verifyIn('en').verdicts.bad.title).waitFor();
  await give('key', KEY);
  await page.getByText(verifyIn('en').verdicts.good.title).waitFor();
  await give('key', 'nonsense');
  await page.getByText(verifyPageIn('en').keyWrong).waitFor();
  expect(await verdictOf(page)).toBe(verifyIn('en').verdicts.unknown.title);
  await give('key', KEY);
  await give('checkpoint', (await sampleBundle({ others: 20 })).log.checkpoint ?? '');
  await page.getByText(verifyIn('en').verdicts.bad.title).waitFor();
  await give('checkpoint', bundle.log.checkpoint ?? '');
  await page.getByText(verifyIn('en').verdicts.good.title).waitFor();
});

test('the evidence file out of a dossier', async () => {
  const page = await openPage('de');
  await choose(page, await dossier(await sampleBundle({ others: 20 }), undefined, 'de'), 'dossier.pdf');
  expect(await verdictOf(page)).toBe(verifyIn('de').verdicts.unknown.title);
  await page.getByText(verifyFileIn('de').about.compare).waitFor();
});

test('any other PDF, and any other file', async () => {
  const page = await openPage('de');
  await choose(page, '%PDF-1.7\n', 'letter.pdf');
  expect(await verdictOf(page)).toBe(verifyFileIn('de').others.pdfUnreadable.title);
  await choose(page, '<b>hello</b>', 'hello.html');
  await page.getByText(verifyFileIn('de').others.noJson.title).waitFor();
});

test('what a file says is never part of the page', async () => {
  const page = await openPage('en');
  await choose(page, (await good()).replaceAll('Anfrage', '<img src=x><script>document.title=1</script>'));
  expect(await page.locator('dl').textContent()).toContain('<img src=x>');
  expect(await page.locator('img').count()).toBe(0);
});

test('without JavaScript it says what to do, and offers nothing that does not work', async () => {
  const page = await openPage('de', { javaScriptEnabled: false }, `${STACK}/verify`);
  for (const language of LANGUAGES) {
    expect(
      await page.locator(`#no-script [lang=${language}]`).getByText(verifyPageIn(language).noScript).isVisible(),
    ).toBe(true);
    expect(await page.getByText(verifyPageIn(language).command).isVisible()).toBe(true);
  }
  expect(await page.locator('button:visible, input:visible, label:visible').count()).toBe(0);
});

test('without a mouse', async () => {
  const page = await openPage('en');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('file');
});

/** Wherever it is read: as narrow as pages get, in both colour schemes. */
async function expectAccessible(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await widthOf(page)).toBeLessThanOrEqual(320);
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
}
