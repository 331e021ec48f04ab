import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { keepPictures } from './pictures';
import { RULES, widthOf } from './sound-page';
import { STACK, useBrowser, Visitor } from './visitor';

const browser = useBrowser();

test('the API can be read and tried, and nothing is asked of anybody else', async () => {
  const visitor = await Visitor.arrive(browser(), { javaScriptEnabled: true });
  await visitor.open('/docs');
  const { page } = visitor;
  const tryIt = page.getByRole('button', { name: 'Test Request' });
  await tryIt.first().waitFor();
  expect(await page.locator('h1').first().textContent()).toContain('Consent-evidence ledger');

  const authorized = page.waitForResponse(`${STACK}/_local/oauth2/token`);
  await page.getByRole('button', { name: 'Authorize', exact: true }).click();
  expect((await authorized).status()).toBe(200);
  await tryIt.first().click();
  const answered = page.waitForResponse(`${STACK}/v1/sites/demo/notices*`);
  await page.getByRole('button', { name: /^Send/ }).first().click();
  expect((await answered).status()).toBe(200);

  const elsewhere = visitor.requested.filter((url) => !url.startsWith(STACK) && !/^(data|blob):/.test(url));
  expect(elsewhere).toEqual([]);
  expect(visitor.complaints.filter((text) => /Content.Security.Policy|refused/i.test(text))).toEqual([]);
  await visitor.leave();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  // At 1000 pixels the renderer changes from its narrow pages to its wide ones.
  test.each([320, 1000])('everybody can read it, and nothing lies over anything, at %i pixels', async (width) => {
    const options = { javaScriptEnabled: true, colorScheme, viewport: { width, height: 900 } };
    const visitor = await Visitor.arrive(browser(), options);
    await visitor.open('/docs');
    const { page } = visitor;
    await page.getByRole('button', { name: 'Test Request' }).first().waitFor();
    expect(await widthOf(page)).toBeLessThanOrEqual(width);
    expect(await page.locator('.t-doc__sidebar:visible').count()).toBe(width < 1000 ? 0 : 1);
    expect(await coveredTexts(page)).toEqual([]);
    await keepPictures(page, `docs, ${colorScheme}`);
    await page.evaluate(axe.source);
    const { violations, passes } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await visitor.leave();
  });
});

/** The texts on the screen that something else lies over, be it at their beginning or at their end. */
const coveredTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main h1, main h2, main p')].flatMap((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const y = (top + bottom) / 2;
      if (right === left || y < 0 || y > innerHeight) return [];
      const isFree = (x: number) => {
        const found = document.elementFromPoint(x, y);
        return found !== null && (element.contains(found) || found.contains(element));
      };
      return isFree(left + 2) && isFree(right - 2) ? [] : [element.textContent];
    }),
  );
