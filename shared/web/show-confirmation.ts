import type { Confirmation } from '../actions/confirm';
import { spokenLanguage } from '../consent/decide/language';
import { AlreadyWithdrawn, ConfirmationExpired, SiteClosed, UnknownRecord } from '../consent/errors';
import { itemsOf } from '../consent/record-items';
import { browserLanguage } from '../http/browser-language';
import { landingOf, type PageDeps } from '../http/press';
import type { HttpRequest } from '../http/request';
import type { HttpResponse } from '../http/response';
import type { LedgerTable } from '../ledger/table';
import { linkUrl } from '../links/link';
import type { Link } from '../links/link-token';
import type { Language, Site } from '../policy/schema';
import { findSite, type Sites } from '../policy/sites';
import { confirmedPage, confirmPage, endedLinkPage } from './confirm-pages';
import { itemsWithWording } from './items-with-wording';
import { sayingPage } from './link-pages';

interface ConfirmationDeps extends PageDeps {
  readonly sites: Sites;
  readonly ledger: LedgerTable;
}

/** The page with the button; or what the person is told where their link does not confirm any more. */
export async function showConfirmation(
  deps: ConfirmationDeps,
  link: Link,
  found: Confirmation,
  call: HttpRequest,
  now: Date,
): Promise<HttpResponse> {
  const { record, covered, leftOut, refusal } = found;
  if (refusal || !record) return answerConfirmation(deps, link, found, call);
  const { site, language } = spokenTo(deps, found, call);
  const asked = { ...covered, language: record.language };
  const items = await itemsWithWording(deps.ledger, site, { asked, in: language });
  return confirmPage({ site, language, items, leftOut }, await landingOf(deps, call, now));
}

/** What the person hears after a press. */
export async function answerConfirmation(
  deps: ConfirmationDeps,
  link: Link,
  found: Confirmation,
  call: HttpRequest,
): Promise<HttpResponse> {
  const { record, covered, leftOut, refusal } = found;
  const { site, language } = spokenTo(deps, found, call);
  if (refusal instanceof SiteClosed) return sayingPage(410, site, language, 'siteClosed');
  if (refusal instanceof AlreadyWithdrawn) return endedLinkPage({ site, language, leftOut });
  if (!record || refusal instanceof UnknownRecord) return sayingPage(410, site, language, 'linkGone');
  if (refusal instanceof ConfirmationExpired) return sayingPage(410, site, language, 'expired');
  return confirmedPage({
    site,
    language,
    items: itemsOf(site, covered, language),
    leftOut,
    again: refusal !== undefined,
    receiptUrl: await linkUrl(deps.links, { ...link, kind: 'receipt', purposes: [] }),
  });
}

/** The site, and the language to speak. */
function spokenTo(
  { sites }: Pick<ConfirmationDeps, 'sites'>,
  { record, entries }: Confirmation,
  call: HttpRequest,
): { site: Site | undefined; language: Language } {
  const site = record && findSite(sites, record.site);
  const form = record?.language ?? browserLanguage(site, call);
  return { site, language: spokenLanguage(entries, form) };
}
