import type { Page, Request, Response, Route } from 'playwright-core';
import type { WebsiteLanguage } from '../../local/website/texts';
import { formIn } from '../../shared/words/form';
import { pagesIn } from '../../shared/words/pages';
import { PATHS } from '../../local/website/texts';
import { DropInForm, expectAccessible, FORM_URL, visit, visitElsewhere } from './drop-in';
import { somebody, SPOKEN } from './forms';
import { mailTo, useBrowser, Visitor } from './visitor';

const browser = useBrowser();
const SIGN_UPS = '**/v1/sites/demo/signups';
const NOTICES = '**/v1/sites/demo/notices*';

let form: DropInForm;
afterEach(() => form.visitor.leave());

const open = async (language: WebsiteLanguage, card = 'newsletter'): Promise<DropInForm> =>
  (form = await visit(browser(), PATHS[language].dropIn, card));
const elsewhere = async (
  attributes: string,
  locale = 'de-AT',
  prepare?: (page: Page) => Promise<unknown>,
): Promise<DropInForm> => (form = await visitElsewhere(browser(), attributes, locale, prepare));

describe.each(SPOKEN)('in %s', (language) => {
  const texts = formIn(language);

  test('from the form to the confirmation', async () => {
    const email = somebody();
    await open(language);
    expect(await form.element.locator(':checked').count()).toBe(0);
    await form.fill(email, 'newsletter-product', 'analysis');
    await form.element.locator('[name="field.firstName"]').fill('Erika');
    await expectAccessible(form.page);
    await form.send();
    expect(await form.answer('status')).toContain(texts.sentText(email));
    expect(await form.element.locator('form').count()).toBe(0);
    await expectAccessible(form.page);

    await form.visitor.followFromInbox(email, 'confirm');
    expect(await form.page.locator('li .wording').count()).toBe(2);
    await form.visitor.press(form.page.getByRole('button'));
    expect(await form.page.locator('h1').textContent()).toBe(pagesIn(language).confirmedTitle);
    expect((await mailTo(email, 'unsubscribe')).to).toEqual([email]);
  });

  test('a whitepaper is had without agreeing to anything, in place of the plain form', async () => {
    const email = somebody();
    await open(language, 'whitepaper');
    expect(await form.page.locator('section[aria-labelledby=whitepaper] form').count()).toBe(1);
    await form.fill(email);
    await form.send();
    expect(await form.answer('status')).toContain(texts.sentTitle);
    await form.visitor.followFromInbox(email, 'confirm');
    expect(await form.page.locator('.card li').allTextContents()).toEqual([expect.stringContaining('Whitepaper')]);
    expect(await form.page.locator('.wording').count()).toBe(1);
  });

  test('says beside each part what is wrong with it', async () => {
    await open(language);
    await form.send();
    expect(await form.answer('alert')).toBe(texts.wrong);
    expect(await form.part('/purposes').locator('.consent-error').textContent()).toBe(texts.nothingChosenError);
    await expectAccessible(form.page);

    // What only the system finds is shown in the same way.
    await form.fill('no address', 'newsletter-events');
    await form.send();
    const address = form.part('/email').getByRole('textbox', { name: texts.email });
    await form.part('/email').getByText(texts.emailError).waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy(address)).toBe(texts.emailError);
    expect(await form.part('/purposes').locator('.consent-error').textContent()).toBe('');

    await form.fill(somebody());
    const name = form.part('/fields/lastName').getByRole('textbox');
    await name.evaluate((input) => input.removeAttribute('maxlength'));
    await name.fill('x'.repeat(201));
    await form.send();
    await form.part('/fields/lastName').getByText(texts.fieldError).waitFor();
    expect(await address.getAttribute('aria-invalid')).toBe('false');
  });
});

/** What a screen reader says after the label. */
const describedBy = (input: ReturnType<DropInForm['box']>): Promise<string | null> =>
  input.evaluate(
    (element) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? null,
  );

test('what needs a newsletter can be ticked only along with one, and falls with it', async () => {
  await open('de');
  expect(await form.box('analysis').isDisabled()).toBe(true);
  await form.fill(somebody(), 'newsletter-events', 'analysis');
  await form.box('newsletter-events').uncheck();
  expect(await form.box('analysis').isDisabled()).toBe(true);
  expect(await form.element.locator(':checked').count()).toBe(0);
});

test('with the keyboard alone', async () => {
  await open('en');
  await form.part('/email').getByRole('textbox').focus();
  await form.page.keyboard.type(somebody());
  for (const key of ['Tab', 'Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Enter']) await form.page.keyboard.press(key);
  expect(await form.answer('status')).toContain(formIn('en').sentTitle);
});

test('it looks as the page says, and as it says itself where the page says nothing', async () => {
  await open('de');
  const looksOf = (selector: string) =>
    form.element.locator(selector).evaluate((element) => {
      const { backgroundColor, display } = getComputedStyle(element);
      return { backgroundColor, display };
    });
  // The colour of paper is the page's; the form's own rule has none.
  expect(await looksOf('[name=email]')).toMatchObject({ backgroundColor: 'rgb(250, 247, 241)' });
  expect(await looksOf('.consent-choice:first-of-type')).toMatchObject({ display: 'grid' });
});

test('pressing twice sends once', async () => {
  await open('de');
  const sent: string[] = [];
  await form.page.route(SIGN_UPS, async (route) => {
    sent.push(route.request().method());
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await form.fill(somebody(), 'newsletter-events');
  await form.element.getByRole('button').dblclick();
  await form.answer('status');
  expect(sent).toEqual(['POST']);
});

test.each([
  ['offline', (route: Route) => route.abort('internetdisconnected')],
  ['tooMany', (route: Route) => route.fulfill({ status: 429, json: { message: 'Too Many Requests' } })],
  ['busy', (route: Route) => route.fulfill({ status: 503, json: { status: 503 } })],
] as const)('trouble is named, and keeps what was typed: %s', async (kind, fail) => {
  await open('de');
  await form.page.route(SIGN_UPS, fail, { times: 1 });
  await form.fill(somebody(), 'newsletter-events');
  await form.send();
  expect(await form.answer('alert')).toBe(formIn('de')[kind]);
  await form.send();
  expect(await form.answer('status')).toContain(formIn('de').sentTitle);
});

test('wording that has changed since is shown anew, and only what stayed the same stays ticked', async () => {
  await elsewhere('data-site="demo"', 'de-AT', (page) =>
    page.route(NOTICES, async (route) => route.fulfill({ json: await outdated(route) }), { times: 1 }),
  );
  const wording = form.element.locator('.consent-choice p').first();
  expect(await wording.textContent()).toContain('Old wording');
  const email = somebody();
  await form.fill(email, 'newsletter-product', 'newsletter-events');
  await form.send();
  expect(await form.answer('alert')).toBe(formIn('de').stale);
  expect(await wording.textContent()).toContain('Zettelkranich');
  expect(await form.box('newsletter-product').isChecked()).toBe(false);
  expect(await form.box('newsletter-events').isChecked()).toBe(true);
  await form.send();
  expect(await form.answer('status')).toContain(email);
});

/** The notices as they were before the first wording was changed. */
async function outdated(route: Route): Promise<object> {
  const notices = (await (await route.fetch()).json()) as { purposes: object[] };
  const [first, ...others] = notices.purposes;
  return { ...notices, purposes: [{ ...first, text: 'Old wording', hash: 'x'.repeat(43) }, ...others] };
}

describe('on a page of another origin, under a strict policy', () => {
  test('the script is small, and may be kept for five minutes', async () => {
    let script: Promise<Response> | undefined;
    await elsewhere('data-site="demo"', 'de', async (page) => void (script = page.waitForResponse('**/v1/form.js')));
    const answer = await (script as Promise<Response>);
    expect(answer.headers()).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect((await answer.request().sizes()).responseBodySize).toBeLessThan(6 * 1024);
  });

  test('it asks for everything there is consent for, and posts what it showed', async () => {
    await elsewhere('data-site="demo" data-language="en"');
    const post = form.page.waitForRequest((request) => request.method() === 'POST');
    const email = somebody();
    await form.fill(email, 'newsletter-events', 'product-info');
    await form.send();
    expect(await form.answer('status')).toContain(formIn('en').sentText(email));
    expect(await bodyOf(await post)).toMatchObject({
      language: 'en',
      fields: {},
      notices: [expect.any(String), expect.any(String)],
      form: { url: FORM_URL },
    });
    expect(form.visitor.complaints).toEqual([]);
    expect((await mailTo(email, 'confirm')).to).toEqual([email]);
  });

  test.each([
    ['de-CH', 'de'],
    ['sv-SE', 'en'],
  ] as const)('of a language that there is not, it is in that of a browser in %s, or English', async (locale, lang) => {
    await elsewhere('data-site="demo" data-purposes="analysis newsletter-events"', locale);
    await form.element.locator('form').waitFor();
    expect(await form.element.getAttribute('lang')).toBe(lang);
    expect(await form.element.locator('[type=checkbox]').evaluateAll(values)).toEqual([
      'analysis',
      'newsletter-events',
    ]);
  });

  test('what does not fit the site is told to whoever builds the page', async () => {
    await elsewhere('data-site="demo" data-purposes="newsletter"');
    await form.element.getByText(formIn('de').notLoaded).waitFor();
    expect(form.visitor.complaints.join()).toContain('newsletter-product');
  });
});

const bodyOf = async (request: Request): Promise<unknown> => request.postDataJSON();
const values = (boxes: (Element & { value?: string })[]) => boxes.map(({ value }) => value);

describe('where it cannot be loaded', () => {
  test('the wording is asked for again by a button', async () => {
    await elsewhere('data-site="demo"', 'de-AT', (page) => page.route(NOTICES, (route) => route.abort(), { times: 1 }));
    await form.element.getByRole('button', { name: formIn('de').tryAgain }).click();
    await form.fill(somebody(), 'newsletter-events');
    await form.send();
    expect(await form.answer('status')).toContain(formIn('de').sentTitle);
  });

  test.each([
    ['without JavaScript', 'newsletter', 'newsletter-events', false],
    ['without JavaScript', 'whitepaper', 'product-info', false],
    ['where something keeps the script away', 'whitepaper', 'product-info', true],
  ] as const)('the plain form is there %s: %s', async (_, card, purpose, javaScriptEnabled) => {
    const visitor = await Visitor.arrive(browser(), { javaScriptEnabled });
    await visitor.page.route('**/v1/form.js', (route) => route.abort());
    form = new DropInForm(visitor, visitor.page.locator(`section[aria-labelledby=${card}]`));
    await visitor.open(PATHS.en.dropIn);
    const email = somebody();
    await form.fill(email, purpose);
    await visitor.press(form.element.getByRole('button'));
    expect(await visitor.page.locator('h1').textContent()).toBe(pagesIn('en').sentTitle);
    expect((await mailTo(email, 'confirm')).to).toEqual([email]);
  });
});
