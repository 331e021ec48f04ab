import { readFile } from 'node:fs/promises';
import { desk as de } from '../../shared/words/de/desk';
import { desk as english } from '../../shared/words/en/desk';
import { deskCounts as own } from '../../shared/words/de/desk-counts';
import { deskCounts as inEnglish } from '../../shared/words/en/desk-counts';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser } from './visitor';

const browser = useBrowser();

let at: AtDesk | undefined;
afterEach(() => at?.visitor.leave());

async function desk(name: string, options = {}): Promise<AtDesk> {
  return (at = await AtDesk.signIn(browser(), name, options));
}

/** What stands large beside a name. */
async function numberOf(name: string): Promise<number> {
  const tile = at!.page.locator('.glance > div').filter({ has: at!.page.getByText(name, { exact: true }) });
  return Number((await tile.locator('.figure').textContent())?.replace(/\D/g, ''));
}

test('marketing sees how many sign up and confirm, by form, and takes the table along', async () => {
  await signedUp(browser(), 'newsletter-product');
  const { page } = await desk('Mia Marketing');
  await page.getByRole('navigation').getByRole('link', { name: de.counts }).click();
  await page.getByRole('heading', { level: 2, name: own.glance }).waitFor();
  expect(await numberOf(own.names.signUps)).toBeGreaterThan(0);
  expect(await numberOf(own.names.inForce)).toBeGreaterThan(0);
  const chart = page.getByRole('img', { name: /Anmeldung/ });
  await chart.waitFor();
  // What is confirmed is drawn as the legend has it, also of days on which somebody can still confirm.
  const heights = await chart
    .locator('.confirmed')
    .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('height'))));
  expect(Math.max(...heights)).toBeGreaterThan(0);
  await page.getByRole('heading', { name: own.group.form }).waitFor();
  await page.getByLabel(own.by).selectOption('purpose');
  await page.getByRole('heading', { name: own.group.purpose }).waitFor();
  await page.getByLabel(own.period).selectOption('7');
  await page.getByRole('heading', { name: own.glance }).waitFor();
  expect(page.url()).toMatch(/\/console\/demo\/counts\?period=7&by=purpose$/);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: own.csv }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^counts-demo-[\d-]+-\d{8}T\d{6}Z\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toMatch(/^\ufeff"by";"key";"from";"to";"signUps"/);
  await page.reload();
  await page.getByRole('heading', { name: own.group.purpose }).waitFor();
  await at!.expectAccessible('de console counts');
  at!.expectQuiet();
});

test('in English, and as a table by keyboard', async () => {
  const { page } = await desk('Mia Marketing', { locale: 'en-GB' });
  await page.goto(`${STACK}/console/demo/counts?period=30&by=language`);
  await page.getByRole('heading', { name: inEnglish.group.language }).waitFor();
  await page.getByText(inEnglish.asTable).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: inEnglish.chart }).waitFor();
  expect(await page.title()).toContain(english.counts);
  await at!.expectAccessible('en console counts');
});

test('the start page says how many may be mailed and which form works, without a press', async () => {
  const { page } = await desk('Mia Marketing');
  const mailed = page.getByRole('table', { name: own.home.mailed });
  await mailed.getByRole('row', { name: /^Newsletter „Produkt“ \d/ }).waitFor();
  await page.getByRole('table', { name: own.home.forms }).waitFor();
  await at!.expectAccessible('de console start of marketing');
  await page.getByRole('link', { name: own.home.more }).click();
  await page.getByRole('heading', { level: 1, name: /^Zahlen von / }).waitFor();
  await page.goBack();
  await mailed.getByRole('link').first().click();
  await page.waitForURL(/\/audience\?purpose=/);
  at!.expectQuiet();
});

test('compliance has no counts on the start page', async () => {
  const { page } = await desk('Conrad Compliance');
  await page.getByLabel(de.search.label).waitFor();
  expect(await page.getByText(own.home.mailed).count()).toBe(0);
});

test('who may not see counts has no such page', async () => {
  const { page } = await desk('Rita Revision');
  expect(await page.getByRole('link', { name: de.counts }).count()).toBe(0);
  await page.goto(`${STACK}/console/demo/counts`);
  await page.getByRole('heading', { name: de.lost.title }).waitFor();
});
