import type { OwnRight } from '../../shared/consent/steps/right-requested';
import { ownDataIn } from '../../shared/words/own-data';
import { preferencesPageIn } from '../../shared/words/preferences-page';
import { until } from '../local/folder';
import type { Mail } from '../../local/ses/mail';
import { Form, somebody, SPOKEN } from './forms';
import { expectSound, widthOf } from './sound-page';
import { STACK, useBrowser, Visitor } from './visitor';

const browser = useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const DESKTOP = { viewport: { width: 1280, height: 900 } };
const WAYS = SPOKEN.flatMap((language) => [
  { language, on: 'a phone', options: PHONE },
  { language, on: 'a desk', options: DESKTOP },
]);

/* P8, as people see it: without a script and without an account. */

describe.each(WAYS)('P8: the data of one’s own, in $language, on $on', ({ language, options }) => {
  const { title, buttons, email: label, askedTitle, invalidTitle, pages } = ownDataIn(language);
  const email = somebody();
  let visitor: Visitor;
  let mails = 2;

  beforeAll(async () => {
    visitor = await Visitor.arrive(browser(), options);
    await (await Form.open(visitor, language, 'newsletter')).send(email, 'newsletter-product');
    await visitor.followFromInbox(email, 'confirm');
    await visitor.press(visitor.page.getByRole('button'));
  });
  afterAll(() => visitor.leave());

  const heading = () => visitor.page.locator('h1').textContent();

  /** Asks in the preference centre, and follows the link of the mail that asks back. */
  async function askFor(right: OwnRight): Promise<void> {
    await visitor.press(visitor.page.getByRole('button', { name: buttons[right], exact: true }));
    expect(await heading()).toBe(askedTitle);
    await expectSound(visitor, { name: 'preferences, asked about data', language });
    mails += 1;
    const found = await until(mailsTo, (all) => all.length === mails);
    await visitor.open(found[0]?.links.find((link) => link.includes('/preferences/')) ?? '');
  }

  async function mailsTo(): Promise<Mail[]> {
    const all = (await (await fetch(`${STACK}/_local/inbox`)).json()) as Mail[];
    return all.filter(({ to }) => to.includes(email));
  }

  async function isOnePageWithOneButton(name: string): Promise<void> {
    await expectSound(visitor, { name, language });
    expect(await visitor.page.getByRole('button').count()).toBe(1);
    expect(await widthOf(visitor.page)).toBe(options.viewport.width);
  }

  test('are reached from the preference centre', async () => {
    await visitor.followFromInbox(email, 'preferences');
    expect(await visitor.page.getByRole('heading', { name: title }).count()).toBe(1);
    await expectSound(visitor, { name: 'preferences', language });
    expect(await widthOf(visitor.page)).toBe(options.viewport.width);
  });

  test('can be corrected', async () => {
    await askFor('rectification');
    expect(await heading()).toBe(pages.titles.rectification);
    await isOnePageWithOneButton('details');
    await visitor.page.getByRole('textbox').first().fill('Kasimira');
    await visitor.press(visitor.page.getByRole('button'));
    expect(await heading()).toBe(pages.correctedTitle);
    await expectSound(visitor, { name: 'details, corrected', language });
  });

  test('can be moved to another address', async () => {
    await visitor.open((await mailsTo()).at(-2)?.links.find((link) => link.includes('/preferences/')) ?? '');
    expect(await heading()).toBe(preferencesPageIn(language).title);
    await visitor.page.getByLabel(label).fill('nobody@nowhere');
    await visitor.press(visitor.page.getByRole('button', { name: buttons.move, exact: true }));
    expect(await heading()).toBe(invalidTitle);
    await expectSound(visitor, { name: 'preferences, no address', language });
    await visitor.page.getByLabel(label).fill(somebody());
    await askFor('move');
    expect(await heading()).toBe(pages.titles.move);
    await isOnePageWithOneButton('move');
    await visitor.press(visitor.page.getByRole('button'));
    expect(await heading()).toBe(pages.movedTitle);
    await expectSound(visitor, { name: 'move, asked there', language });
  });

  test('can be deleted, and what has to stay is said before and after', async () => {
    await visitor.open((await mailsTo()).at(-2)?.links.find((link) => link.includes('/preferences/')) ?? '');
    await askFor('erasure');
    expect(await heading()).toBe(pages.titles.erasure);
    expect(await visitor.page.locator('li').count()).toBe(1);
    await isOnePageWithOneButton('deletion');
    await visitor.press(visitor.page.getByRole('button'));
    expect(await heading()).toBe(pages.keptTitle);
    expect(await visitor.page.locator('li').count()).toBe(1);
    await expectSound(visitor, { name: 'deletion, done', language });
    await visitor.page.reload();
    await visitor.open(visitor.page.url());
    expect(await heading()).toBe(pages.doneTitle);
    await expectSound(visitor, { name: 'deletion, done before', language });
  });
});
