import { keep } from '../../shared/actions/keep';
import type { Entry } from '../../shared/consent/entry';
import { httpFunction } from '../../shared/http/http-function';
import { landingOf, readPress } from '../../shared/http/press';
import { readHistory } from '../../shared/ledger/ledger';
import { openLink } from '../../shared/links/link';
import { isClosed } from '../../shared/policy/closing';
import { keepPage, keptPage, type KeepView } from '../../shared/web/keep-pages';
import { keepView } from '../../shared/web/keep-view';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = { sites, ledger: ledger(sites), vault: vault(), links: links(), proxies: proxies() };

/** "Yes, I still want it": only the button, a POST, says so; whoever merely fetches the link changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'keep');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const viewOf = (entries: readonly Entry[]) => keepView(deps.sites, entries, link, call, now);
  const found = viewOf((await readHistory(deps.ledger, link.subject, now)).entries);
  if (!found.site || found.names.length === 0) return nothing(found, now);
  if (call.method !== 'POST') {
    return found.question ? keepPage(found, found.question, await landingOf(deps, call, now)) : keptPage(found);
  }
  const { facts } = await readPress(deps, call, now);
  const kept = viewOf(await keep(deps, { link, site: found.site, facts, now }));
  return kept.names.length === 0 ? nothing(kept, now) : keptPage({ ...kept, isAnswer: true });
}, busyPage);

/** What has ended does not come back by this link. */
const nothing = ({ site, language }: KeepView, now: Date) =>
  sayingPage(410, site, language, site && isClosed(site, now) ? 'siteClosed' : 'keepTooLate');
