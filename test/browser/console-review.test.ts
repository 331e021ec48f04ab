import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { linkTo, signUp } from '../../local/demo/site';
import { Visitor as Program } from '../../local/demo/visitor';
import { desk as de } from '../../shared/words/de/desk';
import { deskLists as own } from '../../shared/words/de/desk-lists';
import { temporaryFolder, until } from '../local/folder';
import { bundleOnce } from '../once/bundle-once';
import { documentedPresses, pressesOn } from './presses';
import type * as Desk from './at-desk';

/* The regular review, on a stack of its own: a year passes, which no other story shall notice. */

const SITE = 'notice-002';
const folder = temporaryFolder();
let stack: ChildProcess;
let program: Program;
let browser: Browser;
let desk: typeof Desk;
let at: Desk.AtDesk;
let page: Page;
let url: string;

beforeAll(async () => {
  const script = path.join(__dirname, '..', 'local', 'stack-process.ts');
  stack = fork(script, [folder, bundleOnce()], { execArgv: ['--import', 'tsx'] });
  [url] = (await once(stack, 'message')) as [string];
  process.env['STACK_URL'] = url;
  program = new Program(url);
  // They read the address of the stack when they are loaded.
  desk = await import('./at-desk');
  browser = await (await import('./visitor')).launchBrowser();
});

afterAll(async () => {
  await browser.close();
  const ended = once(stack, 'exit');
  stack.kill();
  await ended;
});

/** Somebody who confirmed, and of whom nothing is heard from then on. */
async function quiet(email: string): Promise<string> {
  await signUp(program, Object.entries({ email, language: 'de', purpose: 'newsletter' }), SITE);
  await program.submit(linkTo('confirm', await program.mail(email, 1)), []);
  const found = await program.ask<{ person: { id: string } }>('compliance', `/v1/sites/${SITE}/subjects/look-up`, {
    email,
  });
  return found.person.id;
}

interface Reviews {
  readonly waiting: readonly { readonly id: string }[];
}

/** The ids that the review found unused, once there are so many. */
async function found(count: number): Promise<string[]> {
  const look = async () =>
    (await program.ask<Reviews>('compliance', `/v1/sites/${SITE}/reviews?what=unused`)).waiting.map(({ id }) => id);
  return until(look, ({ length }) => length === count);
}

async function isMailed(email: string): Promise<boolean> {
  interface Permissions {
    readonly purposes: readonly { readonly id: string; readonly allowed: boolean }[];
  }
  const { purposes } = await program.ask<Permissions>('marketing', `/v1/sites/${SITE}/permissions`, { email });
  return purposes.some(({ id, allowed }) => id === 'newsletter' && allowed);
}

const rowOf = (id: string) => page.getByRole('row').filter({ hasText: id });

test('of whom nothing was heard for a year is kept with a reason or let go; who is left waits', async () => {
  const emails = ['kept@example.org', 'gone@example.org', 'later@example.org'] as const;
  const ids = [await quiet(emails[0]), await quiet(emails[1]), await quiet(emails[2])] as const;
  // The first look is where the year begins to count.
  for (const time of ['P2D', 'P1Y', 'P2D']) await program.advance(time);
  expect((await found(3)).sort()).toEqual([...ids].sort());

  at = await desk.AtDesk.signIn(browser, 'Conrad Compliance');
  ({ page } = at);
  await page.goto(`${url}/console/${SITE}`);
  const tile = page.getByRole('navigation', { name: own.tiles }).getByRole('link', { name: own.names.review });
  await tile.click();
  await rowOf(ids[2])
    .getByLabel(/offen lassen: endet am \d/)
    .waitFor();
  await rowOf(ids[0]).getByLabel(own.keep).check();
  await rowOf(ids[1]).getByLabel(own.letGo.unused).check();
  await page.getByLabel(de.reason.label, { exact: true }).fill('Prüfung 2027, Kundin seit 2024');
  const decide = page.getByRole('button', { name: own.decide.summary(1, 1, own.letGo.unused) });
  await decide.click();
  await page.getByText(own.decide.sure.unused(1)).waitFor();
  await at.expectAccessible('de console review');
  await decide.click();
  await page.getByText(own.decide.done(1, 1)).waitFor();
  await rowOf(ids[1]).waitFor({ state: 'detached' });
  // The list is read anew.
  await rowOf(ids[2]).waitFor();
  expect(await rowOf(ids[0]).count()).toBe(0);
  expect([await isMailed(emails[0]), await isMailed(emails[1]), await isMailed(emails[2])]).toEqual([
    true,
    false,
    true,
  ]);

  // The rest is finished on another day, from the start page on.
  await page.goto(`${url}/console/${SITE}`);
  await tile.waitFor();
  const presses = await pressesOn(page);
  await tile.click();
  await rowOf(ids[2]).getByLabel(own.keep).check();
  await page.getByLabel(de.reason.label, { exact: true }).fill('Kundin seit 2025');
  await page.getByRole('button', { name: own.decide.summary(1, 0, '') }).click();
  await page
    .getByText(/^Nichts ist zu prüfen\. Die nächste Prüfung beginnt am \d+\. \S+ \d{4} von selbst\.$/)
    .waitFor();
  expect((await presses()).count).toBe(documentedPresses('Keep one person in the regular review'));
  expect(await found(0)).toEqual([]);
  // Where there is no row, nobody is told to choose in one.
  await page.getByRole('link', { name: own.names.holds }).click();
  await page.getByText(own.empty.holds).waitFor();
  expect(await page.getByText(own.decide.none).count()).toBe(0);
  at.expectQuiet();
});
