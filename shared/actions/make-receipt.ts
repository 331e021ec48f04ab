import type { Entry } from '../consent/entry';
import { fold, type RecordState } from '../consent/fold';
import { noticeHashes } from '../evidence/bundle';
import { entriesToConfirmation, receipt, type Receipt } from '../evidence/receipt';
import { readHistory, readNotices } from '../ledger/ledger';
import type { Link } from '../links/link-token';
import type { Site } from '../policy/schema';
import { findSite } from '../policy/sites';
import type { Deps } from './deps';

type ReceiptDeps = Pick<Deps, 'sites' | 'ledger' | 'log' | 'logOrigin'>;

/** What a link to a receipt leads to. */
interface FoundReceipt {
  readonly site: Site | undefined;
  /** As it is now. */
  readonly record: RecordState | undefined;
  /** Undefined where nothing was confirmed, or it is gone. */
  readonly receipt: Receipt | undefined;
}

/** The receipt of a confirmation. Never reads what is personal. */
export async function makeReceipt(deps: ReceiptDeps, link: Link, now: Date): Promise<FoundReceipt> {
  const { entries } = await readHistory(deps.ledger, link.subject, now);
  const record = fold(entries, now).find(({ recordId }) => recordId === link.recordId);
  const site = findSite(deps.sites, record?.site);
  const confirmed = record ? entriesToConfirmation(entries, record) : [];
  const confirmation = confirmed.at(-1);
  return { site, record, receipt: site && confirmation && (await receiptOf(deps, site, confirmed, confirmation)) };
}

async function receiptOf(
  deps: ReceiptDeps,
  site: Site,
  entries: readonly Entry[],
  { hash, recordId }: Entry,
): Promise<Receipt> {
  const [notices, keys, places] = await Promise.all([
    readNotices(deps.ledger, noticeHashes(entries.filter((entry) => entry.recordId === recordId))),
    deps.log.readVerifierKeys(),
    deps.log.findLeaves([hash]),
  ]);
  return receipt({ entries, notices, site, log: { origin: deps.logOrigin, keys, index: places.get(hash) ?? null } });
}
