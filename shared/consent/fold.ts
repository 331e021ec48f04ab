import type { Language, LegalBasis } from '../policy/schema';
import type { Entry, EntryAsset, EntryPurpose, MailKind, Step } from './entry';

/** The names of the W3C Data Privacy Vocabulary. */
export type ConsentStatus =
  | 'ConsentRequested'
  | 'ConsentGiven'
  | 'RenewedConsentGiven'
  | 'ConsentWithdrawn'
  | 'ConsentExpired'
  /** Mail rests on legitimate interest, not on consent. */
  | 'LegitimateInterestRecorded'
  | 'ObjectionRecorded'
  /** Mail rests on a contract, and is nothing to withdraw or object to. */
  | 'ContractRecorded'
  | 'ContractEnded';

export interface PurposeState {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  readonly noticeHash: string;
  readonly status: ConsentStatus;
  /** When that status began, ISO 8601. */
  readonly since: string;
}

/** What one sign-up started. */
export interface RecordState {
  readonly site: string;
  readonly recordId: string;
  readonly language: Language;
  readonly requestedAt: string;
  /** From then on a confirmation comes too late. */
  readonly confirmBy: string;
  /** Undefined until the person pressed the button. */
  readonly confirmedAt?: string;
  /** Not asked for here, and nobody waits for a mail. */
  readonly isFromElsewhere?: true;
  readonly purposes: readonly PurposeState[];
  readonly asset?: EntryAsset;
  /** The mails that were sent about this record. */
  readonly mails: readonly SentMail[];
}

export interface SentMail {
  readonly kind: MailKind;
  readonly at: string;
}

export type SubjectState = readonly RecordState[];

/**
 * What a subject's entries amount to at the moment `now`.
 *
 * An entry counts only where it applies: whatever their order or repetition, nothing is given that was not
 * requested before, in time, or that was withdrawn since.
 */
export function fold(entries: readonly Entry[], now: Date): SubjectState {
  return entries.reduce<SubjectState>(applyEntry, []).map((record) => expire(record, now));
}

/** A moment at which no confirmation is late yet, for whom what expires by itself is no step. */
export const BEGINNING = new Date(0);

/** What one more step makes of the records before it; what it does not change it leaves as it is. */
export function applyEntry(records: SubjectState, entry: Entry): SubjectState {
  switch (entry.type) {
    case 'ConsentRequested':
      return request(records, entry);
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return records.map((record) => (record.recordId === entry.recordId ? give(record, entry) : record));
    case 'ConsentWithdrawn':
      return records.map((record) => withdraw(record, entry));
    case 'ConsentRecorded':
      return recorded(records, entry, 'ConsentGiven');
    case 'LegitimateInterestRecorded':
    case 'ContractRecorded':
      return recorded(records, entry, entry.type);
    case 'ContractEnded':
      return records.map((record) => endContract(record, entry));
    case 'ObjectionRecorded':
      return records.map((record) => object(record, entry));
    case 'ConsentLapsed':
      return records.map((record) => lapse(record, entry));
    case 'MailSent':
      return records.map((record) => (record.recordId === entry.recordId ? mailed(record, entry) : record));
    case 'DataErased':
      return records.map((record) => close(record, entry));
    case 'EvidenceDisclosed':
    case 'ActivityReported':
    case 'IdentityRectified':
    case 'ProcessingRestricted':
    case 'RestrictionLifted':
    case 'HoldPlaced':
    case 'HoldLifted':
    case 'AccessGiven':
    case 'MailBounced':
    case 'MailReceived':
    case 'CaseClosed':
    case 'LanguageChosen':
    case 'ProcessorInformed':
    case 'DeletionConfirmed':
      // About the person, not about a record: see `standing.ts`.
      return records;
  }
}

function request(records: SubjectState, entry: Entry): SubjectState {
  const { site, recordId, language, at, asset } = entry;
  const { confirmBy } = entry.facts;
  const known = records.some((record) => record.recordId === recordId);
  if (known || recordId === undefined || language === undefined || confirmBy === undefined) return records;
  const purposes = entry.purposes.map((purpose) => requested(purpose, at));
  const record = { site, recordId, language, requestedAt: at, confirmBy, purposes, mails: [] };
  return [...records, { ...record, ...(asset && { asset }) }];
}

/** A record that begins without being asked for here: confirmed from the start, by whatever was the case elsewhere. */
function recorded(records: SubjectState, entry: Entry, status: ConsentStatus): SubjectState {
  const { site, recordId, language, at } = entry;
  const known = records.some((record) => record.recordId === recordId);
  if (known || recordId === undefined || language === undefined) return records;
  const purposes = entry.purposes.map((purpose) => ({ ...requested(purpose, at), status }));
  const times = { requestedAt: at, confirmBy: at, confirmedAt: at };
  return [...records, { site, recordId, language, ...times, isFromElsewhere: true, purposes, mails: [] }];
}

/** An objection ends what rests on legitimate interest, and where it was consent after all, that. */
function object(record: RecordState, entry: Step): RecordState {
  return ended(record, entry, ({ status }) =>
    status === 'LegitimateInterestRecorded' ? 'ObjectionRecorded' : 'ConsentWithdrawn',
  );
}

/** Nothing that was asked for before an erasure can still be confirmed. */
function close(record: RecordState, { at }: Step): RecordState {
  return record.confirmedAt === undefined && at < record.confirmBy ? { ...record, confirmBy: at } : record;
}

function lapse(record: RecordState, entry: Step): RecordState {
  return ended(record, entry, () => 'ConsentExpired');
}

function endContract(record: RecordState, { purposes: named, at }: Entry): RecordState {
  const ids = new Set(named.map(({ id }) => id));
  const purposes = record.purposes.map((purpose) =>
    ids.has(purpose.id) && purpose.status === 'ContractRecorded'
      ? { ...purpose, status: 'ContractEnded' as const, since: at }
      : purpose,
  );
  return { ...record, purposes };
}

function requested({ id, legalBasis, noticeHash }: EntryPurpose, since: string): PurposeState {
  return { id, legalBasis, noticeHash, status: 'ConsentRequested', since };
}

function give(record: RecordState, entry: Step): RecordState {
  const status: ConsentStatus = entry.type === 'RenewedConsentGiven' ? 'RenewedConsentGiven' : 'ConsentGiven';
  const inTime = record.requestedAt <= entry.at && entry.at < record.confirmBy;
  if (!inTime || record.confirmedAt !== undefined || isWithdrawn(record)) return record;
  const named = new Set(entry.purposes.map(({ id }) => id));
  const purposes = record.purposes.map((purpose) =>
    named.has(purpose.id) && purpose.status === 'ConsentRequested' ? { ...purpose, status, since: entry.at } : purpose,
  );
  return { ...record, confirmedAt: entry.at, purposes };
}

/** A withdrawal is about the person, not about the record that it came through: it ends the purpose everywhere. */
function withdraw(record: RecordState, entry: Step): RecordState {
  return ended(record, entry, () => 'ConsentWithdrawn');
}

/** Ends those purposes that a step names and that can be ended. */
function ended(record: RecordState, entry: Step, status: (purpose: PurposeState) => ConsentStatus): RecordState {
  const named = new Set(entry.purposes.map(({ id }) => id));
  const purposes = record.purposes.map((purpose) =>
    named.has(purpose.id) && canBeWithdrawn(purpose)
      ? { ...purpose, status: status(purpose), since: entry.at }
      : purpose,
  );
  return { ...record, purposes };
}

function mailed(record: RecordState, { at, facts: { mail } }: Step): RecordState {
  return mail === undefined || wasMailed(record, mail)
    ? record
    : { ...record, mails: [...record.mails, { kind: mail, at }] };
}

export function wasMailed({ mails }: RecordState, kind: MailKind): boolean {
  return mails.some((mail) => mail.kind === kind);
}

function expire(record: RecordState, now: Date): RecordState {
  if (now.toISOString() < record.confirmBy) return record;
  const purposes = record.purposes.map((purpose) =>
    purpose.status === 'ConsentRequested'
      ? { ...purpose, status: 'ConsentExpired' as const, since: record.confirmBy }
      : purpose,
  );
  return { ...record, purposes };
}

export function isGiven({ status }: Pick<PurposeState, 'status'>): boolean {
  return status === 'ConsentGiven' || status === 'RenewedConsentGiven';
}

/** Whether mail for the purpose rests on something: consent, legitimate interest, or a contract. */
export function isInForce({ status }: Pick<PurposeState, 'status'>): boolean {
  return isGiven({ status }) || status === 'LegitimateInterestRecorded' || status === 'ContractRecorded';
}

export function canBeWithdrawn({ status }: Pick<PurposeState, 'status'>): boolean {
  return isGiven({ status }) || status === 'LegitimateInterestRecorded' || status === 'ConsentRequested';
}

/** Whether every consent of the record was withdrawn; never so where it asked for none. */
export function isWithdrawn({ purposes }: RecordState): boolean {
  return purposes.length > 0 && purposes.every(({ status }) => status === 'ConsentWithdrawn');
}

/** Whether the record still waits for its confirmation at the moment `now`. */
export function isPending(record: RecordState, now: Date): boolean {
  return record.confirmedAt === undefined && now.toISOString() < record.confirmBy && !isWithdrawn(record);
}

/** The purposes in force, each once, as the newest record has it. */
export function purposesInForce(state: SubjectState): ReadonlyMap<string, PurposeState> {
  const inForce = state.flatMap(({ purposes }) => purposes.filter(isInForce));
  return new Map(inForce.map((purpose) => [purpose.id, purpose]));
}

/** A purpose as a step has it. */
export function entryPurpose({ id, legalBasis, noticeHash }: EntryPurpose): EntryPurpose {
  return { id, legalBasis, noticeHash };
}
