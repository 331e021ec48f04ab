import { readFile } from 'node:fs/promises';
import type { Page, Route } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { AtDesk, signedUp } from './at-desk';
import { somebody } from './forms';
import { linkTo, STACK, useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const TODAY = new Date().toISOString().slice(0, 10);

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

async function signIn(name = 'Conrad Compliance', options = {}): Promise<void> {
  at = await AtDesk.signIn(browser(), name, options);
  ({ page } = at);
}

/** Signed in, at somebody's letter. */
async function letterFrom(email: string): Promise<void> {
  await signIn();
  await at.lookUp(email);
  await page.getByRole('link', { name: de.letter }).click();
  await page.getByRole('heading', { level: 1, name: own.page.letterFrom(email) }).waitFor();
}

const isTried = (route: Route): boolean => route.request().postData()?.includes('"dryRun":true') ?? false;
const says = (wish: keyof typeof own.wishes): Promise<void> => page.getByLabel(own.wishes[wish]).check();
const received = (): Promise<void> => page.getByLabel(own.page.received).fill(TODAY);
const knows = (how: keyof typeof own.page.identities): Promise<void> =>
  page.getByLabel(own.page.identities[how]).check();
const press = (name: string): Promise<void> => at.press(name);
const done = (): Promise<void> => page.getByText(/^Erledigt: /).waitFor();
const will = () => page.getByRole('region', { name: own.page.will });
const letter = () => page.getByRole('group', { name: /./ }).last();

async function saves(name: string): Promise<{ readonly name: string; readonly text: string }> {
  const file = await at.saves(name);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'latin1') };
}

test('an erasure that only restricts says so before, when it is asked once more, after, in the letter and to marketing', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email);
  await at.expectAccessible('de console letter');
  await says('erasure');
  await will().getByRole('listitem').filter({ hasText: de.steps.ConsentWithdrawn }).waitFor();
  await will().getByText(own.page.against.title).first().waitFor();
  await will().getByText(own.page.theirsAlone).first().waitFor();
  await will().getByText(own.page.liftable).first().waitFor();
  // Neither the page nor the question says that anything is erased now.
  expect(await page.getByRole('button', { name: own.page.check, exact: true }).count()).toBe(0);
  expect(await will().getByText(own.page.noUndo).count()).toBe(0);
  await press(own.page.checkInstead);
  expect(await page.getByText(own.page.receivedMissing).isVisible()).toBe(true);
  expect(await page.getByText(own.page.identityMissing).isVisible()).toBe(true);
  await received();
  await knows('known-address');
  await at.expectAccessible('de console letter erasure');
  await press(own.page.checkInstead);
  const last = page.getByRole('alertdialog', { name: `${own.page.acts.instead(email)}?` });
  await last.waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe(own.page.cancel);
  await at.expectAccessible('de console letter erasure asked');
  await page.keyboard.press('Enter');
  await last.waitFor({ state: 'hidden' });
  await press(own.page.checkInstead);
  await last.getByRole('button', { name: own.page.acts.instead(email) }).click();
  await done();
  const status = will().getByRole('listitem').filter({ hasText: 'Eingeschränkt, noch nicht gelöscht' });
  expect(await status.textContent()).toMatch(/Gelöscht wird danach von selbst, am \d+\. \w+ 20\d\d\.$/);
  // Proof has to be kept, so the letter says what stays.
  await page.getByText(/eingeschränkt, gelöscht sind sie noch nicht/).waitFor();
  expect(await letter().textContent()).toContain(email);
  await at.expectAccessible('de console letter done');
  const pdf = await saves(own.letter.pdf);
  expect(pdf.name).toMatch(/^letter-erasure-in-part-demo-[\w-]{22}-\d{8}T\d{6}Z\.pdf$/);
  expect(pdf.text).toMatch(/^%PDF-/);
  await press(own.close.button);
  await page.getByText(own.close.done).waitFor();
  await at.expectNoTraceOf(email);
  at.expectQuiet();
  await page.getByRole('link', { name: own.close.list }).click();
  await page.getByRole('link', { name: own.list.tiles.closed }).click();
  const closed = page.getByRole('row').filter({ hasText: own.wishes.erasure }).first();
  expect(await closed.textContent()).toContain(own.close.outcomes.restriction);
  await closed.getByRole('link').click();
  // What is closed is not due any more.
  await page.getByText(own.facts.closed, { exact: true }).waitFor();
  expect(await page.getByText(own.facts.due, { exact: true }).count()).toBe(0);
  await at.visitor.leave();
  await signIn('Mia Marketing');
  await at.lookUp(email);
  await page.getByText(new RegExp(`^${de.person.notMailed} Verarbeitung eingeschränkt seit`)).waitFor();
});

test('an objection takes one press, and needs nobody to prove who they are', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email);
  await says('objection');
  await received();
  expect(await page.getByText(own.page.anybody).isVisible()).toBe(true);
  await press(own.page.acts.objection(email));
  await done();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(own.letter.copy);
  await page.getByText(own.letter.copied).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(email);
  const text = await saves(own.letter.text);
  expect(text.name).toMatch(/^letter-objection-demo-[\w-]{22}-\d{8}T\d{6}Z\.txt$/);
});

test('access gives the report and the letter that it goes with', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email);
  await says('access');
  await received();
  await knows('reply-to-address');
  const report = await saves(own.page.acts.access(email));
  expect(report.name).toMatch(/^access-demo-.*\.pdf$/);
  await done();
  await page.getByText(/Auskunft nach Art\. 15 DSGVO liegt/).waitFor();
});

test('a correction, a restriction and its end go the same way', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email);
  await says('rectification');
  await page.getByLabel('Vorname').fill('Erika');
  await received();
  await knows('known-address');
  await press(own.page.acts.rectification(email));
  await done();
  await page.getByText(/haben wir Ihre Angaben berichtigt/).waitFor();
  await page.reload();
  await page.getByText(/^Erika/).waitFor();
  await says('restriction');
  await received();
  // Who restricted can lift it.
  await will().getByText(own.page.liftable).waitFor();
  expect(await will().getByText(own.page.theirsAlone).count()).toBe(0);
  await press(own.page.acts.restriction(email));
  await done();
  await page.reload();
  await says('lifting');
  await will().getByText(own.page.missing).waitFor();
  await page.getByLabel(own.page.asked).check();
  await received();
  await press(own.page.acts.lifting(email));
  await done();
  await page.goto(page.url().replace(/\/letter$/, ''));
  // What was not closed is seen by whoever looks the person up.
  await page.getByRole('link', { name: own.wishes.rectification }).and(page.locator('[href*="/request/"]')).waitFor();
});

test('what happened meanwhile is shown, and nothing is done until the operator looked again', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await letterFrom(email);
  await says('withdrawal');
  await received();
  await will().getByRole('listitem').filter({ hasText: de.steps.ConsentWithdrawn }).waitFor();
  const answer = await fetch(await linkTo(email, 'unsubscribe'), {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(answer.status).toBe(200);
  await press(own.page.acts.withdrawal(email));
  await page.getByText(own.page.changed).waitFor();
  await will().getByText(own.page.nothing).waitFor();
  expect(await page.evaluate('document.activeElement.textContent')).toBe(own.page.cancel);
  // What is so already needs no button, and has its letter.
  expect(await page.getByRole('button', { name: own.page.acts.withdrawal(email) }).count()).toBe(0);
  await page.getByText(/Ihre Einwilligung ist seit .* beendet/).waitFor();
});

describe('an answer that got lost', () => {
  test('is looked up: what was done is not done again', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await letterFrom(email);
    await says('withdrawal');
    await received();
    await will().getByRole('listitem').filter({ hasText: de.steps.ConsentWithdrawn }).waitFor();
    let lost = 0;
    await page.route('**/subjects/withdrawals', async (route) => {
      if (isTried(route)) return route.continue();
      // It arrives there, and nothing comes back.
      if (lost === 0) await route.fetch();
      lost += 1;
      await route.abort();
    });
    await press(own.page.acts.withdrawal(email));
    await done();
    await page.getByText(/Ihre Einwilligung ist seit .* beendet/).waitFor();
    expect(lost).toBeGreaterThan(0);
  });

  test('is said to be lost where it was not done, and where nobody can be asked', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await letterFrom(email);
    await says('withdrawal');
    await received();
    await will().getByRole('listitem').filter({ hasText: de.steps.ConsentWithdrawn }).waitFor();
    await page.route('**/subjects/withdrawals', (route) => (isTried(route) ? route.continue() : route.abort()));
    await page.route('**/subjects/look-up', (route) => route.abort());
    await press(own.page.acts.withdrawal(email));
    await page.getByText(own.page.unsure).waitFor();
    await page.unroute('**/subjects/look-up');
    await press(own.page.lookAgain);
    await page.getByText(own.page.notDone).waitFor();
    await page.unroute('**/subjects/withdrawals');
    await press(own.page.acts.withdrawal(email));
    await done();
  });
});

test('of an unknown address the letter is there at once, and an objection can be recorded', async () => {
  const email = somebody();
  await signIn();
  await at.lookUp(email);
  await page.getByRole('link', { name: de.letter }).click();
  await page
    .getByText(own.arrived.unknown('Demo'))
    .or(page.getByText(/nichts gespeichert\. Das Schreiben/))
    .waitFor();
  await page.getByText(/nichts gespeichert\. Haben Sie sich/).waitFor();
  const pdf = await saves(own.letter.pdf);
  expect(pdf.name).toMatch(/^letter-nothing-stored-demo-/);
  await at.expectNoTraceOf(email);
  await at.expectAccessible('de console letter nobody');
  await says('objection');
  await received();
  await press(own.page.acts.objection(email));
  await done();
  await page.getByText(/^Unter dieser Adresse war bei .* Festgehalten ist jetzt der Vorgang/).waitFor();
  await press(own.close.button);
  await page.getByText(own.close.done).waitFor();
  expect(await page.getByText('festgehalten ist noch nichts').count()).toBe(0);
  await at.expectNoTraceOf(email);
  await page.reload();
  // The address was in memory alone.
  await page.getByRole('heading', { level: 1, name: own.arrived.title }).waitFor();
});

test('who may not answer letters is offered no such page', async () => {
  const email = await signedUp(browser(), PRODUCT);
  for (const name of ['Mia Marketing', 'Rita Revision']) {
    await signIn(name);
    await at.lookUp(email);
    await page.getByRole('heading', { level: 1, name: email }).waitFor();
    expect(await page.getByRole('link', { name: de.letter }).count()).toBe(0);
    await page.goto(`${STACK}/console/demo/letter`);
    await page.getByText(de.lost.title).waitFor();
    if (name === 'Mia Marketing') await at.visitor.leave();
  }
});
