import type { RecordId } from '../ids';
import type { Entry } from '../consent/entry';
import { fold, type ConsentStatus, type PurposeState, type RecordState } from '../consent/fold';
import { isConfirmation } from '../consent/steps/begins-and-ends';
import { leafHash } from '../hash';
import type { Notice } from '../policy/notices';
import type { Language, LegalBasis, Site } from '../policy/schema';
import { findAsset, inLanguage, purposeName } from '../policy/sites';
import { receiptIn } from '../words/receipt';

/** Names what a reader has before them; another number is another format. */
export const RECEIPT_FORMAT = 'consent-receipt/v1';

/** A wording with the hash that the ledger names it by. */
export type HashedNotice = Pick<Notice, 'version' | 'language' | 'text'> & { readonly hash: string };

export interface ReceiptPurpose {
  readonly id: string;
  readonly name: string;
  /** At the confirmation, whatever became of it since. */
  readonly status: ConsentStatus;
  readonly legalBasis: LegalBasis;
  readonly notice: HashedNotice;
}

export interface ReceiptLog {
  readonly origin: string;
  /** As verifiers take them (https://c2sp.org/signed-note). */
  readonly keys: readonly string[];
  /** The entry's place; null while the log does not have it yet. */
  readonly index: number | null;
}

/**
 * What a person keeps to show what they confirmed (ISO/IEC TS 27560:2023, consent receipt). Names nobody: it is about
 * whoever got the mail with the link, and from the entry's subject id nobody without the site's key gets to an address.
 */
export interface Receipt {
  readonly format: typeof RECEIPT_FORMAT;
  readonly schemaVersion: 'ISO/IEC TS 27560:2023';
  /** The same for the same confirmation, whenever it is fetched. */
  readonly receiptId: string;
  readonly site: string;
  readonly recordId: RecordId;
  readonly language: Language;
  readonly controller: Site['controller'];
  readonly purposes: readonly ReceiptPurpose[];
  readonly asset: { readonly id: string; readonly title: string; readonly notice: HashedNotice } | null;
  readonly requestedAt: string;
  readonly confirmedAt: string;
  /** The confirmation as the ledger has it, so that its hash, and from it `leaf`, can be computed by whoever holds this. */
  readonly entry: Entry;
  /** What the log has for that entry (RFC 6962, section 2.1), base64. */
  readonly leaf: string;
  readonly log: ReceiptLog;
  readonly howToWithdraw: string;
  readonly howToCheck: string;
}

export interface ReceiptSources {
  /** The subject's entries up to the confirmation, which is the last of them. */
  readonly entries: readonly Entry[];
  /** By hash: each that the record names. */
  readonly notices: ReadonlyMap<string, Notice>;
  readonly site: Site;
  readonly log: ReceiptLog;
}

/** A subject's entries up to the one that confirmed the record; none where nothing did, or where it is gone. */
export function entriesToConfirmation(entries: readonly Entry[], record: RecordState): readonly Entry[] {
  const end = entries.findIndex(
    (entry) => isConfirmation(entry) && entry.recordId === record.recordId && entry.at === record.confirmedAt,
  );
  return entries.slice(0, end + 1);
}

/** @throws {RangeError} when the last entry confirms nothing, or a wording is missing */
export function receipt({ entries, notices, site, log }: ReceiptSources): Receipt {
  const confirmation = entries.at(-1);
  const state = fold(entries, new Date(confirmation?.at ?? 0));
  const record = state.find(({ recordId }) => recordId === confirmation?.recordId);
  if (confirmation === undefined || record?.confirmedAt !== confirmation.at) {
    throw new RangeError('A receipt is about a confirmation.');
  }
  const { recordId, language, requestedAt, confirmedAt } = record;
  // What was signed up for along with it and not confirmed is no part of a receipt.
  const isConfirmed = ({ id }: PurposeState): boolean => confirmation.purposes.some((given) => given.id === id);
  const { howToWithdraw, nothingToWithdraw, howToCheck } = receiptIn(language);
  const withdraw = confirmation.purposes.length > 0 ? howToWithdraw : nothingToWithdraw;
  return {
    format: RECEIPT_FORMAT,
    schemaVersion: 'ISO/IEC TS 27560:2023',
    receiptId: confirmation.hash,
    site: site.id,
    recordId,
    language,
    controller: site.controller,
    purposes: receiptPurposes({ ...record, purposes: record.purposes.filter(isConfirmed) }, site, notices),
    asset: receiptAsset(record, site, notices),
    requestedAt,
    confirmedAt,
    entry: confirmation,
    leaf: Buffer.from(leafHash(Buffer.from(confirmation.hash, 'base64url'))).toString('base64'),
    log,
    howToWithdraw: withdraw(site.controller.email),
    howToCheck,
  };
}

type Notices = ReceiptSources['notices'];

function receiptPurposes({ purposes, language }: RecordState, site: Site, notices: Notices): ReceiptPurpose[] {
  return purposes.map(({ id, status, legalBasis, noticeHash }) => ({
    id,
    name: purposeName(site, id, language),
    status,
    legalBasis,
    notice: hashedNotice(noticeHash, notices),
  }));
}

function receiptAsset({ asset, language }: RecordState, site: Site, notices: Notices): Receipt['asset'] {
  if (!asset) return null;
  const { id, noticeHash } = asset;
  const title = inLanguage(findAsset(site, id)?.title ?? { [language]: id }, language);
  return { id, title, notice: hashedNotice(noticeHash, notices) };
}

function hashedNotice(hash: string, notices: Notices): HashedNotice {
  const notice = notices.get(hash);
  if (!notice) throw new RangeError('There is no receipt without the wording.');
  const { version, language, text } = notice;
  return { hash, version, language, text };
}
