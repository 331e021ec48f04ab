import { httpFunction } from '../../shared/http/http-function';
import { landingOf, readPress } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import type { Entry } from '../../shared/consent/entry';
import { addressGone, openUntil, wanted } from '../../shared/consent/keep/inactivity';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { standingOf } from '../../shared/consent/standing';
import { fold, purposesInForce } from '../../shared/consent/fold';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { readHistory } from '../../shared/ledger/ledger';
import { keep } from '../../shared/actions/keep';
import { openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import type { Site } from '../../shared/policy/schema';
import { findSite, purposeName } from '../../shared/policy/sites';
import { keepPage, keptPage, type KeepView, type Question } from '../../shared/web/keep-pages';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/web/page';
import { proxies } from '../deps/visitors';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), proxies: proxies() };

/** "Yes, I still want it": only the button, a POST, says so; whoever merely fetches the link changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'keep');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const found = viewOf((await readHistory(deps.ledger, link.subject, now)).entries, link, call, now);
  if (!found.site || found.names.length === 0) return nothing(found);
  if (call.method === 'POST') return press(link, found.site, call, now);
  return found.question ? keepPage(found, found.question, await landingOf(deps, call, now)) : keptPage(found);
}, busyPage);

async function press(link: Link, site: Site, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const { facts } = await readPress(deps, call, now);
  const view = viewOf(await keep(deps, { subject: link.subject, site, facts, now }), link, call, now);
  return view.names.length === 0 ? nothing(view) : keptPage({ ...view, isAnswer: true });
}

interface Found extends KeepView {
  /** Undefined where there is nothing to answer. */
  readonly question: Question | undefined;
}

function viewOf(entries: readonly Entry[], { recordId }: Link, call: HttpRequest, now: Date): Found {
  const records = fold(entries, now);
  const record = records.find((candidate) => candidate.recordId === recordId) ?? records[0];
  const site = findSite(deps.sites, record?.site);
  const state = site ? stateAt(entries, site, now) : [];
  const form = record?.language ?? browserLanguage(site, call);
  const language = spokenLanguage(entries, form);
  const names = [...wanted(state).keys()].map((id) => purposeName(site, id, language));
  const { holds, restrictedSince, undeliverableSince } = standingOf(entries);
  const hasContract = [...purposesInForce(state).values()].some(({ legalBasis }) => legalBasis === 'contract');
  const view = { site, language, names, restrictedSince, undeliverableSince };
  const rule = site?.retention.inactivity;
  const until = rule && openUntil(entries, rule);
  return {
    ...view,
    question: until && {
      until,
      isLate: until <= now,
      addressGone: addressGone(until, rule),
      isHeld: holds.length > 0,
      hasContract,
    },
  };
}

/** What has ended does not come back by this link. */
function nothing({ site, language }: KeepView): HttpResponse {
  return sayingPage(410, site, language, 'keepTooLate');
}
