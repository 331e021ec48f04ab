import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as own } from '../../shared/words/de/desk-requests';
import { desk as en } from '../../shared/words/en/desk';
import { deskRequests as english } from '../../shared/words/en/desk-requests';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { mailTo, STACK, useBrowser } from './visitor';

const browser = useBrowser();
const PRODUCT = 'newsletter-product';
const LIST = `${STACK}/v1/sites/demo/cases`;

let at: AtDesk;
let page: Page;
afterEach(() => at.visitor.leave());

async function signIn(name = 'Conrad Compliance', options = {}): Promise<void> {
  at = await AtDesk.signIn(browser(), name, options);
  ({ page } = at);
}

async function compliance(): Promise<Record<string, string>> {
  const tokens = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
  return { authorization: `Bearer ${tokens['compliance'] ?? ''}`, 'content-type': 'application/json' };
}

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A request of somebody, written down so many days ago. */
async function request(wish: string, days: number): Promise<{ email: string; case: string }> {
  const email = await signedUp(browser(), PRODUCT);
  const body = JSON.stringify({ email, via: 'letter', receivedOn: daysAgo(days), wish, note: 'a letter' });
  const answer = await fetch(LIST, { method: 'POST', headers: await compliance(), body });
  expect(answer.status).toBe(201);
  return { email, ...((await answer.json()) as { case: string }) };
}

const row = (id: string) => page.getByRole('row').filter({ has: page.locator(`a[href$="/${id}"]`) });
const tile = (name: RegExp) => page.getByRole('link', { name });

test('what is overdue is first; a tile filters, and says so in the address; a row leads to the request', async () => {
  const [late, soon, young] = [
    await request('access', 40),
    await request('erasure', 27),
    await request('objection', 1),
  ];
  await signIn();
  await page.getByRole('link', { name: de.requests, exact: true }).click();
  await row(late.case).waitFor();
  expect(await page.getByRole('row').nth(1).textContent()).toContain(own.list.overdue);
  await at.expectAccessible('de console requests');
  await tile(/^\d+ überfällig$/).click();
  await row(young.case).waitFor({ state: 'detached' });
  expect([await row(late.case).count(), await row(soon.case).count()]).toEqual([1, 0]);
  await tile(/in 7 Tagen fällig$/).click();
  await row(soon.case).waitFor();
  expect(page.url()).toMatch(/\/console\/demo\/requests\?show=week$/);
  await page.reload();
  await row(soon.case).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: own.wishes.erasure }).waitFor();
  await at.expectAccessible('de console request');
  await page.getByRole('link', { name: soon.email }).click();
  await page.getByRole('heading', { level: 1, name: soon.email }).waitFor();
  await at.expectNoTraceOf(soon.email);
  at.expectQuiet();
});

test('a request is extended, closed with what came of it, and opened again', async () => {
  const { case: id } = await request('access', 3);
  await signIn();
  await page.goto(`${STACK}/console/demo/requests`);
  await row(id).getByRole('link').click();
  await page.getByText(own.extend.title).click();
  await page.getByLabel(own.extend.reason).fill('viele Anfragen auf einmal');
  await page.getByLabel(own.extend.informedOn).fill(daysAgo(0));
  await page.getByRole('button', { name: own.extend.button }).click();
  await page.getByText(new RegExp(own.facts.extended)).waitFor();
  await page.getByText(own.close.otherwise).click();
  await page.getByLabel(own.close.outcome).selectOption('refused');
  await page.getByRole('button', { name: own.close.submit, exact: true }).click();
  await page.getByText(own.close.done).waitFor();
  await page.getByRole('link', { name: own.close.list }).click();
  await tile(new RegExp(`^${own.list.tiles.closed}$`)).click();
  await row(id).getByText(own.close.outcomes.refused).waitFor();
  await row(id).getByRole('link').click();
  await page.getByLabel(de.reason.label).fill('schrieb noch einmal');
  await page.getByRole('button', { name: own.close.reopen }).click();
  await page.getByRole('heading', { name: own.page.says }).waitFor();
  await page.getByText(own.list.open, { exact: true }).waitFor();
});

test('a request is answered from its own page, and what was done for it is said there', async () => {
  const { case: id, email } = await request('withdrawal', 2);
  await signIn();
  await page.goto(`${STACK}/console/demo/requests`);
  await row(id).getByRole('link').click();
  await page.getByRole('button', { name: own.page.acts.withdrawal(email) }).click();
  await page.getByText(/^Erledigt: /).waitFor();
  await page.getByRole('button', { name: own.close.button }).click();
  await page.getByText(own.close.done).waitFor();
  await page.reload();
  await page.getByText(de.steps.ConsentWithdrawn).first().waitFor();
  expect(await page.locator('.state').first().textContent()).toBe(own.close.outcomes.answered);
});

/** Somebody wrote to us, by the clock of the stack: what was written before a consent was given does not end it. */
async function mail(from: string, to: string, text: string): Promise<void> {
  const { now } = (await (await fetch(`${STACK}/_local/clock`)).json()) as { now: string };
  const date = new Date(now).toUTCString();
  const body = [`From: ${from}`, `To: ${to}`, 'Subject: Newsletter', `Date: ${date}`, '', text];
  const answer = await fetch(`${STACK}/_local/mail`, { method: 'POST', body: body.join('\r\n') });
  expect(answer.status).toBe(200);
}

/** Where mail to us goes from whoever has a mail of ours. */
async function addressIn(email: string): Promise<string> {
  const { headers } = await mailTo(email, 'unsubscribe');
  return /<mailto:([^>?]+)/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';
}

test('a mail says what the system made of it before it is opened; one that the system carried out is done', async () => {
  const [asks, leaves] = [await signedUp(browser(), PRODUCT), await signedUp(browser(), PRODUCT)];
  const before = await openMails();
  await mail(asks, 'demo@inbox.example', 'Wann kommt die naechste Ausgabe?');
  const [id] = await until(
    async () => (await openMails()).filter((one) => !before.includes(one)),
    ({ length }) => length > 0,
  );
  await mail(leaves, await addressIn(leaves), 'Bitte melden Sie mich vom Newsletter ab.');
  await signIn();
  await page.goto(`${STACK}/console/demo/requests?show=mails`);
  await row(id!)
    .getByRole('link', { name: new RegExp(`^${own.list.mail}: `) })
    .click();
  await page.getByText(own.provenBy.sender).waitFor();
  expect(await page.getByText('naechste Ausgabe').count()).toBe(0);
  await page.getByRole('button', { name: own.mail.read }).click();
  await page.getByText('naechste Ausgabe').waitFor();
  await at.expectAccessible('de console mail');
  // The list is read once, when the page is opened.
  await until(carriedOut, (count) => count > 0);
  await page.goto(`${STACK}/console/demo/requests?show=closed`);
  await page.getByText(own.list.bySystem).first().waitFor();
  await at.expectAccessible('de console requests done');
});

async function openMails(): Promise<string[]> {
  const answer = await fetch(LIST, { headers: await compliance() });
  const { cases } = (await answer.json()) as { cases: { case: string; wish?: string }[] };
  return cases.filter(({ wish }) => wish === undefined).map((one) => one.case);
}

async function carriedOut(): Promise<number> {
  const answer = await fetch(`${LIST}?state=closed`, { headers: await compliance() });
  const { cases } = (await answer.json()) as { cases: { carriedOut?: boolean }[] };
  return cases.filter((one) => one.carriedOut).length;
}

test('in English; who only reads is offered nothing to do', async () => {
  const { case: id } = await request('access', 1);
  await signIn('Rita Revision', { locale: 'en-GB' });
  await page.getByRole('link', { name: en.requests, exact: true }).click();
  await row(id).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: english.wishes.access }).waitFor();
  expect(await page.getByRole('heading', { name: english.page.says }).count()).toBe(0);
  expect(await page.getByRole('link', { name: en.letter }).count()).toBe(0);
  await at.expectAccessible('en console request');
});

test('marketing has no such page', async () => {
  await signIn('Mia Marketing');
  expect(await page.getByRole('link', { name: de.requests }).count()).toBe(0);
  await page.goto(`${STACK}/console/demo/requests`);
  await page.getByText(de.lost.title).waitFor();
});
