import axe, { type AxeResults } from 'axe-core';
import type { Browser, Download, Page } from 'playwright-core';
import { desk as de } from '../../shared/words/de/desk';
import { deskRequests as requests } from '../../shared/words/de/desk-requests';
import { desk as en } from '../../shared/words/en/desk';
import { Form, somebody } from './forms';
import { keepPictures } from './pictures';
import { RULES, widthOf } from './sound-page';
import { mailTo, STACK, Visitor } from './visitor';

/** One of the invented people, signed in at the console. */
export class AtDesk {
  private constructor(
    readonly visitor: Visitor,
    readonly page: Page,
  ) {}

  /** Opens the console, and signs in on the issuer's page. */
  static async signIn(browser: Browser, name: string, options = {}): Promise<AtDesk> {
    const visitor = await Visitor.arrive(browser, { javaScriptEnabled: true, locale: 'de-DE', ...options });
    const { page } = visitor;
    await visitor.open('/console');
    await page.getByRole('button').click();
    await page.getByRole('link', { name }).click();
    await page
      .getByText(`${de.signedInAs} ${name}`)
      .or(page.getByText(`${en.signedInAs} ${name}`))
      .waitFor();
    return new AtDesk(visitor, page);
  }

  async lookUp(email: string): Promise<void> {
    await this.page.getByLabel(de.search.label).fill(email);
    await this.page.keyboard.press('Enter');
  }

  /** Looks somebody up, and begins with what their letter says. */
  async letter(email: string, wish: keyof typeof requests.wishes): Promise<void> {
    await this.lookUp(email);
    await this.page.getByRole('link', { name: requests.wishes[wish], exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: requests.page.letterFrom(email) }).waitFor();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The file that pressing that button saves. */
  async saves(name: string | RegExp): Promise<Download> {
    const saved = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name, exact: true }).click();
    return saved;
  }

  /** axe runs beside the page's own scripts, which its policy would not let in as a script of the page. */
  async expectAccessible(name: string): Promise<void> {
    const { page } = this;
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations, passes } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
      expect(passes.length).toBeGreaterThan(10);
      const found = violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(found).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await widthOf(page)).toBeLessThanOrEqual(320);
    await keepPictures(page, name);
    await page.setViewportSize({ width: 1280, height: 800 });
  }

  /** No address is where others see it, or find it later. */
  async expectNoTraceOf(email: string): Promise<void> {
    expect(decodeURIComponent(this.page.url())).not.toContain(email);
    expect(await this.page.title()).not.toContain(email);
    const kept = await this.page.evaluate('JSON.stringify([localStorage, sessionStorage, history.state])');
    expect(kept).not.toContain(email);
    expect(this.visitor.requested.filter((url) => decodeURIComponent(url).includes(email))).toEqual([]);
  }

  /** Nothing was asked for elsewhere, and the browser complained of nothing. */
  expectQuiet(): void {
    expect(this.visitor.complaints).toEqual([]);
    const elsewhere = this.visitor.requested.filter((url) => !url.startsWith(`${STACK}/`) && !url.startsWith('blob:'));
    expect(elsewhere).toEqual([]);
  }
}

/** Somebody who signed up, and confirmed unless they are not to. */
export async function signedUp(browser: Browser, purpose: string, confirms = true): Promise<string> {
  const email = somebody();
  const person = await Visitor.arrive(browser);
  await (await Form.open(person, 'de', 'newsletter')).send(email, purpose);
  await mailTo(email, 'confirm');
  if (confirms) {
    await person.followFromInbox(email, 'confirm');
    await person.press(person.page.getByRole('button'));
  }
  await person.leave();
  return email;
}
