import type { Mail } from '../../local/ses/mail';
import type { WebsiteLanguage } from '../../local/website/texts';
import { confirmPageIn } from '../../shared/words/confirm-page';
import { localeIn } from '../../shared/words/locale';
import { preferencesPageIn } from '../../shared/words/preferences-page';
import { pagesIn } from '../../shared/words/pages';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { until } from '../local/folder';
import { Form, somebody, SPOKEN } from './forms';
import { expectSound, widthOf } from './sound-page';
import { STACK, useBrowser, Visitor } from './visitor';

const browser = useBrowser();
const [PRODUCT, EVENTS, ANALYSIS] = ['newsletter-product', 'newsletter-events', 'analysis'] as const;
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const WAYS = SPOKEN.flatMap((language) => [
  { language, by: 'without JavaScript', options: { javaScriptEnabled: false } },
  { language, by: 'with JavaScript, on a phone', options: { javaScriptEnabled: true, ...PHONE } },
]);

describe.each(WAYS)('the preference centre, in $language, $by', ({ language, options }) => {
  const texts = preferencesPageIn(language);
  const other = language === 'de' ? 'en' : 'de';
  const email = somebody();
  let visitor: Visitor;

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser(), options);
    await (await Form.open(visitor, language, 'newsletter')).send(email, PRODUCT, ANALYSIS);
    await visitor.followFromInbox(email, 'confirm');
    await visitor.press(visitor.page.getByRole('button'));
  });
  afterAll(() => visitor.leave());

  const heading = () => visitor.page.locator('h1').textContent();
  const box = (id: string) => visitor.page.locator(`[type=checkbox][value=${id}]`);
  const press = (name: string) => visitor.press(visitor.page.getByRole('button', { name, exact: true }));
  const ticked = () =>
    visitor.page
      .locator('[type=checkbox]:checked')
      .evaluateAll((boxes) => boxes.map((found) => found.getAttribute('value')));

  test('is reached from the welcome, and shows what was confirmed', async () => {
    await visitor.followFromInbox(email, 'preferences');
    expect(await heading()).toBe(texts.title);
    expect(await ticked()).toEqual([PRODUCT, ANALYSIS]);
    await expectSound(visitor, { name: 'preferences', language });
    await expectFits(visitor, options);
  });

  test('leads to the receipt of what was confirmed', async () => {
    await visitor.leadsOn(() => visitor.page.getByRole('link', { name: texts.receipt }).first().click());
    expect(visitor.page.url()).toContain('/receipts/');
    await visitor.followFromInbox(email, 'preferences');
  });

  test('ends what is unticked, and says that what is ticked anew is to be confirmed', async () => {
    await visitor.page.getByText(nameOf(ANALYSIS, language), { exact: true }).click();
    await box(EVENTS).check();
    await press(texts.save);
    expect(await heading()).toBe(texts.askedTitles.asked);
    expect(await ticked()).toEqual([PRODUCT]);
    await expectSound(visitor, { name: 'preferences, to be confirmed', language });
    await expectFits(visitor, options);
    await visitor.open(await secondConfirmation(email));
    expect(await visitor.page.locator('.card').textContent()).toContain(confirmPageIn(language).text);
    await visitor.press(visitor.page.getByRole('button'));
    expect(await heading()).toBe(pagesIn(language).confirmedTitle);
    await visitor.followFromInbox(email, 'preferences');
    expect(await ticked()).toEqual([PRODUCT, EVENTS]);
  });

  test('speaks the other language from then on', async () => {
    await press(localeIn(other).name);
    expect(await heading()).toBe(preferencesPageIn(other).languageTitle);
    await expectSound(visitor, { name: 'preferences, another language', language: other });
    await press(localeIn(language).name);
    expect(await heading()).toBe(texts.languageTitle);
  });

  test('ends everything at once', async () => {
    await visitor.page.getByRole('link', { name: `${texts.end}?` }).click();
    await press(texts.end);
    expect(await heading()).toBe(texts.endedAllTitle);
    expect(await ticked()).toEqual([]);
    await expectSound(visitor, { name: 'preferences, ended', language });
    await expectFits(visitor, options);
    await press(texts.save);
    expect(await heading()).toBe(texts.unchangedTitle);
    await expectSound(visitor, { name: 'preferences, unchanged', language });
  });
});

/** Where the second mail that asks for a confirmation leads; waits for it. */
async function secondConfirmation(email: string): Promise<string> {
  const links = async (): Promise<string[]> => {
    const mails = (await (await fetch(`${STACK}/_local/inbox`)).json()) as Mail[];
    return mails.filter(({ to }) => to.includes(email)).flatMap((mail) => mail.links);
  };
  const isConfirmation = (link: string): boolean => link.includes('/confirm/');
  const found = await until(links, (all) => all.filter(isConfirmation).length === 2);
  return found.find(isConfirmation) ?? '';
}

function nameOf(id: typeof ANALYSIS, language: WebsiteLanguage): string {
  return { analysis: { de: 'Auswertung der Newsletter', en: 'Newsletter analysis' } }[id][language];
}

/** Nothing is wider than the screen, and all that is pressed is large enough for a thumb. */
async function expectFits({ page }: Visitor, options: object): Promise<void> {
  if (!('viewport' in options)) return;
  expect(await widthOf(page)).toBe(PHONE.viewport.width);
  for (const button of await page.getByRole('button').all()) {
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  for (const label of await page.locator('.choice').all()) {
    expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
}

test.each(SPOKEN)('unsubscribing can be undone at once, in %s', async (language) => {
  const visitor = await Visitor.arrive(browser());
  const email = somebody();
  await (await Form.open(visitor, language, 'newsletter')).send(email, PRODUCT);
  await visitor.followFromInbox(email, 'confirm');
  await visitor.press(visitor.page.getByRole('button'));
  await visitor.followFromInbox(email, 'unsubscribe');
  await visitor.press(visitor.page.getByRole('button'));
  await visitor.press(visitor.page.getByRole('button', { name: unsubscribePageIn(language).undo }));
  expect(await visitor.page.locator('h1').textContent()).toBe(preferencesPageIn(language).askedTitles.asked);
  await visitor.open(await secondConfirmation(email));
  await visitor.press(visitor.page.getByRole('button'));
  expect(await visitor.page.locator('h1').textContent()).toBe(pagesIn(language).confirmedTitle);
  await visitor.leave();
});
