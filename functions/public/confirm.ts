import { confirmRecord, lookAtConfirmation, type Confirmation } from '../../shared/actions/confirm';
import { spokenLanguage } from '../../shared/consent/decide/language';
import { AlreadyWithdrawn, ConfirmationExpired, UnknownRecord } from '../../shared/consent/errors';
import { httpFunction } from '../../shared/http/http-function';
import { landingOf, readPress } from '../../shared/http/press';
import type { HttpRequest } from '../../shared/http/request';
import type { HttpResponse } from '../../shared/http/response';
import { linkUrl, openLink } from '../../shared/links/link';
import type { Link } from '../../shared/links/link-token';
import type { Language, Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { confirmedPage, confirmPage, endedLinkPage } from '../../shared/web/confirm-pages';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/web/page';
import { CHOICES, itemsOf, itemsWithWording } from '../../shared/web/record-items';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { proxies } from '../deps/visitors';

const deps = { sites, ledger: ledger(), vault: vault(), links: links(), proxies: proxies() };

/** Only the button, a POST, confirms; whoever merely fetches the link, a mail scanner say, changes nothing. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'confirm');
  if (!link) return badLinkPage(call);
  const now = new Date();
  if (call.method !== 'POST') return show(link, await lookAtConfirmation(deps, link, now), call, now);
  const press = await readPress(deps, call, now);
  const choice = press.form.get('choice')?.includes(CHOICES.all) ? 'all' : 'order';
  return answer(link, await confirmRecord(deps, link, { ...press, choice }, now), call);
}, busyPage);

async function show(link: Link, found: Confirmation, call: HttpRequest, now: Date): Promise<HttpResponse> {
  const { record, covered, leftOut, refusal } = found;
  if (refusal || !record) return answer(link, found, call);
  const { site, language } = spokenTo(found, call);
  const asked = { ...covered, language: record.language };
  const items = await itemsWithWording(deps.ledger, site, { asked, in: language });
  return confirmPage({ site, language, items, leftOut }, await landingOf(deps, call, now));
}

/** What the person hears after a press, or where their link does not confirm any more. */
async function answer(link: Link, found: Confirmation, call: HttpRequest): Promise<HttpResponse> {
  const { record, covered, leftOut, refusal } = found;
  const { site, language } = spokenTo(found, call);
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
  { record, entries }: Confirmation,
  call: HttpRequest,
): { site: Site | undefined; language: Language } {
  const site = record && findSite(deps.sites, record.site);
  const form = record?.language ?? browserLanguage(site, call);
  return { site, language: spokenLanguage(entries, form) };
}
