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
