import { lookAtWithdrawal, withdrawAlongMoves } from '../../shared/actions/withdraw';
import { httpFunction } from '../../shared/http/http-function';
import { isOneClick, landingOf, readPress } from '../../shared/http/press';
import { plainText } from '../../shared/http/response';
import { linkUrl, openLink } from '../../shared/links/link';
import { badLinkPage, busyPage } from '../../shared/web/link-pages';
import { nothingLeftPage, unsubscribedPage, unsubscribePage } from '../../shared/web/unsubscribe-pages';
import { undoable, unsubscribeView } from '../../shared/web/unsubscribe-view';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = { sites, ledger: ledger(sites), vault: vault(), links: links(), proxies: proxies() };

/**
 * The page with the button, the button, and the one-click POST of mail programs (RFC 8058). Only a POST withdraws;
 * it needs nothing but the ledger, and takes effect with its answer.
 */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'unsubscribe');
  if (!link) return badLinkPage(call);
  const now = new Date();
  if (call.method !== 'POST') {
    const view = unsubscribeView(await lookAtWithdrawal(deps, link, now), link, call, now);
    return view.names.length === 0 ? nothingLeftPage(view) : unsubscribePage(view, await landingOf(deps, call, now));
  }
  const { form, facts, network } = await readPress(deps, call, now);
  const via = isOneClick(form) ? 'one-click' : 'page';
  const endings = await withdrawAlongMoves(deps, { ...link, via, facts, parts: { network }, now });
  // For a program: no page, no redirect, no cookie; the same whether or not there was anything left to withdraw.
  if (via === 'one-click') return plainText(200, 'Unsubscribed.\n');
  const view = unsubscribeView(endings, link, call, now);
  if (view.names.length === 0) return nothingLeftPage(view);
  const preferencesUrl = await linkUrl(deps.links, { ...link, kind: 'preferences', purposes: [] });
  return unsubscribedPage({ ...view, undo: undoable(endings, view, now), preferencesUrl });
}, busyPage);
