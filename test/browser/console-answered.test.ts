import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
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
  await page.getByText(/eingeschränkt, gelöscht sind sie noch nicht/).waitFor();
  expect(await page.getByRole('heading', { name: own.page.says }).count()).toBe(0);
  await at.expectAccessible('de console request done');
  expect((await at.saves(own.letter.pdf)).suggestedFilename()).toMatch(/^letter-erasure-in-part-demo-/);
  // Somebody may want more; what is so already is no button, and the letter stays.
  await at.press(own.page.more);
  await will().getByText(own.page.nothing).waitFor();
  expect(await page.getByRole('button', { name: own.page.checkInstead }).count()).toBe(0);
  await page.getByText(/eingeschränkt, gelöscht sind sie noch nicht/).waitFor();
  await at.press(own.close.button);
  await page.getByText(own.close.done).waitFor();
});

describe('whoever says that they never agreed', () => {
  test('gets no more mail though nobody knows who writes, and an answer once it is known to be them', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await letterFrom(email, 'never-agreed');
    await received();
    // Ending mail as a precaution is the first choice; what is told of them waits.
    expect(await page.getByLabel(own.page.precaution.ends).isChecked()).toBe(true);
    await will().getByRole('listitem').filter({ hasText: de.steps.ConsentWithdrawn }).waitFor();
    await page.getByText(own.page.identityOfAnswer).waitFor();
    expect(await page.getByRole('heading', { name: own.letter.title }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: de.proof.title }).count()).toBe(0);
    await at.expectAccessible('de console letter never agreed');
    await at.press(own.page.acts['never-agreed'](email));
    await done();
    expect(await page.getByRole('heading', { name: own.letter.title }).count()).toBe(0);
    await knows();
    await page.getByText(/Ihre Einwilligung ist seit .* beendet/).waitFor();
    await page.getByRole('heading', { name: de.proof.title }).waitFor();
    expect((await at.saves(own.letter.pdf)).suggestedFilename()).toMatch(/^letter-never-agreed-demo-/);
    await at.press(own.close.button);
    await page.getByText(own.close.done).waitFor();
    await page.goto(page.url().replace(/\/letter(\?.*)?$/, ''));
    await page.getByText(de.standing.because.withdrawn).waitFor();
    // The journal of the person calls the letter as the page does.
    await page.getByText(de.letterNamed(own.letter.kinds['never-agreed'])).first().waitFor();
  });

  test('is only answered where that is chosen: mail goes on, which is said, and the letter names its request', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await letterFrom(email, 'never-agreed');
    await page.getByLabel(own.page.precaution.answers).check();
    await will().getByText(own.page.precaution.onlyAnswer).waitFor();
    await knows();
    await page.getByText(/dort die Einwilligung bestätigt/).waitFor();
    // Without the day there is no request that it could name.
    await at.press(own.letter.text);
    await page.getByText(own.close.missing).waitFor();
    await received();
    const file = await at.saves(own.letter.text);
    const text = await readFile(await file.path(), 'utf8');
    const wanted = /^Vorgang: (\S+)$/m.exec(text)?.[1] ?? '';
    expect(wanted).not.toBe('');
    await page.goto(page.url().replace(/\/letter(\?.*)?$/, `/request/${wanted}`));
    // Who writes was written down with it, so that the letter is there again.
    await page.getByText(own.page.identities['known-address']).first().waitFor();
    await page.getByText(/dort die Einwilligung bestätigt/).waitFor();
  });
});

test('whoever wants the proof alone gets it, and is answered, as something else', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email, 'access');
  await page.getByText(own.page.proofElsewhere(own.wishes.other)).waitFor();
  await page.getByLabel(own.wishes.other).check();
  await page.getByText(own.page.proofBelow).waitFor();
  expect(await page.getByRole('heading', { name: de.proof.title }).count()).toBe(0);
  await received();
  await knows();
  await page.getByRole('heading', { name: de.proof.title }).waitFor();
  await page.getByRole('button', { name: own.close.button }).waitFor();
});
