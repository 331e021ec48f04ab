import { httpFunction } from '../../shared/http/http-function';
import { landingOf, readPress, type Press } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import { plainText, type HttpResponse } from '../../shared/http/response';
import { canBeWithdrawn, purposesInForce } from '../../shared/consent/fold';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { lookAtWithdrawal, withdrawAlongMoves, type Ending } from '../../shared/actions/withdraw';
import { linkUrl, openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import type { Site } from '../../shared/policy/schema';
import { findPurpose, purposeName } from '../../shared/policy/sites';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import {
  nothingLeftPage,
  unsubscribedPage,
  unsubscribePage,
  type UnsubscribeView,
} from '../../shared/web/unsubscribe-pages';
import { browserLanguage } from '../../shared/web/page';
import { proxies } from '../deps/visitors';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), proxies: proxies() };

/**
 * The page with the button, the button, and the one-click POST of mail programs (RFC 8058). Only a POST withdraws;
 * it needs nothing but the ledger, and takes effect with its answer.
 */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'unsubscribe');
  if (!link) return badLinkPage(call);
  const now = new Date();
  if (call.method !== 'POST') return show(link, call, now);
  const button = await readPress(deps, call, now);
  return isOneClick(button) ? oneClick(link, button, now) : press(link, button, call, now);
}, busyPage);

async function show(link: Link, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const view = viewOf(await lookAtWithdrawal(deps, link, now), link, call, now);
  return view.names.length === 0 ? nothingLeftPage(view) : unsubscribePage(view, await landingOf(deps, call, now));
}

async function press(link: Link, button: Press, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const endings = await withdrawNow(link, 'page', button, now);
  const view = viewOf(endings, link, call, now);
  if (view.names.length === 0) return nothingLeftPage(view);
  const preferencesUrl = await linkUrl(deps.links, { ...link, kind: 'preferences', purposes: [] });
  return unsubscribedPage({ ...view, undo: undoable(endings, view), preferencesUrl });
}

/** For a program: no page, no redirect, no cookie; the same whether or not there was anything left to withdraw. */
async function oneClick(link: Link, button: Press, now: Date): Promise<HttpResponse> {
  await withdrawNow(link, 'one-click', button, now);
  return plainText(200, 'Unsubscribed.\n');
}

function withdrawNow(link: Link, via: 'page' | 'one-click', { facts, network }: Press, now: Date): Promise<Ending[]> {
  return withdrawAlongMoves(deps, { ...link, via, facts, parts: { network }, now });
}

function isOneClick({ form }: Press): boolean {
  return form.get('List-Unsubscribe')?.includes('One-Click') ?? false;
}

/** What of the person a withdrawal ends or ended, and what it leaves alone. */
function viewOf(
  endings: readonly Ending[],
  { recordId, purposes }: Link,
  call: HttpRequest,
  now: Date,
): UnsubscribeView {
  const records = endings.flatMap(({ state }) => state);
  const record = records.find((candidate) => candidate.recordId === recordId) ?? records[0];
  const site = endings.map((ending) => ending.site).find(Boolean);
  const entries = endings.flatMap((ending) => ending.entries);
  const language = spokenLanguage(entries, record?.language ?? browserLanguage(site, call));
  const name = (id: string): string => purposeName(site, id, language);
  const ended = endedIds(endings);
  const about = ended.length > 0 ? ended : purposes;
  const isAnalysis = about.length > 0 && about.every((id) => findPurpose(site, id)?.measures);
  return { site, language, isAnalysis, names: ended.map(name), untouched: untouchedIds(endings, site, now).map(name) };
}

function endedIds(endings: readonly Ending[]): string[] {
  return [...new Set(endings.flatMap(({ ended }) => ended.map(({ id }) => id)))];
}

function untouchedIds(endings: readonly Ending[], site: Site | undefined, now: Date): string[] {
  const ended = endedIds(endings);
  const inForce = endings.flatMap(({ entries, state }) => {
    return [...purposesInForce(site ? stateAt(entries, site, now) : state).values()];
  });
  const left = inForce.filter((purpose) => canBeWithdrawn(purpose) && !ended.includes(purpose.id));
  return [...new Set(left.map(({ id }) => id))];
}

/** What can be asked for again: nobody signs up for what rests on anything but consent. */
function undoable(endings: readonly Ending[], { site }: UnsubscribeView): string[] {
  return endedIds(endings).filter((id) => findPurpose(site, id)?.legalBasis === 'consent');
}
