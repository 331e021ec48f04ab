import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { INVENTED } from '../../local/issuer/people';
import { desk as de } from '../../shared/words/de/desk';
import { desk as en } from '../../shared/words/en/desk';
import { standing } from '../../shared/words/de/standing';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser, type Visitor } from './visitor';

const browser = useBrowser();
const SITE = 'demo';
const PRODUCT = 'newsletter-product';

let visitor: Visitor;
let page: Page;

let at: AtDesk;

async function signIn(name: string, options = {}): Promise<void> {
  at = await AtDesk.signIn(browser(), name, options);
  ({ visitor, page } = at);
}

afterEach(() => visitor.leave());

async function lookUp(text: string): Promise<void> {
  await page.getByLabel(de.search.label).fill(text);
  await page.keyboard.press('Enter');
}

const subscriber = (confirms = true): Promise<string> => signedUp(browser(), PRODUCT, confirms);

const heading = () => page.locator('h1').textContent();

const expectAccessible = (name: string): Promise<void> => at.expectAccessible(`de console ${name}`);
const expectNoTraceOf = (email: string): Promise<void> => at.expectNoTraceOf(email);
const expectQuiet = (): void => at.expectQuiet();

test.each([
  ['Conrad Compliance', 'de-DE'],
  ['Conrad Compliance', 'en-GB'],
  ['Mia Marketing', 'de-DE'],
] as const)('what stands above the page of %s (%s) is one row on a desk, and low on a phone', async (name, locale) => {
  await signIn(name, { locale });
  const height = async (): Promise<number> => (await page.getByRole('banner').boundingBox())?.height ?? Infinity;
  await page.setViewportSize({ width: 1280, height: 800 });
  // The page that is open is marked in the row, which must not make it wider.
  const links = page.getByRole('banner').getByRole('navigation').getByRole('link');
  const count = await links.count();
  expect(count).toBeGreaterThan(4);
  for (let n = 0; n < count; n += 1) {
    await links.nth(n).click();
    await page.locator('nav a[aria-current]').and(links.nth(n)).waitFor();
    expect(await height()).toBeLessThan(70);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await height()).toBeLessThan(200);
  await expectAccessible(`header ${name} ${locale}`);
});

test('compliance: an address in, the person out; the proof is saved under the name that the server gave it', async () => {
  const email = await subscriber();
  await signIn('Conrad Compliance');
  await expectAccessible('look up');
  await lookUp(email);
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  expect(page.url()).toMatch(new RegExp(`^${STACK}/console/${SITE}/person/[\\w-]{22}$`));
  await page
    .getByRole('row', { name: new RegExp(`Newsletter.*${de.person.yes}`) })
    .first()
    .waitFor();
  // Nobody reported a contract, so none is claimed.
  expect(await page.getByRole('row', { name: /^E-Mails zum Vertrag/ }).textContent()).toContain(de.person.unrecorded);
  await expectNoTraceOf(email);
  await expectAccessible('person');

  await page.getByRole('button', { name: de.proof.pdf }).click();
  expect(await page.getByText(de.reason.missing).isVisible()).toBe(true);
  await page.getByLabel(de.reason.label).fill('Schreiben vom 20. November');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: de.proof.pdf }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^evidence-demo-[\w-]{22}-\d{8}T\d{6}Z\.pdf$/);
  await page.getByText(de.proof.saved(file.suggestedFilename())).waitFor();
  expectQuiet();
});

test('the timeline shows all that happened, or one kind of it, and can be saved for a spreadsheet', async () => {
  const email = await subscriber();
  await signIn('Rita Revision');
  await lookUp(email);
  const rows = page.locator('section[aria-labelledby=timeline] tbody tr');
  await rows.first().waitFor();
  const all = await rows.count();
  await page.getByLabel(de.timeline.show).selectOption('ConsentGiven');
  expect(await rows.count()).toBe(1);
  expect(await rows.first().textContent()).toContain(de.steps.ConsentGiven);
  expect(await rows.first().textContent()).toContain(de.timeline.kinds.subject);
  await page.getByLabel(de.timeline.show).selectOption('ConsentRequested');
  expect(await rows.first().textContent()).toContain(de.timeline.anybody);
  expect(all).toBeGreaterThan(2);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: de.timeline.csv }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^timeline-demo-[\w-]{22}-\d{8}T\d{6}Z\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(new RegExp(`^\uFEFF"${de.timeline.when}";"${de.timeline.what}"`));
});

test('marketing sees why somebody gets no mail, and neither proof nor what happened', async () => {
  const email = await subscriber(false);
  await signIn('Mia Marketing');
  await lookUp(email);
  await page.getByText(de.person.mayWeMail).waitFor();
  await page.getByRole('row', { name: new RegExp(de.person.pendingAnswer) }).waitFor();
  expect(await page.getByText(standing.because.pending).count()).toBe(1);
  expect(await page.getByText(de.mails.kinds.confirmation).count()).toBe(1);
  expect(await page.getByRole('heading', { name: de.proof.title }).count()).toBe(0);
  expect(await page.getByRole('heading', { name: de.timeline.title }).count()).toBe(0);
  expect(await heading()).toBe(email);
  await page.getByRole('button', { name: de.person.again }).click();
  await page.getByText('Nicht gesendet').or(page.getByText('Gesendet.')).waitFor();
  await expectNoTraceOf(email);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: de.person.addressUnconfirmed }).waitFor();
});

test('who is not there is said, with the domain that was perhaps meant', async () => {
  await signIn('Conrad Compliance');
  await lookUp('erika.nobody@gmial.com');
  await page.getByText(de.search.meant).waitFor();
  await page.getByRole('button', { name: 'erika.nobody@gmail.com' }).click();
  await page.getByText(de.search.meant).waitFor({ state: 'detached' });
  await page.getByText('niemand gespeichert').waitFor();
  await lookUp('');
  expect(await page.getByText(de.search.empty).isVisible()).toBe(true);
  await lookUp('no address');
  await page.getByText(de.search.invalid).waitFor();
});

test('a reload comes back to the same place without a press', async () => {
  const email = await subscriber();
  await signIn('Conrad Compliance');
  await lookUp(email);
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  const address = page.url();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  expect(page.url()).toBe(address);
});

test('an operator sees the sites of their role alone; who is in no group is told so', async () => {
  await signIn('Dora Demo');
  await page.goto(`${STACK}/console/notice-001`);
  await page.getByText(de.lost.title).waitFor();
  await visitor.leave();
  await signIn('Nele Neu');
  expect(await heading()).toBe(de.noSite.title);
  await visitor.leave();
  await signIn('Ada Admin');
  expect(INVENTED.map(({ name }) => name)).toContain('Ada Admin');
  expect(await page.getByLabel(de.search.label).count()).toBe(0);
});

test('English is a choice, and stays one', async () => {
  await signIn('Conrad Compliance');
  await page.getByLabel(de.language).selectOption('en');
  await page.getByLabel(en.search.label).waitFor();
  await page.reload();
  await page.getByLabel(en.search.label).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

test('`/` leads to the field; what was typed elsewhere keeps its slash', async () => {
  await signIn('Conrad Compliance');
  // From a page without the field, too.
  await page.getByRole('link', { name: de.requests, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: de.requests }).waitFor();
  await page.keyboard.press('/');
  await page.getByLabel(de.search.label).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('a/b');
  expect(await page.getByLabel(de.search.label).inputValue()).toBe('a/b');
});

test('who signs out is out in every window, and nobody goes back to what they had open', async () => {
  const email = await subscriber();
  await signIn('Conrad Compliance');
  await lookUp(email);
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  const other = await page.context().newPage();
  await other.goto(`${STACK}/console`);
  await other.getByRole('button', { name: de.signIn.button }).click();
  await other.getByText(`${de.signedInAs} Conrad Compliance`).waitFor();
  await page.getByRole('button', { name: de.signOut }).click();
  await page.getByRole('heading', { name: de.signIn.title }).waitFor();
  await other.getByRole('heading', { name: de.signIn.title }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: de.signIn.title }).waitFor();
  expect(await page.getByText(email).count()).toBe(0);
});
