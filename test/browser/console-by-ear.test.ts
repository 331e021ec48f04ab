import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { useBrowser } from './visitor';

/* Two tasks by somebody who hears the pages: by keyboard alone, with what a screen reader is told. */

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const TODAY = new Date().toISOString().slice(0, 10);

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

/** Notes what live regions come to say, and what is read as something has the focus. */
const LISTENING = `
  window.heard = [];
  const LIVE = '[role=status], [role=alert], [aria-live]';
  const tell = (text) => {
    const said = (text ?? '').replace(/\\s+/g, ' ').trim();
    if (said !== '' && window.heard.at(-1) !== said) window.heard.push(said);
  };
  new MutationObserver((changes) => {
    const nodes = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement));
    const inside = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
    const regions = [...nodes.map((node) => node?.closest(LIVE)), ...inside.filter((node) => node.matches(LIVE))];
    for (const region of new Set(regions)) if (region?.isConnected) tell(region.innerText);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  addEventListener('focusin', ({ target }) => target.matches('h1, [tabindex="-1"]') && tell(target.innerText));
`;

const heard = (): Promise<string[]> => page.evaluate<string[]>('window.heard');
const hears = (text: string): Promise<string[]> =>
  until(heard, (lines) => lines.some((line) => line.includes(text)), 20_000);

async function begin(): Promise<void> {
  at = await AtDesk.signIn(browser(), 'Conrad Compliance');
  ({ page } = at);
  // Whoever arrives can type at once.
  await page.getByLabel(de.search.label).and(page.locator(':focus')).waitFor();
  await page.evaluate(LISTENING);
}

/** Goes on with Tab until the focus is on what has that role and name in the tree that screen readers read. */
async function tabTo(role: 'link' | 'button' | 'textbox' | 'radio', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let presses = 0; presses < 60; presses++) {
    if ((await wanted.count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to the ${role} "${name}".`);
}

async function lookUp(email: string): Promise<void> {
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await hears(email);
}

test('prove: who it is about is read first, then where the reason goes, and what was saved', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await begin();
  await lookUp(email);
  const tree = await page.locator('main').ariaSnapshot();
  expect(tree).toContain(`- heading "${email}" [level=1]`);
  expect(tree).toContain(`- heading "${de.person.mayWeMail}" [level=2]`);
  expect(tree).toMatch(/- row "Newsletter „Produkt“ ja in Kraft/);

  await tabTo('button', de.proof.pdf);
  await page.keyboard.press('Enter');
  await hears(de.reason.missing);
  await page.keyboard.press('Shift+Tab');
  await page.getByLabel(de.reason.label, { exact: true }).and(page.locator(':focus')).waitFor();
  const asked = await page.getByRole('region', { name: de.proof.title }).ariaSnapshot();
  expect(asked).toContain(`- textbox "${de.reason.label}" [invalid]`);
  await page.keyboard.type('Schreiben vom 20. November');
  await tabTo('button', de.proof.pdf);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await saved;
  await hears('Gespeichert als evidence-demo-');
});

test('erase: what is missing is said, the preview is read, the way out has the focus, and so has what was done', async () => {
  const email = await signedUp(browser(), PRODUCT);
  await begin();
  await lookUp(email);
  await tabTo('link', own.wishes.erasure);
  await page.keyboard.press('Enter');
  await hears(own.page.letterFrom(email));
  await hears(de.steps.ConsentWithdrawn);
  await hears(own.page.against.title);
  await page.getByRole('checkbox', { name: own.page.despiteDuty }).focus();
  await page.keyboard.press('Space');
  await page.getByText(own.page.noUndo).first().waitFor();
  const preview = await page.getByRole('region', { name: own.page.will }).ariaSnapshot();
  expect(preview).toContain(own.page.noUndo);
  expect(await page.getByRole('radio', { name: own.wishes.erasure }).isChecked()).toBe(true);

  await tabTo('button', own.page.check);
  await page.keyboard.press('Enter');
  await hears(own.page.receivedMissing);
  await hears(own.page.identityMissing);
  // A day is typed differently in each country.
  await page.getByLabel(own.page.received).fill(TODAY);
  await page.getByRole('radio', { name: own.page.identities['reply-to-address'] }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: own.page.identities['known-address'] }).isChecked()).toBe(true);
  await tabTo('button', own.page.check);
  await page.keyboard.press('Enter');

  const last = page.getByRole('alertdialog', { name: `${own.page.acts.erasure(email)}?` });
  await last.waitFor();
  const dialog = await last.ariaSnapshot();
  await last.getByRole('button', { name: own.page.cancel }).and(page.locator(':focus')).waitFor();
  expect(dialog).toContain(own.page.noUndo);
  await page.keyboard.press('Tab');
  await page
    .getByRole('button', { name: own.page.acts.erasure(email) })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  await hears('Erledigt: ');
  await page
    .getByText(/^Erledigt: /)
    .and(page.locator(':focus, :focus *'))
    .waitFor();
  await tabTo('button', own.letter.pdf);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await saved;
  await hears('Gespeichert als letter-erasure-demo-');
});
