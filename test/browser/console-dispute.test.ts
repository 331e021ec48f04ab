import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { AtDesk, signedUp } from './at-desk';
import { useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

async function disputeOf(email: string): Promise<void> {
  at = await AtDesk.signIn(browser(), 'Conrad Compliance');
  ({ page } = at);
  await at.letter(email, 'dispute');
}
const done = (): Promise<void> => page.getByText(/^Erledigt: /).waitFor();

test('a dispute holds what there is, and the person is to be answered within a month, unless nobody waits', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await disputeOf(email);
  await page.getByLabel(own.page.label).fill('12 O 345/26');
  // Beside the name of the dispute, and beside the reason.
  expect(await page.getByText(de.reason.inProof).count()).toBe(2);
  await at.expectAccessible('de console letter dispute');
  await at.press(own.page.acts.dispute(email));
  await done();
  // It is held; answered it is not.
  expect(await page.getByRole('button', { name: own.close.button }).count()).toBe(0);
  // The proof for the court is made right here.
  await page.getByLabel(de.reason.label).fill('12 O 345/26');
  expect((await at.saves(de.proof.pdf)).suggestedFilename()).toMatch(/^evidence-demo-/);
  await page.goto(page.url().replace(/\/letter.*$/, ''));
  await page.getByText(/Löschung ausgesetzt wegen „12 O 345\/26“/).waitFor();
  const open = page.locator('a[href*="/request/"]');
  expect(await open.textContent()).toBe(own.wishes['never-agreed']);
  expect(await page.getByRole('listitem').filter({ has: open }).textContent()).toMatch(/in (28|29|30|31) Tagen/);
  // A second dispute is about the request that waits, and no further one.
  await page.getByRole('link', { name: own.wishes.dispute }).click();
  await page.getByLabel(own.page.label).fill('13 O 1/26');
  expect(await page.getByLabel(own.page.waiting).locator('option:checked').textContent()).toContain(own.facts.due);
  await at.press(own.page.acts.dispute(email));
  await done();
  await page.getByRole('link', { name: own.wishes['never-agreed'] }).click();
  // Both are said to be done for it.
  await page.getByText(de.steps.HoldPlaced).nth(1).waitFor();
});

test('of a dispute that nobody waits for there is no request', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await disputeOf(email);
  await page.getByLabel(own.page.label).fill('12 O 345/26');
  await page.getByLabel(own.page.waiting).selectOption({ label: own.page.nobodyWaits });
  await at.press(own.page.acts.dispute(email));
  await done();
  await page.goto(page.url().replace(/\/letter(\?.*)?$/, ''));
  await page.getByText(/Löschung ausgesetzt wegen/).waitFor();
  expect(await page.locator('a[href*="/request/"]').count()).toBe(0);
});
