import type { Page } from 'playwright-core';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { AtDesk, signedUp } from './at-desk';
import { useBrowser } from './visitor';

/* What the page of a letter, or of a request, offers once something was done for it. */

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const TODAY = new Date().toISOString().slice(0, 10);

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

/** Signed in, at what somebody's letter says. */
async function letterFrom(email: string, wish: keyof typeof own.wishes): Promise<void> {
  at = await AtDesk.signIn(browser(), 'Conrad Compliance');
  ({ page } = at);
  await at.letter(email, wish);
}

const received = (): Promise<void> => page.getByLabel(own.page.received).fill(TODAY);
const knows = (): Promise<void> => page.getByLabel(own.page.identities['known-address']).check();
const done = (): Promise<void> => page.getByText(/^Erledigt: /).waitFor();
const will = () => page.getByRole('region', { name: own.page.will });

test('an open request has the letter of what was done for it, and not the action once more', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email, 'erasure');
  await received();
  await knows();
  await at.press(own.page.checkInstead);
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: own.page.acts.instead(email) })
    .click();
  await done();
  await page.goto(page.url().replace(/\/letter(\?.*)?$/, ''));
  await page.getByRole('link', { name: own.wishes.erasure }).and(page.locator('[href*="/request/"]')).click();
  await page.getByText(/gesperrt, aber noch nicht gelöscht/).waitFor();
  expect(await page.getByRole('heading', { name: own.page.says }).count()).toBe(0);
  await at.expectAccessible('de console request done');
  expect((await at.saves(own.letter.pdf)).suggestedFilename()).toMatch(/^letter-erasure-in-part-demo-/);
  // Somebody may want more; what is so already is no button, and the letter stays.
  await at.press(own.page.more);
  await will().getByText(own.page.nothing).waitFor();
  expect(await page.getByRole('button', { name: own.page.checkInstead }).count()).toBe(0);
  await page.getByText(/gesperrt, aber noch nicht gelöscht/).waitFor();
  await at.press(own.close.button);
  await page.getByText(own.close.done).waitFor();
});
