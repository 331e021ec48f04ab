import { readFile } from 'node:fs/promises';
import { desk as de } from '../../shared/words/de/desk';
import { deskJournal as own } from '../../shared/words/de/desk-journal';
import { desk as english } from '../../shared/words/en/desk';
import { deskJournal as inEnglish } from '../../shared/words/en/desk-journal';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser } from './visitor';

const browser = useBrowser();
const JOURNAL = `${STACK}/console/demo/journal`;

let at: AtDesk | undefined;
afterEach(() => at?.visitor.leave());

async function desk(name: string, options = {}): Promise<AtDesk> {
  return (at = await AtDesk.signIn(browser(), name, options));
}

/** Compliance reads the proof of somebody. @returns the id that lists name them by */
async function read(email: string, reason: string): Promise<string> {
  const { page } = await desk('Conrad Compliance');
  await page.getByLabel(de.search.label).fill(email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  await page.getByLabel(de.reason.label).fill(reason);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: de.proof.file }).click();
  await saved;
  return page.url().split('/').at(-1)!;
}

test('compliance sees what they did, with name and reason, filters it, and takes it along as a table', async () => {
  const email = await signedUp(browser(), 'newsletter-product');
  const id = await read(email, 'Schreiben vom 21. November');
  const { page } = at!;
  await page.getByRole('navigation').getByRole('link', { name: de.journal }).click();
  await page.getByRole('heading', { level: 1, name: /^Protokoll von / }).waitFor();
  const row = page.getByRole('row').filter({ hasText: id });
  await row.getByText('Schreiben vom 21. November').waitFor();
  expect(await row.textContent()).toContain(de.steps.EvidenceDisclosed);
  expect(await row.textContent()).toContain('Conrad Compliance');
  await at!.expectAccessible('de console journal');

  await page.getByLabel(own.what).selectOption('DataErased');
  await row.waitFor({ state: 'detached' });
  await page.getByLabel(own.what).selectOption('EvidenceDisclosed');
  await row.waitFor();
  await page.getByLabel(own.who).selectOption({ label: own.myself('Conrad Compliance') });
  await page.getByLabel(own.period).selectOption('30');
  await row.waitFor();
  expect(page.url()).toMatch(/\/console\/demo\/journal\?period=30&who=[\w-]+&what=EvidenceDisclosed&person=$/);
  // The address says what is shown.
  await page.reload();
  await row.waitFor();

  // A browser that asks where to save it shows a dialog of its own.
  await page.evaluate('delete window.showSaveFilePicker');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: own.csv }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^journal-demo-[\d-]{21}-\d{8}T\d{6}Z\.csv$/);
  const table = await readFile(await file.path(), 'utf8');
  expect(table).toMatch(/^\ufeff"at";"operator";"name";"client";"type"/);
  expect(table.split('\r\n').find((line) => line.includes(id))).toMatch(
    /"Conrad Compliance".*"Schreiben vom 21. November";""$/,
  );

  await row.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  // The person's own page says why, too, and leads back to what operators did about them alone.
  await page.getByRole('row').filter({ hasText: de.steps.EvidenceDisclosed }).getByText('Schreiben vom 21.').waitFor();
  await page.getByRole('link', { name: de.timeline.journal }).click();
  await page.getByText(own.person(id)).waitFor();
  await row.waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await at!.expectNoTraceOf(email);
  at!.expectQuiet();
});

test('an auditor reads it in English; where nothing matches, the page says what to do', async () => {
  const id = await read(await signedUp(browser(), 'newsletter-product'), 'Schreiben vom 22. November');
  await at!.visitor.leave();
  const { page } = await desk('Rita Revision', { locale: 'en-GB' });
  await page.getByRole('navigation').getByRole('link', { name: english.journal }).click();
  await page.getByRole('row').filter({ hasText: id }).getByText('Schreiben vom 22. November').waitFor();
  await at!.expectAccessible('en console journal');
  await page.goto(`${JOURNAL}?period=7&what=HoldLifted&who=nobody`);
  await page.getByText(inEnglish.noneHint).waitFor();
  // Everybody who did something can be chosen, also where no row is theirs.
  const others = page.getByLabel(inEnglish.who).locator('option', { hasText: 'Conrad Compliance' });
  await others.waitFor({ state: 'attached' });
  await at!.expectAccessible('en console journal of nothing');
  await page.getByRole('button', { name: inEnglish.clear }).click();
  await page.getByRole('row').filter({ hasText: id }).waitFor();
});

test('marketing has no journal, nor by its address', async () => {
  const { page } = await desk('Mia Marketing');
  expect(await page.getByRole('navigation').getByRole('link', { name: de.journal }).count()).toBe(0);
  await page.goto(JOURNAL);
  await page.getByText(de.lost.title).waitFor();
});
