import type { Page, Route } from 'playwright-core';
import { newChallenge, readProof } from '../../shared/limits/proof-of-work';
import { formIn } from '../../shared/words/form';
import { PATHS } from '../../local/website/texts';
import { visit, visitElsewhere, type DropInForm } from './drop-in';
import { somebody } from './forms';
import { mailTo, useBrowser } from './visitor';

const browser = useBrowser();
const SIGN_UPS = '**/v1/sites/demo/signups';
const GERMAN = 'data-site="demo" data-language="de"';

let form: DropInForm;
afterEach(() => form.visitor.leave());

const elsewhere = async (prepare: (page: Page) => Promise<unknown>): Promise<DropInForm> =>
  (form = await visitElsewhere(browser(), GERMAN, 'de-AT', prepare));

describe('very many sign up just now', () => {
  const secret = (): Promise<string> => Promise.resolve(JSON.stringify({ key: 'k'.repeat(64) }));
  /** Refuses what comes without proof, as the system does under load; what is proven goes on to it. */
  const guard = async (route: Route, proofs: (string | undefined)[]): Promise<void> => {
    const { altcha } = route.request().postDataJSON() as { altcha?: string };
    proofs.push(altcha && (await readProof(secret, 'demo', altcha, new Date())));
    if (proofs.at(-1) !== undefined) return route.continue();
    const challenge = await newChallenge(secret, 'demo', new Date());
    return route.fulfill({ status: 428, json: { challenge }, headers: { 'access-control-allow-origin': '*' } });
  };

  test('the browser works for a moment, by keyboard alone and under the policy of the page, and the mail comes', async () => {
    const email = somebody();
    const proofs: (string | undefined)[] = [];
    await elsewhere((page) => page.route(SIGN_UPS, (route) => guard(route, proofs)));
    await form.fill(email, 'newsletter-product');
    await form.element.getByRole('button').focus();
    await form.page.keyboard.press('Enter');
    await form.element.locator('[role=alert]', { hasText: formIn('de').working }).waitFor();
    expect(await form.answer('status')).toContain(email);
    expect(proofs).toEqual([undefined, expect.any(String)]);
    expect((await mailTo(email, 'confirm')).to).toEqual([email]);
  });

  test('a browser that cannot do it says so, and nothing that was typed is lost', async () => {
    const email = somebody();
    await elsewhere((page) =>
      page.route(SIGN_UPS, (route) =>
        route.fulfill({
          status: 428,
          json: { challenge: { algorithm: 'SHA-256', challenge: 'none', maxnumber: 9, salt: 's', signature: 's' } },
          headers: { 'access-control-allow-origin': '*' },
        }),
      ),
    );
    await form.fill(email, 'newsletter-product');
    await form.send();
    expect(await form.answer('alert')).toBe(formIn('de').unproven);
    expect(await form.element.locator('[name=email]').inputValue()).toBe(email);
  });
});

test('the field against programs is reached by no key, and not read out', async () => {
  form = await visit(browser(), PATHS.de.dropIn, 'newsletter');
  const trap = form.element.locator('[name=topic]');
  expect(await trap.getAttribute('tabindex')).toBe('-1');
  expect(await form.element.getByRole('textbox', { name: formIn('de').leaveEmpty }).count()).toBe(0);
  const { width = 9, height = 9 } = (await form.element.locator('.consent-trap').boundingBox()) ?? {};
  expect([width, height]).toEqual([1, 1]);
});
