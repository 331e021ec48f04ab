import { confirmPageIn } from '../../shared/words/confirm-page';
import { pagesIn } from '../../shared/words/pages';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { Form, HOME, somebody, SPOKEN } from './forms';
import { expectSound } from './sound-page';
import { linkTo, useBrowser, Visitor } from './visitor';

const browser = useBrowser();
const TOPICS = ['newsletter-product', 'newsletter-events', 'analysis'];

describe.each(SPOKEN)('a newsletter, in %s', (language) => {
  const texts = { ...pagesIn(language), ...confirmPageIn(language) };
  const email = somebody();
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await Visitor.arrive(browser());
  });
  afterAll(() => visitor.leave());

  const heading = () => visitor.page.locator('h1').textContent();
  const listed = () => visitor.page.locator('.names li').allTextContents();
  /** What a page's lists say, each by itself: first what it ends, then what goes on. */
  const listsOfNames = async () => {
    const lists = await visitor.page.locator('.names').all();
    return Promise.all(lists.map((list) => list.locator('li').allTextContents()));
  };
  const button = () => visitor.page.getByRole('button');

  test('is ordered on the website, which leads to the inbox', async () => {
    await visitor.open(HOME[language]);
    await expectSound(visitor, { name: 'website', language, deployed: false });
    const form = await Form.open(visitor, language, 'newsletter');
    await form.send(email, ...TOPICS);
    expect(await heading()).toBe(texts.sentTitle);
    await expectSound(visitor, { name: 'sent', language });
  });

  test('is confirmed with the link in the mail and the one button that it leads to', async () => {
    await visitor.followFromInbox(email, 'confirm');
    expect(await heading()).toBe(texts.titles.signUp);
    expect(await visitor.page.locator('.wording').count()).toBe(TOPICS.length);
    expect(await button().allTextContents()).toEqual([texts.buttons.signUp]);
    await expectSound(visitor, { name: 'confirm', language });

    await visitor.press(button());
    expect(await heading()).toBe(texts.confirmedTitle);
    expect(await listed()).toHaveLength(TOPICS.length);
    await expectSound(visitor, { name: 'confirmed', language });
  });

  test('says so when it was confirmed already', async () => {
    await visitor.followFromInbox(email, 'confirm');
    expect(await heading()).toBe(texts.alreadyConfirmedTitle);
    expect(await button().count()).toBe(0);
    await expectSound(visitor, { name: 'confirmed already', language });
  });

  test('brings a welcome, with a link that switches off the analysis and leaves the rest alone', async () => {
    const { analysis, untouched } = unsubscribePageIn(language);
    await visitor.followFromInbox(email, 'unsubscribe', TOPICS.length);
    expect(await heading()).toBe(analysis.title);
    expect(await visitor.page.locator('.card').textContent()).toContain(untouched);
    const lists = [[expect.stringMatching(/Auswertung|analysis/)], [expect.any(String), expect.any(String)]];
    expect(await listsOfNames()).toEqual(lists);
    expect(await button().allTextContents()).toEqual([analysis.button]);
    await expectSound(visitor, { name: 'switch off analysis', language });
    await visitor.press(button());
    expect(await heading()).toBe(analysis.doneTitle);
    expect(await listsOfNames()).toEqual(lists);
    await expectSound(visitor, { name: 'analysis switched off', language });
  });

  test('brings a welcome, with a link that ends all', async () => {
    await visitor.followFromInbox(email, 'unsubscribe');
    expect(await heading()).toBe(unsubscribePageIn(language).unsubscribeTitle);
    expect(await listed()).toHaveLength(2);
    expect(await button().allTextContents()).toEqual([unsubscribePageIn(language).unsubscribeButton]);
    await expectSound(visitor, { name: 'unsubscribe', language });
    await visitor.press(button());
    expect(await heading()).toBe(unsubscribePageIn(language).unsubscribedTitle);
    expect(await listsOfNames()).toEqual([[expect.any(String), expect.any(String)]]);
    await expectSound(visitor, { name: 'unsubscribed', language });
  });

  test('stays ended, whichever of its links is opened again', async () => {
    await visitor.followFromInbox(email, 'unsubscribe');
    expect(await heading()).toBe(unsubscribePageIn(language).nothingTitle);
    await expectSound(visitor, { name: 'nothing left', language });
    await visitor.open(await linkTo(email, 'confirm'));
    expect(await heading()).toBe(texts.endedTitle);
    await expectSound(visitor, { name: 'withdrawn', language, status: 410 });
  });

  test('has its mails shown on the inbox page, which is as sound as the rest', async () => {
    await visitor.open('/_local/inbox.html');
    await expectSound(visitor, { name: 'inbox', language: 'en', deployed: false });
  });
});
