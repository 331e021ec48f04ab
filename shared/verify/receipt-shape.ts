import { anyText, DEPTH, knownEntryShape, hash, MOST_KEYS, random, time } from './bundle-shape';
import { STATUSES, type Entry, type JsonObject, type Status } from './format';
import { atMost, json, list, object, oneOf, orNull, text, wholeNumber } from './shape';

export const RECEIPT_FORMAT = 'consent-receipt/v1';

/** What a person keeps of a confirmation: docs/evidence-format.md has it at its end. */
export interface Receipt {
  readonly receiptId: string;
  readonly site: string;
  readonly recordId: string;
  readonly language: string;
  readonly controller: JsonObject;
  readonly purposes: readonly ReceiptPurpose[];
  readonly asset: { readonly id: string; readonly title: string; readonly notice: HashedNotice } | null;
  readonly requestedAt: string;
  readonly confirmedAt: string;
  readonly entry: Entry;
  readonly leaf: string;
  readonly log: { readonly origin: string; readonly keys: readonly string[]; readonly index: number | null };
}

export interface ReceiptPurpose {
  readonly id: string;
  readonly name: string;
  readonly status: Status;
  readonly legalBasis: string;
  readonly notice: HashedNotice;
}

export interface HashedNotice {
  readonly hash: string;
  readonly version: string;
  readonly language: string;
  readonly text: string;
}

const notice = object({ hash, version: anyText, language: anyText, text: anyText });

export const receiptShape = object({
  format: oneOf(RECEIPT_FORMAT),
  schemaVersion: anyText,
  receiptId: hash,
  site: anyText,
  recordId: random,
  language: anyText,
  controller: json(DEPTH),
  purposes: list(object({ id: anyText, name: anyText, status: oneOf(...STATUSES), legalBasis: anyText, notice })),
  asset: orNull(object({ id: anyText, title: anyText, notice })),
  requestedAt: time,
  confirmedAt: time,
  entry: knownEntryShape,
  leaf: text('base64', /^[A-Za-z0-9+/]{43}=$/),
  log: object({ origin: anyText, keys: atMost(MOST_KEYS, list(anyText)), index: orNull(wholeNumber) }),
  howToWithdraw: anyText,
  howToCheck: anyText,
});
