import type { Locator, Page } from 'playwright-core';
import { confirmPageIn } from '../../shared/words/confirm-page';
import { pagesIn } from '../../shared/words/pages';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { Form, HOME, somebody, SPOKEN } from './forms';
import { widthOf } from './sound-page';
import { useBrowser, Visitor } from './visitor';

const browser = useBrowser();
const ALL = ['newsletter-product', 'newsletter-events', 'analysis'];
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

describe.each(SPOKEN)('on a phone, in %s', (language) => {
  test('everything fits; the button shows without scrolling, but for what has to be read before it', async () => {
    const visitor = await Visitor.arrive(browser(), PHONE);
    const email = somebody();
    const form = await Form.open(visitor, language, 'newsletter');
    expect(await widthOf(visitor.page)).toBe(PHONE.viewport.width);
    await form.send(email, ...ALL);
    expect(await widthOf(visitor.page)).toBe(PHONE.viewport.width);
    for (const kind of ['confirm', 'unsubscribe']) {
      await visitor.followFromInbox(email, kind);
      expect(await widthOf(visitor.page)).toBe(PHONE.viewport.width);
      if (kind === 'confirm') await expectReadBefore(visitor.page, language);
      else await expectInSight(visitor.page.getByRole('button'));
      await visitor.press(visitor.page.getByRole('button'));
      expect(await widthOf(visitor.page)).toBe(PHONE.viewport.width);
    }
    await visitor.leave();
  });
});

/** What is agreed to, word for word, and that it can be withdrawn (Art. 7(3) GDPR). */
async function expectReadBefore(page: Page, language: 'de' | 'en'): Promise<void> {
  const { y: button = 0 } = (await page.getByRole('button').boundingBox()) ?? {};
  const withdraw = page.getByText(confirmPageIn(language).withdraw('datenschutz@demo.example'));
  for (const read of [...(await page.locator('.wording').all()), withdraw]) {
    const { y = Infinity, height = 0 } = (await read.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(button);
  }
}

/** Large enough for a thumb, of one line, and on the screen as the page opens. */
async function expectInSight(button: Locator): Promise<void> {
  const box = await button.boundingBox();
  if (!box) throw new Error('The button does not show.');
  expect(box.height).toBeGreaterThanOrEqual(44);
  expect(box.height).toBeLessThan(60);
  expect(box.y + box.height).toBeLessThan(PHONE.viewport.height);
}

test('with the keyboard alone, the way leads from the form to the end of it', async () => {
  const visitor = await Visitor.arrive(browser());
  const email = somebody();
  await visitor.open(HOME.de);
  const form = visitor.page.locator('section[aria-labelledby=newsletter]');
  await tabTo(visitor.page, form.locator('[name=email]'));
  await visitor.page.keyboard.type(email);
  await tabTo(visitor.page, form.locator('[value=newsletter-events]'));
  await visitor.page.keyboard.press('Space');
  await tabTo(visitor.page, form.getByRole('button'));
  await visitor.leadsOn(() => visitor.page.keyboard.press('Enter'));
  for (const [kind, title] of [
    ['confirm', pagesIn('de').confirmedTitle],
    ['unsubscribe', unsubscribePageIn('de').unsubscribedTitle],
  ] as const) {
    await visitor.followFromInbox(email, kind);
    await visitor.page.keyboard.press('Tab');
    await expectFocus(visitor.page.getByRole('button'));
    await visitor.leadsOn(() => visitor.page.keyboard.press('Enter'));
    expect(await visitor.page.locator('h1').textContent()).toBe(title);
  }
  await visitor.leave();
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 20 && !(await hasFocus(target)); presses += 1) await page.keyboard.press('Tab');
  await expectFocus(target);
}

async function expectFocus(target: Locator): Promise<void> {
  expect(await hasFocus(target)).toBe(true);
  expect(await target.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);
