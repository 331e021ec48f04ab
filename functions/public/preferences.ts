import { changePreferences } from '../../shared/actions/change-preferences';
import { visitPreferences } from '../../shared/actions/visit-preferences';
import { browserLanguage } from '../../shared/http/browser-language';
import { httpFunction } from '../../shared/http/http-function';
import { readWish } from '../../shared/http/preferences-form';
import { landingOf, readPress } from '../../shared/http/press';
import { openLink } from '../../shared/links/link';
import type { Site } from '../../shared/policy/schema';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import { preferencesGonePage } from '../../shared/web/preferences-page';
import { showPreferences } from '../../shared/web/show-preferences';
import { links, subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = {
  sites,
  ledger: ledger(),
  vault: vault(),
  limits: limits(),
  links: links(),
  subjectKey: subjectKey(),
  proxies: proxies(),
};

/** Only a POST changes anything; whoever merely fetches the link sees how things stand. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'preferences');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const browser = (site?: Site) => browserLanguage(site, call);
  const visit = await visitPreferences(deps, { link, browser, now });
  if (!visit) return preferencesGonePage(browser());
  const landing = await landingOf(deps, call, now);
  if (call.method !== 'POST') return showPreferences(deps.links, visit, landing);
  const button = await readPress(deps, call, now);
  const changed = await changePreferences(deps, readWish(button), visit, button);
  return showPreferences(deps.links, changed.visit, landing, changed.happened);
}, busyPage);
