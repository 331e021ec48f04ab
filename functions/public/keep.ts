import { httpFunction } from '../../shared/http/http-function';
import { landingOf, readPress } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import type { Entry } from '../../shared/consent/entry';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { readHistory } from '../../shared/ledger/ledger';
import { keep } from '../../shared/actions/keep';
import { openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import { findSite, purposeName } from '../../shared/policy/sites';
import { keepPage, keptPage, type KeepView } from '../../shared/web/keep-pages';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/web/page';
import { proxies } from '../deps/visitors';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), proxies: proxies() };

/** "Yes, I still want it": only the button, a POST, says so; whoever merely fetches the link changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'] ?? '', 'keep');
  if (!link) return badLinkPage();
  return call.method === 'POST' ? press(link, call) : show(link, call);
}, busyPage);

async function show(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const view = viewOf((await readHistory(deps.ledger, link.subject, now)).entries, link, call, now);
  return view.names.length === 0 ? nothing(view) : keepPage(view, await landingOf(deps, call, now));
}

async function press(link: Link, call: HttpRequest): Promise<HttpResponse> {
  const now = new Date();
  const { facts } = await readPress(deps, call, now);
  const view = viewOf(await keep(deps, link.subject, facts, now), link, call, now);
  return view.names.length === 0 ? nothing(view) : keptPage(view);
}

function viewOf(entries: readonly Entry[], { recordId }: Link, call: HttpRequest, now: Date): KeepView {
  const state = fold(entries, now);
  const record = state.find((candidate) => candidate.recordId === recordId) ?? state[0];
  const site = findSite(deps.sites, record?.site ?? '');
  const form = record?.language ?? browserLanguage(site, call);
  const language = spokenLanguage(entries, form);
  const names = [...purposesInForce(state).keys()].map((id) => purposeName(site, id, language));
  return { site, language, names };
}

/** What has ended does not come back by this link. */
function nothing({ site, language }: KeepView): HttpResponse {
  return sayingPage(410, site, language, 'keepTooLate');
}
