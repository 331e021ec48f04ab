import { demo } from '../../examples/sites/demo';
import { pagesIn } from '../../shared/words/pages';
import { Form, somebody, SPOKEN } from './forms';
import { expectSound } from './sound-page';
import { linkTo, mailTo, useBrowser, Visitor } from './visitor';

const browser = useBrowser();

describe.each(SPOKEN)('a whitepaper, in %s', (language) => {
  const texts = pagesIn(language);
  let visitor: Visitor;
  beforeEach(async () => {
    visitor = await Visitor.arrive(browser());
  });
  afterEach(() => visitor.leave());

  const listed = () => visitor.page.locator('.names li').allTextContents();

  async function confirm(email: string): Promise<void> {
    await visitor.followFromInbox(email, 'confirm');
    await visitor.press(visitor.page.getByRole('button').first());
    expect(await visitor.page.locator('.card').textContent()).toContain(texts.assetNote);
  }

  test('is had without agreeing to anything else', async () => {
    const email = somebody();
    await (await Form.open(visitor, language, 'whitepaper')).send(email);
    await confirm(email);
    expect(await listed()).toEqual([expect.stringContaining('Whitepaper')]);
    expect(await visitor.page.locator('.card').textContent()).not.toContain(texts.withdrawNote);
    await expectSound(visitor, { name: 'whitepaper confirmed', language });

    const { headers, links } = await mailTo(email, 'assets');
    const { privacyNotice, imprint } = demo.controller;
    expect(links).toEqual([await linkTo(email, 'assets'), privacyNotice.url, imprint.link]);
    expect(headers).not.toHaveProperty('list-unsubscribe');
    const download = await visitor.page.request.get(await linkTo(email, 'assets'));
    expect(download.headers()['content-type']).toBe('application/pdf');
    expect((await download.body()).toString('latin1')).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/);
  });

  test('comes with product information only if that is ticked', async () => {
    const email = somebody();
    await (await Form.open(visitor, language, 'whitepaper')).send(email, 'product-info');
    await confirm(email);
    expect(await listed()).toHaveLength(2);
    expect(await visitor.page.locator('.card').textContent()).toContain(texts.withdrawNote);
    expect((await mailTo(email, 'assets')).headers).toHaveProperty('list-unsubscribe');
  });
});
