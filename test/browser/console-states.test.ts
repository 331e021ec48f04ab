import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskCounts as counts } from '../../shared/words/de/desk-counts';
import { deskRegister as wordings } from '../../shared/words/de/desk-register';
import { deskAudience as inEnglish } from '../../shared/words/en/desk-audience';
import { deskRegister as englishWordings } from '../../shared/words/en/desk-register';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';

let at: AtDesk | undefined;
afterEach(() => at?.visitor.leave());

async function desk(name: string, options = {}): Promise<AtDesk> {
  return (at = await AtDesk.signIn(browser(), name, options));
}

test('an auditor reads each wording, in German and in English', async () => {
  const { page } = await desk('Rita Revision');
  await page.getByRole('link', { name: de.register }).click();
  const product = page.getByRole('region', { name: 'Newsletter „Produkt“' });
  await product.getByText(wordings.current).first().waitFor();
  // Also what no form asks for, and what is ordered, is called as people know it.
  await page.getByRole('region', { name: 'E-Mails zum Vertrag' }).waitFor();
  await page.getByRole('region', { name: /Whitepaper „Einwilligungen belegen“/ }).waitFor();
  const text = product.locator('p.wording').first();
  expect(await text.isVisible()).toBe(false);
  await product.getByText(wordings.show).first().click();
  expect((await text.textContent())?.length).toBeGreaterThan(50);
  expect(await text.getAttribute('lang')).toMatch(/^(de|en)$/);
  await at!.expectAccessible('de console wordings');
  await page.getByLabel(de.language).selectOption('en');
  await page.getByText(englishWordings.intro).waitFor();
  await page.getByRole('region', { name: 'Product newsletter' }).waitFor();
  await at!.expectAccessible('en console wordings');
  at!.expectQuiet();
});

test('who may see nobody has no pages, nor by their addresses', async () => {
  const { page } = await desk('Ada Admin');
  expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
  for (const address of ['tools', 'register', 'counts', 'audience']) {
    await page.goto(`${STACK}/console/demo/${address}`);
    await page.getByRole('heading', { level: 1, name: de.noSite.title }).waitFor();
  }
});

test('on a slow network the page says that it is at work; without one, what to do, and goes on when it is back', async () => {
  const { page } = await desk('Mia Marketing');
  await page.getByRole('table', { name: counts.home.forms }).waitFor();
  const calls = '**/v1/sites/demo/counts?*';
  let answer: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => (answer = resolve));
  await page.route(calls, async (route) => {
    await waits;
    await route.continue();
  });
  await page.getByRole('navigation').getByRole('link', { name: de.counts }).click();
  await page.getByRole('status').filter({ hasText: counts.loading }).waitFor();
  expect(await page.getByRole('heading', { name: counts.glance }).count()).toBe(0);
  answer();
  await page.getByRole('heading', { name: counts.glance }).waitFor();
  await page.unroute(calls);
  await page.route(calls, (route) => route.abort());
  await page.getByLabel(counts.period).selectOption('7');
  await page.getByRole('alert').filter({ hasText: de.trouble.network }).waitFor();
  await page.unroute(calls);
  await page.getByRole('button', { name: de.trouble.again }).click();
  await page.getByRole('heading', { name: counts.glance }).waitFor();
});

test('a session that ended is renewed in place, and what was typed stays', async () => {
  const email = await signedUp(browser(), PRODUCT);
  const { page } = await desk('Conrad Compliance');
  await page.getByLabel(de.search.label).fill(email);
  // Sessions of the issuer end ten hours after they began.
  await fetch(`${STACK}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT11H' }) });
  await page.keyboard.press('Enter');
  await page.getByText(de.signIn.endedText).waitFor();
  expect(await page.getByLabel(de.search.label).inputValue()).toBe(email);
  await page.getByRole('button', { name: de.signIn.again }).click();
  await page.getByText(de.signIn.endedText).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: de.search.button }).click();
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  await at!.expectNoTraceOf(email);
});

test('two tabs are each where they were, and neither is in the way of the other', async () => {
  const { page } = await desk('Mia Marketing');
  await page.goto(`${STACK}/console/demo/counts?period=7&by=purpose`);
  await page.getByRole('heading', { name: counts.group.purpose }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${STACK}/console/demo/counts?period=90&by=language`);
  await other.getByRole('button', { name: de.signIn.button }).click();
  await other.getByRole('heading', { name: counts.group.language }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: counts.group.purpose }).waitFor();
  expect([page.url(), other.url()]).toEqual([
    `${STACK}/console/demo/counts?period=7&by=purpose`,
    `${STACK}/console/demo/counts?period=90&by=language`,
  ]);
});

const PEOPLE = 100_000;
const PART = 1000;

/** As many people as no test can sign up: the network brings them as the system would, part by part. */
async function bring(page: Page): Promise<void> {
  const audience = `${STACK}/v1/sites/demo/purposes/${PRODUCT}/audience`;
  await page.route(`${audience}/summary`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), mayBeMailed: PEOPLE } });
  });
  const isPart = ({ href }: URL): boolean => href.startsWith(`${audience}?`);
  await page.route(isPart, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? '0');
    const lines = Array.from({ length: PART }, (_, n) => `"person-${from + n}@example.org","${'x'.repeat(150)}"\r\n`);
    const next = from + PART < PEOPLE ? { link: `<?cursor=${from + PART}>; rel="next"` } : undefined;
    const name = `audience-demo-${PRODUCT}-rfc4180-20261129T081530Z.csv`;
    const headers = { 'content-disposition': `attachment; filename="${name}"`, ...next };
    const body = (from === 0 ? '"email","name"\r\n' : '') + lines.join('');
    return route.fulfill({ contentType: 'text/csv; charset=utf-8', headers, body });
  });
}

/** What the page's scripts hold, in bytes. */
async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  return usedSize;
}

test('100,000 people come part by part onto the disk, with progress, and nothing of them stays in memory', async () => {
  const { page } = await desk('Mia Marketing', { locale: 'en-GB' });
  await bring(page);
  await page.goto(`${STACK}/console/demo/audience?purpose=${PRODUCT}`);
  const region = page.getByRole('region', { name: inEnglish.export.title });
  await region.waitFor();
  await page.evaluate(`window.showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })`);
  await region.getByRole('combobox').selectOption('rfc4180');
  const before = await heapOf(page);
  await region.getByRole('button', { name: inEnglish.export.button('100,000') }).click();
  await region.getByText(/\d{1,2},000 of 100,000/).waitFor();
  await region.getByText(/^100,000 people saved as audience-demo-/).waitFor({ timeout: 120_000 });
  expect((await heapOf(page)) - before).toBeLessThan(3_000_000);
  const size = await page.evaluate<number>(`navigator.storage.getDirectory().then(async (folder) => {
    for await (const [, handle] of folder.entries()) return (await handle.getFile()).size;
  })`);
  expect(size).toBeGreaterThan(PEOPLE * 170);

  await region.getByRole('button', { name: inEnglish.export.button('100,000') }).click();
  await region.getByRole('button', { name: inEnglish.export.stop }).click();
  await region.getByText(/^Stopped\. [1-9][\d,]* people were fetched, but not saved\./).waitFor();
}, 240_000);
