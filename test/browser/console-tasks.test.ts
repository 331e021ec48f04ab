import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskAudience as audience } from '../../shared/words/de/desk-audience';
import { deskCounts as counts } from '../../shared/words/de/desk-counts';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { somebody } from './forms';
import { documentedPresses, pressesOn } from './presses';
import { linkTo, STACK, useBrowser } from './visitor';

/* What marketing and compliance do each day, from the start page on, in as many presses as docs/console.md says. */

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const TODAY = new Date().toISOString().slice(0, 10);

let at: AtDesk;
let page: Page;
let presses: Awaited<ReturnType<typeof pressesOn>>;
afterEach(() => at.visitor.leave());

async function begin(name: string): Promise<void> {
  at = await AtDesk.signIn(browser(), name);
  ({ page } = at);
  await page.getByLabel(de.search.label).waitFor();
  presses = await pressesOn(page);
}

async function expectPresses(task: string): Promise<void> {
  const { count, longest } = await presses();
  // A figure for docs/performance.md, and no limit: how long it takes is the machine's.
  process.stderr.write(`${task}: ${count} presses, the slowest answered in ${Math.round(longest)} ms\n`);
  expect({ task, presses: count }).toEqual({ task, presses: documentedPresses(task) });
}

const received = (): Promise<void> => page.getByLabel(own.page.received).fill(TODAY);
const knows = (): Promise<void> => page.getByLabel(own.page.identities['known-address']).check();

const saves = async (name: string | RegExp): Promise<string> => (await at.saves(name)).suggestedFilename();

describe('compliance', () => {
  test('proves', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await begin('Conrad Compliance');
    await at.lookUp(email);
    await page.getByLabel(de.reason.label).fill('Schreiben vom 20. November');
    expect(await saves(de.proof.pdf)).toMatch(/^evidence-demo-/);
    await expectPresses('Prove a consent');
  });

  test('gives access', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await begin('Conrad Compliance');
    await at.letter(email, 'access');
    await received();
    await knows();
    expect(await saves(own.page.acts.access(email))).toMatch(/^access-demo-/);
    expect(await saves(own.letter.pdf)).toMatch(/^letter-access-demo-/);
    await expectPresses('Give access');
  });

  test('erases', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await begin('Conrad Compliance');
    await at.letter(email, 'erasure');
    await received();
    await knows();
    // Proof has to be kept, so that is what the buttons say.
    await at.press(own.page.checkInstead);
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: own.page.acts.instead(email) })
      .click();
    expect(await saves(own.letter.pdf)).toMatch(/^letter-erasure-in-part-demo-/);
    await expectPresses('Erase');
  });

  test('records an objection', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await begin('Conrad Compliance');
    await at.letter(email, 'objection');
    await received();
    await at.press(own.page.acts.objection(email));
    expect(await saves(own.letter.pdf)).toMatch(/^letter-objection-demo-/);
    await expectPresses('Record an objection');
  });

  test('keeps everything for a dispute, and proves', async () => {
    const email = await signedUp(browser(), PRODUCT);
    await begin('Conrad Compliance');
    await at.letter(email, 'dispute');
    await page.getByLabel(own.page.label).fill('12 O 345/26');
    await at.press(own.page.acts.dispute(email));
    await page.getByText(/^Erledigt: /).waitFor();
    await page.getByLabel(de.reason.label).fill('12 O 345/26');
    expect(await saves(de.proof.pdf)).toMatch(/^evidence-demo-/);
    await expectPresses('Hold for a dispute, and prove');
  });

  test('answers somebody of whom nothing is stored', async () => {
    await begin('Conrad Compliance');
    await at.lookUp(somebody());
    await page.getByRole('link', { name: de.letter }).click();
    expect(await saves(own.letter.pdf)).toMatch(/^letter-nothing-stored-demo-/);
    await expectPresses('Answer an unknown address');
  });
});

describe('marketing', () => {
  test('sees how many may be mailed and which form works, without a press', async () => {
    await begin('Mia Marketing');
    await page.getByRole('heading', { name: counts.home.mailed }).waitFor();
    await expectPresses('How many may be mailed?');
    await page.getByRole('table', { name: counts.home.forms }).waitFor();
    await expectPresses('Which form works?');
  });

  test('sees who left since a day', async () => {
    const email = await signedUp(browser(), PRODUCT);
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(await linkTo(email, 'unsubscribe'), { method: 'POST', body })).status).toBe(200);
    await until(hasLeft(email), (isThere) => isThere);
    await begin('Mia Marketing');
    await page.getByRole('navigation').getByRole('link', { name: de.audience, exact: true }).click();
    await page.getByLabel(audience.left.since).fill(TODAY);
    const file = await at.saves(audience.left.csv);
    expect(file.suggestedFilename()).toMatch(/^leavers-demo-newsletter-product-/);
    expect(await readFile(await file.path(), 'utf8')).toContain(email);
    await expectPresses('Who left since a day?');
  });

  test('takes the list to a mailing tool', async () => {
    await signedUp(browser(), PRODUCT);
    // Nobody may have been there when it was counted last, which is good for five minutes.
    await fetch(`${STACK}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT6M' }) });
    await begin('Mia Marketing');
    await page.evaluate('delete window.showSaveFilePicker');
    await page.getByRole('navigation').getByRole('link', { name: de.audience, exact: true }).click();
    await page.getByLabel(audience.export.format).selectOption('brevo');
    expect(await saves(/^[\d.]+ holen$/)).toMatch(/^audience-demo-newsletter-product-/);
    await expectPresses('Take the list to a tool');
  });

  test('sees why somebody gets no mail', async () => {
    const email = await signedUp(browser(), PRODUCT, false);
    await begin('Mia Marketing');
    await at.lookUp(email);
    await page.getByText(de.standing.because.pending).first().waitFor();
    await expectPresses('Why does somebody get no mail?');
  });
});

/** Whether the list of who left has them yet. */
function hasLeft(email: string) {
  return async (): Promise<boolean> => {
    const { marketing = '' } = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
    const headers = { authorization: `Bearer ${marketing}` };
    return (await (await fetch(`${STACK}/v1/sites/demo/leavers?purpose=${PRODUCT}`, { headers })).text()).includes(
      email,
    );
  };
}
