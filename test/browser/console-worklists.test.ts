import type { Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskLists as own } from '../../shared/words/de/desk-lists';
import { desk as english } from '../../shared/words/en/desk';
import { deskLists as inEnglish } from '../../shared/words/en/desk-lists';
import { until } from '../local/folder';
import { AtDesk, signedUp } from './at-desk';
import { STACK, useBrowser } from './visitor';

const browser = useBrowser();
const LISTS = `${STACK}/console/demo/worklists`;

let at: AtDesk | undefined;
afterEach(() => at?.visitor.leave());

async function desk(name: string, options = {}): Promise<AtDesk> {
  return (at = await AtDesk.signIn(browser(), name, options));
}

/** What a script would do with the token of compliance. */
async function ask<T>(path: string, body?: object): Promise<T> {
  const { compliance = '' } = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
  const headers = { authorization: `Bearer ${compliance}`, 'content-type': 'application/json' };
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  return (await (await fetch(`${STACK}/v1/sites/demo/${path}`, { headers, ...sent })).json()) as T;
}

const order = (action: string, email: string, more: object = {}): Promise<unknown> =>
  ask(`subjects/${action}`, { email, reason: 'letter of 20 November', ...more });

interface Waiting {
  readonly waiting: readonly { readonly id: string; readonly label?: string | null }[];
}

/** The id of whoever is held under that name, once the list has them. */
async function held(label: string): Promise<string> {
  const look = async () =>
    (await ask<Waiting>('reviews?what=hold&limit=50')).waiting.find((one) => one.label === label);
  return (await until(look, (found) => found !== undefined))!.id;
}

const rowOf = (page: Page, id: string) => page.getByRole('row').filter({ hasText: id });

test('compliance sees on the first page what presses, and decides about holds in the list', async () => {
  const [kept, released] = [
    await signedUp(browser(), 'newsletter-product'),
    await signedUp(browser(), 'newsletter-product'),
  ];
  await order('holds', kept, { label: 'Rechtsstreit 1', reviewBy: '2099-01-31' });
  await order('holds', released, { label: 'Rechtsstreit 2', reviewBy: '2099-01-30' });
  const ids = [await held('Rechtsstreit 1'), await held('Rechtsstreit 2')];
  const { page } = await desk('Conrad Compliance');
  await page.getByRole('navigation', { name: own.tiles }).getByRole('link', { name: own.names.holds }).click();
  expect(page.url()).toBe(`${LISTS}?list=holds`);
  await rowOf(page, ids[0]!).waitFor();
  // What is due first comes first.
  const rows = await page.getByRole('row').allTextContents();
  expect(rows.findIndex((text) => text.includes(ids[1]!))).toBeLessThan(
    rows.findIndex((text) => text.includes(ids[0]!)),
  );
  await at!.expectAccessible('de console worklists holds');

  await rowOf(page, ids[0]!).getByLabel(own.keep).check();
  await rowOf(page, ids[1]!).getByLabel(own.letGo.hold).check();
  const press = page.getByRole('button', { name: own.decide.summary(1, 1, own.letGo.hold) });
  await press.click();
  await page.getByText(de.reason.missing).waitFor();
  await page.getByLabel(de.reason.label, { exact: true }).fill('Vergleich vom 20. November');
  await press.click();
  await page.getByText(own.decide.reviewByMissing).waitFor();
  await page.getByLabel(own.decide.reviewBy).fill('2099-06-30');
  await press.click();
  await page.getByText(own.decide.sure.hold(1)).waitFor();
  // Who presses Enter without reading goes back.
  await page.getByRole('button', { name: own.decide.cancel }).and(page.locator(':focus')).waitFor();
  await at!.expectAccessible('de console worklists sure');
  await press.click();
  await page.getByText(own.decide.done(1, 1)).waitFor();
  await rowOf(page, ids[0]!).getByText('30. Juni 2099').waitFor();
  expect(await rowOf(page, ids[1]!).count()).toBe(0);
  await rowOf(page, ids[0]!).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: kept }).waitFor();
  await at!.expectNoTraceOf(kept);
  at!.expectQuiet();
});

interface Fetches {
  readonly fetches: readonly { readonly list: string; readonly people: number }[];
}

const fetchesOfAddresses = async () =>
  (await ask<Fetches>('fetches?limit=100')).fetches.filter(({ list }) => list === 'addresses').length;

test('a list names people by ids until compliance asks for addresses, and that is written down', async () => {
  const email = await signedUp(browser(), 'newsletter-product');
  await order('holds', email, { label: 'Rechtsstreit 5', reviewBy: '2099-01-29' });
  const id = await held('Rechtsstreit 5');
  const { page } = await desk('Conrad Compliance');
  await page.goto(`${LISTS}?list=holds`);
  await rowOf(page, id).waitFor();
  const before = await fetchesOfAddresses();
  await page.getByRole('button', { name: de.addresses.show }).click();
  await rowOf(page, email).getByText('Rechtsstreit 5').waitFor();
  expect(await fetchesOfAddresses()).toBe(before + 1);
  await at!.expectAccessible('de console worklists addresses');
  // In the lists after, too, as long as the page is open.
  await page.getByRole('link', { name: own.names.restrictions }).first().click();
  await page.getByRole('link', { name: own.names.holds }).first().click();
  await rowOf(page, email).waitFor();
  expect(await page.getByRole('button', { name: de.addresses.show }).count()).toBe(0);
  await at!.expectNoTraceOf(email);
  at!.expectQuiet();
});

test('marketing cannot learn by ids who is on a list of compliance', async () => {
  const { marketing = '' } = (await (await fetch(`${STACK}/_local/tokens`)).json()) as Record<string, string>;
  const headers = { authorization: `Bearer ${marketing}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ ids: ['AAAAAAAAAAAAAAAAAAAAAA'] });
  const answer = await fetch(`${STACK}/v1/sites/demo/addresses`, { method: 'POST', headers, body });
  expect(answer.status).toBe(403);
});

test('who moved since is not decided about, and the list is shown anew', async () => {
  const email = await signedUp(browser(), 'newsletter-product');
  await order('holds', email, { label: 'Rechtsstreit 3', reviewBy: '2099-01-31' });
  const id = await held('Rechtsstreit 3');
  const { page } = await desk('Conrad Compliance');
  await page.goto(`${LISTS}?list=holds`);
  await rowOf(page, id).getByLabel(own.letGo.hold).check();
  await order('restrictions', email);
  await page.getByLabel(de.reason.label, { exact: true }).fill('Vergleich');
  const press = page.getByRole('button', { name: own.decide.summary(0, 1, own.letGo.hold) });
  await press.click();
  await press.click();
  await page.getByText(de.problems['409 changed-meanwhile']).waitFor();
  expect(await held('Rechtsstreit 3')).toBe(id);
});

const brieftapirAnswers = (status: number) =>
  fetch(`${STACK}/_local/processors/demo/brieftapir`, { method: 'PUT', body: JSON.stringify({ status }) });

test('a deletion that a processor only promised is written down once it says so', async () => {
  const email = await signedUp(browser(), 'newsletter-product');
  await brieftapirAnswers(202);
  await order('withdrawals', email, { via: 'letter', receivedOn: new Date().toISOString().slice(0, 10) });
  interface Listed {
    readonly deletions: readonly { readonly id: string }[];
  }
  // The stack has others, of whom other stories have things deleted.
  const { id } = (await ask<{ readonly person: { readonly id: string } }>('subjects/look-up', { email })).person;
  const isListed = async () => (await ask<Listed>('deletions')).deletions.some((one) => one.id === id);
  await until(isListed, (isThere) => isThere);
  const { page } = await desk('Conrad Compliance', { locale: 'en-GB' });
  await page.goto(`${LISTS}?list=deletions`);
  await page.getByRole('heading', { level: 1, name: /^To do at/ }).waitFor();
  await rowOf(page, id).getByLabel(inEnglish.confirm.pick).check();
  await page.getByLabel(inEnglish.confirm.reason).fill('Their letter of 3 December');
  await at!.expectAccessible('en console worklists deletions');
  await page.getByRole('button', { name: inEnglish.confirm.button }).click();
  await page.getByText(inEnglish.confirm.done(1)).waitFor();
  await rowOf(page, id).waitFor({ state: 'detached' });
  expect(await isListed()).toBe(false);
  await brieftapirAnswers(200);
  expect(await page.getByRole('link', { name: english.worklists }).count()).toBe(1);
});

test('auditors see the lists, and decide nothing; marketing has none of them', async () => {
  const email = await signedUp(browser(), 'newsletter-product');
  await order('holds', email, { label: 'Rechtsstreit 4', reviewBy: '2099-01-31' });
  const id = await held('Rechtsstreit 4');
  const { page, visitor } = await desk('Rita Revision');
  await page.goto(`${LISTS}?list=holds`);
  await rowOf(page, id).waitFor();
  await page.getByText(own.readOnly).waitFor();
  expect(await page.getByRole('radio').count()).toBe(0);
  await visitor.leave();
  const marketing = await desk('Mia Marketing');
  expect(await marketing.page.getByRole('navigation', { name: own.tiles }).count()).toBe(0);
  expect(await marketing.page.getByRole('link', { name: de.worklists }).count()).toBe(0);
  await marketing.page.goto(LISTS);
  await marketing.page.getByText(de.lost.title).waitFor();
});
