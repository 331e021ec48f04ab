import { httpFunction } from '../../shared/http/http-function';
import { download, type HttpResponse } from '../../shared/http/response';
import type { Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import { noticeHashes } from '../../shared/evidence/bundle';
import { entriesToConfirmation, receipt, type Receipt } from '../../shared/evidence/receipt';
import { readHistory, readNotices } from '../../shared/ledger/ledger';
import { openLink } from '../../shared/links/link';
import type { Site } from '../../shared/policy/schema';
import { findSite } from '../../shared/policy/sites';
import { badLinkPage, busyPage, sayingPage } from '../../shared/web/link-pages';
import { browserLanguage } from '../../shared/web/page';
import { receiptPage } from '../../shared/web/receipt-page';
import { log, logOrigin } from '../deps/log';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(), log: log(), logOrigin: logOrigin(), links: links() };

/** The receipt of a confirmation, as a page or to keep, for whoever has the link. Never reads what is personal. */
export const handler = httpFunction(async (call) => {
  const link = await openLink(deps.links, call.params['token'], 'receipt');
  if (!link) return badLinkPage(call);
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, link.subject, now);
  const record = fold(entries, now).find(({ recordId }) => recordId === link.recordId);
  const site = findSite(deps.sites, record?.site);
  const confirmed = record ? entriesToConfirmation(entries, record) : [];
  if (!site || !record || confirmed.length === 0) {
    return sayingPage(410, site, record?.language ?? browserLanguage(site, call), 'receiptGone');
  }
  const made = await makeReceipt(site, confirmed);
  return call.query['format'] === 'json' ? asFile(made) : receiptPage(site, made, record);
}, busyPage);

async function makeReceipt(site: Site, entries: readonly Entry[]): Promise<Receipt> {
  const { hash, recordId } = entries.at(-1)!;
  const [notices, keys, places] = await Promise.all([
    readNotices(deps.ledger, noticeHashes(entries.filter((entry) => entry.recordId === recordId))),
    deps.log.readVerifierKeys(),
    deps.log.findLeaves([hash]),
  ]);
  return receipt({ entries, notices, site, log: { origin: deps.logOrigin, keys, index: places.get(hash) ?? null } });
}

function asFile(made: Receipt): HttpResponse {
  return download(JSON.stringify(made), 'application/json', `consent-receipt-${made.confirmedAt.slice(0, 10)}.json`);
}
