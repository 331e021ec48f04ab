import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskLists as lists } from '../../shared/words/de/desk-lists';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const TODAY = new Date().toISOString().slice(0, 10);

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

test('an objection with reasons is weighed, and what came of it is said with reasons of ours', async () => {
  const email = await signedUp(browser(), PRODUCT);
  at = await AtDesk.signIn(browser(), 'Conrad Compliance');
  ({ page } = at);
  await at.letter(email, 'weighing');
  await page.getByLabel(own.page.received).fill(TODAY);
  await at.press(own.page.acts.weighing(email));
  await page.getByText(/^Erledigt: /).waitFor();
  await page.getByText(/Wir prüfen die Gründe, die Sie genannt haben/).waitFor();
  await page.goto(`${STACK}/console/demo/worklists?list=weighings`);
  await page.getByRole('link', { name: lists.weigh }).last().waitFor();
  // Its request is not answered by the letter that says so: the decision is next.
  const { cases } = await asked();
  const { id, case: wanted } = cases.findLast(({ wish }) => wish === 'weighing')!;
  await page.goto(`${STACK}/console/demo/person/${id}/request/${wanted}`);
  await page.getByLabel(own.page.verdicts.refused).waitFor();
  await page.getByText(/Wir prüfen die Gründe, die Sie genannt haben/).waitFor();
  expect(await page.getByRole('button', { name: own.close.button }).count()).toBe(0);
  await page.goto(`${STACK}/console/demo`);
  await at.lookUp(email);
  await page.getByText(de.person.weighed).waitFor();
  await page.getByRole('link', { name: own.wishes.verdict }).click();
  await page.getByLabel(own.page.verdicts.refused).check();
  await page.getByText(own.page.toldByMail).waitFor();
  await at.expectAccessible('de console letter verdict');
  await at.press(own.page.acts.verdict(email));
  expect(await page.getByText(de.reason.missing).isVisible()).toBe(true);
  await page.getByLabel(own.page.grounds).fill('Der Kurs läuft noch');
  await at.press(own.page.acts.verdict(email));
  await page.getByText(/^Erledigt: /).waitFor();
  // It answers the request that the objection was.
  await at.press(own.close.button);
  await page.getByText(own.close.done).waitFor();
  const told = async (): Promise<boolean> =>
    (await (await fetch(`${STACK}/_local/inbox`)).text()).includes('Der Kurs läuft noch');
  expect(await until(told, (isTold) => isTold)).toBe(true);
  await page.goto(page.url().replace(/\/letter.*$/, ''));
  await page.getByRole('heading', { level: 1, name: email }).waitFor();
  expect(await page.getByText(de.person.weighed).count()).toBe(0);
  await at.expectNoTraceOf(email);
});

/** The requests that wait, as the list has them. */
async function asked(): Promise<{ cases: { id: string; case: string; wish?: string }[] }> {
  const { compliance = '' } = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
  const headers = { authorization: `Bearer ${compliance}` };
  const answer = await fetch(`${STACK}/v1/sites/demo/cases`, { headers });
  return (await answer.json()) as Awaited<ReturnType<typeof asked>>;
}

test('a decision whose answer got lost is looked up, and not taken twice', async () => {
  const email = await signedUp(browser(), PRODUCT);
  at = await AtDesk.signIn(browser(), 'Conrad Compliance');
  ({ page } = at);
  await at.letter(email, 'weighing');
  await page.getByLabel(own.page.received).fill(TODAY);
  await at.press(own.page.acts.weighing(email));
  await page.getByText(/^Erledigt: /).waitFor();
  await page.goto(page.url().replace('wish=weighing', 'wish=verdict'));
  await page.getByLabel(own.page.verdicts.upheld).check();
  const whom = page
    .getByRole('button', { name: own.page.acts.verdict(email) })
    .or(page.getByRole('button', { name: own.page.acts.verdict(own.page.person) }));
  await page.getByLabel(own.page.grounds).fill('Ihre Gründe wiegen schwerer');
  let lost = 0;
  await page.route('**/subjects/weighings', async (route) => {
    if (route.request().postData()?.includes('"dryRun":true')) return route.continue();
    if (lost === 0) await route.fetch();
    lost += 1;
    await route.abort();
  });
  await whom.click();
  await page.getByText(/^Erledigt: /).waitFor();
  expect(lost).toBeGreaterThan(0);
});
