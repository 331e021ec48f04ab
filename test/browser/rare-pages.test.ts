import type { HttpResponse } from '../../shared/http/response';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { busyPage, sayingPage } from '../../shared/web/link-pages';
import { preferencesGonePage } from '../../shared/web/preferences-page';
import { preferencesPageIn } from '../../shared/words/preferences-page';
import { pagesIn } from '../../shared/words/pages';
import { expectSound } from './sound-page';
import { STACK, useBrowser, Visitor } from './visitor';
import { SPOKEN } from './forms';

const browser = useBrowser();
const CALL = { method: 'GET', path: '/', routeKey: '', query: {}, params: {}, body: Buffer.of(), sourceIp: '' };

/** Shows an answer as if the stack had given it. */
async function visitorSeeing({ statusCode, headers, body }: HttpResponse): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser());
  await visitor.page.route(`${STACK}/rare`, (route) => route.fulfill({ status: statusCode, headers, body }));
  await visitor.open('/rare');
  return visitor;
}

test.each(SPOKEN)('a download that is not there any more, in %s', async (language) => {
  const visitor = await visitorSeeing(sayingPage(410, findSite(sites, 'demo'), language, 'assetGone'));
  expect(await visitor.page.locator('h1').textContent()).toBe(pagesIn(language).assetGoneTitle);
  await expectSound(visitor, { name: 'asset gone', language, status: 410 });
  await visitor.leave();
});

test.each(SPOKEN)('preferences of whom nothing is left, in %s', async (language) => {
  const visitor = await visitorSeeing(preferencesGonePage(language));
  expect(await visitor.page.locator('h1').textContent()).toBe(preferencesPageIn(language).goneTitle);
  await expectSound(visitor, { name: 'preferences gone', language, status: 410 });
  await visitor.leave();
});

test('an error of ours, in both languages', async () => {
  const visitor = await visitorSeeing(busyPage({ status: 503 }, { ...CALL, headers: {} }));
  expect(await visitor.page.locator('[lang=en] p').textContent()).toBe(pagesIn('en').busyText);
  await expectSound(visitor, { name: 'busy', language: 'de', status: 503 });
  await visitor.leave();
});
