import { changePreferences } from '../../shared/actions/change-preferences';
import { exerciseRight, visitRight } from '../../shared/actions/exercise-right';
import { visitPreferences } from '../../shared/actions/visit-preferences';
import { browserLanguage } from '../../shared/http/browser-language';
import { httpFunction } from '../../shared/http/http-function';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import { readWish } from '../../shared/http/preferences-form';
import { landingOf, readPress } from '../../shared/http/press';
import { openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import type { Site } from '../../shared/policy/schema';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import { preferencesGonePage } from '../../shared/web/preferences-page';
import { exercisedPage, rightPage, usedLinkPage } from '../../shared/web/right-pages';
import { showPreferences } from '../../shared/web/show-preferences';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = {
  sites,
  ledger: ledger(sites),
  vault: vault(),
  limits: limits(),
  links: links(),
  subjectKey: subjectKey(),
  proxies: proxies(),
};

/** Only a POST changes anything; whoever merely fetches the link sees how things stand. */
export const handler = httpFunction(async (call) => {
  const now = new Date();
  const browser = (site?: Site) => browserLanguage(site, call);
  const asked = await openLink(deps.links, call.params['token'], 'right');
  if (asked) return answerRight(asked, call, now);
  const link = await openLink(deps.links, call.params['token'], 'preferences');
  if (!link) return badLinkPage(call);
  const visit = await visitPreferences(deps, { link, browser, now });
  if (!visit) return preferencesGonePage(browser());
  const landing = await landingOf(deps, call, now);
  if (call.method !== 'POST') return showPreferences(deps.links, visit, landing);
  const button = await readPress(deps, call, now);
  const changed = await changePreferences(deps, readWish(button), visit, button);
  return showPreferences(deps.links, changed.visit, landing, changed.happened);
}, busyPage);

/** Where the mail leads that asks the person about something that only they decide. */
async function answerRight(link: Link, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const browser = (site?: Site) => browserLanguage(site, call);
  const visit = await visitRight(deps, link, browser, now);
  if (!visit) return preferencesGonePage(browser());
  if (visit.state !== 'open') return usedLinkPage(visit);
  if (call.method !== 'POST') return rightPage(visit, await landingOf(deps, call, now));
  const done = await exerciseRight(deps, visit, await readPress(deps, call, now));
  return done.kind === 'too-long'
    ? rightPage(visit, await landingOf(deps, call, now), true)
    : exercisedPage(visit, done);
}
