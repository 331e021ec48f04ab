import { dayOf } from '../../shared/calendar';
import { makeReceipt } from '../../shared/actions/make-receipt';
import { browserLanguage } from '../../shared/http/browser-language';
import { httpFunction } from '../../shared/http/http-function';
import { download } from '../../shared/http/response';
import { openLink } from '../../shared/links/link';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { receiptPage } from '../../shared/web/receipt-page';
import { log, logOrigin } from '../deps/log';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), log: log(), logOrigin: logOrigin(), links: links() };

/** The receipt of a confirmation, as a page or to keep, for whoever has the link. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'receipt');
  if (!link) return badLinkPage(call);
  const { site, record, receipt } = await makeReceipt(deps, link, new Date());
  if (!site || !record || !receipt) {
    return sayingPage(410, site, record?.language ?? browserLanguage(site, call), 'receiptGone');
  }
  if (call.query['format'] !== 'json') return receiptPage(site, receipt, record);
  return download(
    JSON.stringify(receipt),
    'application/json',
    `consent-receipt-${dayOf(new Date(receipt.confirmedAt))}.json`,
  );
}, busyPage);
