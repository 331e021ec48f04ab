import axe, { type AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { RULES, widthOf } from './sound-page';
import { STACK, Visitor } from './visitor';

/** A page of the site's own website, which is not where the script comes from. */
const ELSEWHERE = 'https://www.demo.example/newsletter?from=mail';
export const FORM_URL = 'https://www.demo.example/newsletter';

/** A drop-in form as a visitor with JavaScript has it. */
export class DropInForm {
  constructor(
    readonly visitor: Visitor,
    readonly element: Locator,
  ) {}

  get page(): Page {
    return this.visitor.page;
  }

  part(pointer: string): Locator {
    return this.element.locator(`[data-pointer="${pointer}"]`);
  }

  box(purpose: string): Locator {
    return this.element.locator(`[value=${purpose}]`);
  }

  async fill(email: string, ...purposes: readonly string[]): Promise<void> {
    await this.element.locator('[name=email]').fill(email);
    for (const purpose of purposes) await this.box(purpose).check();
  }

  send(): Promise<void> {
    return this.element.getByRole('button').click();
  }

  /** What the form says, which has to be where the reader is taken. */
  async answer(role: 'alert' | 'status'): Promise<string> {
    const message = this.element.locator(`[role=${role}]:focus`);
    await message.waitFor();
    return (await message.textContent()) ?? '';
  }
}

export async function visit(browser: Browser, path: string, card: string): Promise<DropInForm> {
  const visitor = await Visitor.arrive(browser, { javaScriptEnabled: true });
  await visitor.open(path);
  const element = visitor.page.locator(`section[aria-labelledby=${card}] .consent-form`);
  await element.locator('form').waitFor();
  return new DropInForm(visitor, element);
}

/** A website's page that allows no more than the documentation tells it to, in a language that there is no form in. */
export async function visitElsewhere(
  browser: Browser,
  attributes: string,
  locale: string,
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<DropInForm> {
  const visitor = await Visitor.arrive(browser, { javaScriptEnabled: true, locale });
  const policy = `default-src 'none'; script-src ${STACK}; connect-src ${STACK}; form-action ${STACK}`;
  const script = `<script src="${STACK}/v1/form.js" ${attributes}></script>`;
  const body = `<!doctype html><html lang="fr"><title>Lettres</title><main><h1>Lettres</h1>${script}</main></html>`;
  await visitor.page.route(ELSEWHERE, (route) =>
    route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': policy }, body }),
  );
  await prepare(visitor.page);
  await visitor.open(ELSEWHERE);
  return new DropInForm(visitor, visitor.page.locator('.consent-form'));
}

/** In both colour schemes, on a small phone. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await widthOf(page)).toBeLessThanOrEqual(360);
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
}
