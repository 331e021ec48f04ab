import { readFile } from 'node:fs/promises';
import { desk as de } from '../../shared/words/de/desk';
import { deskAudience as own } from '../../shared/words/de/desk-audience';
import { deskAudience as english } from '../../shared/words/en/desk-audience';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { linkTo, STACK, useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const NO_PICKER = 'delete window.showSaveFilePicker';

let at: AtDesk | undefined;
afterEach(() => at?.visitor.leave());

async function desk(name: string, options = {}): Promise<AtDesk> {
  return (at = await AtDesk.signIn(browser(), name, options));
}

/** Once the audience has heard of them. */
async function inAudience(email: string): Promise<void> {
  const { marketing = '' } = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
  const url = `${STACK}/v1/sites/demo/purposes/${PRODUCT}/audience?limit=1000`;
  const look = async () => (await fetch(url, { headers: { authorization: `Bearer ${marketing}` } })).text();
  await until(look, (text) => text.includes(email));
}

/** Counts of before are good for five minutes. */
const later = () => fetch(`${STACK}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT6M' }) });

test('marketing sees how many may be mailed, gets the list for the tool, and sees who fetched it', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await inAudience(email);
  await later();
  const { page, visitor } = await desk('Mia Marketing');
  await page.evaluate(NO_PICKER);
  await page.getByRole('link', { name: de.audience }).click();
  await page
    .getByText(/dürfen angeschrieben werden|darf angeschrieben werden/)
    .first()
    .waitFor();
  await page.getByLabel(own.purpose).selectOption(PRODUCT);
  await page.getByRole('region', { name: own.export.title }).getByRole('combobox').selectOption('brevo');
  await page.getByRole('heading', { name: own.fetched.title }).waitFor();
  await page.getByText(own.loading).waitFor({ state: 'detached' });
  const notedBefore = await page
    .getByRole('region', { name: own.fetched.title })
    .getByRole('row', { name: /Mia Marketing/ })
    .count();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /holen$/ }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^audience-demo-newsletter-product-brevo-\d{8}T\d{6}Z\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toMatch(/^"EMAIL","FIRSTNAME"/);
  expect(text).toContain(`"${email}"`);
  await page.getByText(file.suggestedFilename()).waitFor();
  await at!.expectNoTraceOf(email);
  // Who fetched it is there without a reload, and again after one.
  const noted = page.getByRole('region', { name: own.fetched.title }).getByRole('row', { name: /Mia Marketing/ });
  expect(
    await until(
      () => noted.count(),
      (count) => count > notedBefore,
    ),
  ).toBe(notedBefore + 1);
  // Whoever wants no file after all is told that the people were fetched all the same.
  await page.evaluate(`window.showSaveFilePicker = () => Promise.reject(new DOMException('', 'AbortError'))`);
  await page.getByRole('button', { name: /holen$/ }).click();
  await page.getByText(/^Abgebrochen\. [1-9]\d* Person(?:en)? wurden? abgerufen, aber nicht gespeichert\./).waitFor();
  await until(
    () => noted.count(),
    (count) => count > notedBefore + 1,
  );
  await page.reload();
  await noted.first().waitFor();
  expect(page.url()).toContain(`purpose=${PRODUCT}`);
  await at!.expectAccessible('de console audience');
  at!.expectQuiet();
  expect(visitor.requested.some((url) => url.includes('profile=brevo'))).toBe(true);
});

test('where the browser can write to the disk, the list goes there as it comes; a list for programs has nobody but people', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await inAudience(email);
  const { page } = await desk('Mia Marketing', { locale: 'en-GB' });
  await page.goto(`${STACK}/console/demo/audience?purpose=${PRODUCT}`);
  await page.getByRole('heading', { name: english.export.title }).waitFor();
  // The dialog is the browser's own: a file of the page's own stands in for the one that is chosen there.
  await page.evaluate(`window.showSaveFilePicker = async ({ suggestedName }) =>
    (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true })`);
  await page.getByRole('region', { name: english.export.title }).getByRole('combobox').selectOption('ndjson');
  await page.getByRole('button', { name: /^Get \d/ }).click();
  const done = page.getByText(/(?:person|people) saved as audience-demo-newsletter-product-\d{8}T\d{6}Z\.ndjson/);
  await done.waitFor();
  const [, count = ''] = /^(\d+) people/.exec((await done.textContent()) ?? '') ?? [];
  const text = await page.evaluate<string>(`navigator.storage.getDirectory().then(async (folder) => {
    for await (const [, handle] of folder.entries()) return (await handle.getFile()).text();
  })`);
  const people = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { email?: string });
  expect(people).toHaveLength(Number(count));
  expect(people.every((one) => one.email !== undefined)).toBe(true);
  expect(people.map((one) => one.email)).toContain(email);
});

test('who left is on the list with how, and leads to the person', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await inAudience(email);
  const link = await linkTo(email, 'unsubscribe');
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
  const { page } = await desk('Mia Marketing');
  const address = `${STACK}/console/demo/audience?purpose=${PRODUCT}`;
  await until(
    async () => {
      await page.goto(address);
      await page.getByText(own.left.hint).waitFor();
      await page.getByRole('button', { name: own.left.show, exact: true }).click();
      return page
        .getByRole('link', { name: email })
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    },
    (isThere) => isThere,
  );
  await page.getByRole('row', { name: new RegExp(`${email}.*${own.left.hows.withdrawn}`) }).waitFor();
  await page.evaluate(NO_PICKER);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: own.left.csv }).click();
  expect((await saved).suggestedFilename()).toMatch(/^leavers-demo-newsletter-product-\d{8}T\d{6}Z\.csv$/);
  await page.getByRole('link', { name: email }).click();
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  await at!.expectNoTraceOf(email);
});

test('who only opens the page of the audience has fetched nobody', async () => {
  const { page, visitor } = await desk('Mia Marketing');
  await page.goto(`${STACK}/console/demo/audience?purpose=${PRODUCT}`);
  await page.getByText(own.left.hint).waitFor();
  await page.getByText(/^Gezählt: /).waitFor();
  expect(visitor.requested.filter((url) => url.includes('/leavers'))).toEqual([]);
});

test('compliance sees a tool that is not in step, why, and tells it again', async () => {
  const brieftapir = `${STACK}/_local/processors/demo/brieftapir`;
  await fetch(brieftapir, { method: 'PUT', body: JSON.stringify({ status: 401 }) });
  await signedUp(browser(), PRODUCT);
  const { page } = await desk('Conrad Compliance');
  expect(await page.getByRole('link', { name: de.audience }).count()).toBe(0);
  await page.getByRole('link', { name: de.tools }).click();
  const wrong = page.getByText(own.tool.why.key(401));
  await until(
    async () => {
      await page.reload();
      return wrong.waitFor({ timeout: 3000 }).then(
        () => true,
        () => false,
      );
    },
    (isThere) => isThere,
  );
  await page.getByText(own.tool.states['by-hand']).waitFor();
  await at!.expectAccessible('de console tools');
  await fetch(brieftapir, { method: 'PUT', body: JSON.stringify({ status: 200 }) });
  await page.getByRole('button', { name: own.tools.again }).click();
  await page.getByText(own.tool.states['in-step']).waitFor();
  await wrong.waitFor({ state: 'detached' });
  at!.expectQuiet();
});

test('an auditor gets to no list, nor by its address', async () => {
  const { page } = await desk('Rita Revision');
  expect(await page.getByRole('link', { name: de.audience }).count()).toBe(0);
  await page.goto(`${STACK}/console/demo/audience`);
  await page.getByText(de.lost.title).first().waitFor();
});
