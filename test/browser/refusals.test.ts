import type { WebsiteLanguage } from '../../local/website/texts';
import { pagesIn } from '../../shared/words/pages';
import { Form, somebody, SPOKEN } from './forms';
import { expectSound } from './sound-page';
import { linkTo, STACK, useBrowser, Visitor } from './visitor';

const browser = useBrowser();
let visitor: Visitor;

beforeEach(async () => {
  // Of another language than any of the pages, which go by the form.
  visitor = await Visitor.arrive(browser(), { locale: 'fr-FR' });
});
afterEach(() => visitor.leave());

describe.each(SPOKEN)('a form that cannot be taken, in %s', (language) => {
  const texts = pagesIn(language);

  async function expectRefused(...sentences: readonly string[]): Promise<void> {
    expect(await visitor.page.locator('h1').textContent()).toBe(texts.refusedTitle);
    expect(await visitor.page.locator('li').allTextContents()).toEqual(sentences);
    expect(await visitor.page.locator('[lang]:not(html)').count()).toBe(0);
    await expectSound(visitor, { name: 'refused', language, status: 422 });
  }

  const form = async () => (await Form.open(visitor, language, 'newsletter')).unchecked();

  test('because of the address and of analysis alone', async () => {
    await (await form()).send('no address', 'analysis');
    const [analysis, ...others] = NAMES[language];
    await expectRefused(texts.emailError, texts.requiresError(analysis, others));
  });

  test('because nothing was ticked', async () => {
    await (await form()).send(somebody());
    await expectRefused(texts.nothingChosenError);
  });

  test('because a name is too long', async () => {
    const sent = await form();
    const name = sent.element.locator('[name="field.lastName"]');
    await name.evaluate((input) => input.removeAttribute('maxlength'));
    await name.fill('x'.repeat(201));
    await sent.send(somebody(), 'newsletter-events');
    await expectRefused(texts.fieldError(language === 'de' ? 'Nachname' : 'Last name'));
  });
});

const NAMES: Record<WebsiteLanguage, [string, ...string[]]> = {
  de: ['Auswertung der Newsletter', 'Newsletter „Produkt“', 'Newsletter „Veranstaltungen“'],
  en: ['Newsletter analysis', 'Product newsletter', 'Events newsletter'],
};

test.each(SPOKEN)('a link that came too late says so, in %s, with the record and without it', async (language) => {
  const email = somebody();
  await (await Form.open(visitor, language, 'newsletter')).send(email, 'newsletter-product');
  const link = await linkTo(email, 'confirm');

  await advance('P7DT1M');
  await visitor.open(link);
  expect(await visitor.page.locator('h1').textContent()).toBe(pagesIn(language).expiredTitle);
  expect(await visitor.page.getByRole('button').count()).toBe(0);
  await expectSound(visitor, { name: 'expired', language, status: 410 });

  await advance('P3D');
  const later = await Visitor.arrive(browser(), { locale: language });
  await later.open(link);
  expect(await later.page.locator('h1').textContent()).toBe(pagesIn(language).linkGoneTitle);
  await expectSound(later, { name: 'expired and deleted', language, status: 410 });
  await later.leave();
});

const advance = (by: string) =>
  fetch(`${STACK}/_local/clock`, { method: 'POST', body: JSON.stringify({ advance: by }) });

test.each(['confirm', 'unsubscribe', 'preferences', 'assets'])(
  'a link to %s that was changed is explained in both languages',
  async (kind) => {
    await visitor.open(`/${kind}/AQEneXoZKnhY`);
    const { page } = visitor;
    expect(await page.locator('h1').textContent()).toBe(pagesIn('de').badLinkTitle);
    expect(await page.locator('[lang=en] h2').textContent()).toBe(pagesIn('en').badLinkTitle);
    await expectSound(visitor, { name: 'bad link', language: 'de', status: 404 });
  },
);
