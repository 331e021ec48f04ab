import type { Language, LegalBasis } from '../policy/schema';
import type { Entry, EntryAsset, EntryPurpose, MailKind, Step } from './entry';

/** The names of the W3C Data Privacy Vocabulary. */
export type ConsentStatus =
  'ConsentRequested' | 'ConsentGiven' | 'RenewedConsentGiven' | 'ConsentWithdrawn' | 'ConsentExpired';

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
  return entries.reduce<SubjectState>(apply, []).map((record) => expire(record, now));
}

function apply(records: SubjectState, entry: Entry): SubjectState {
  switch (entry.type) {
    case 'ConsentRequested':
      return request(records, entry);
    case 'ConsentGiven':
    case 'RenewedConsentGiven':
      return records.map((record) => (record.recordId === entry.recordId ? give(record, entry) : record));
    case 'ConsentWithdrawn':
      return records.map((record) => withdraw(record, entry));
    case 'MailSent':
      return records.map((record) => (record.recordId === entry.recordId ? mailed(record, entry) : record));
    case 'EvidenceDisclosed':
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
  const named = new Set(entry.purposes.map(({ id }) => id));
  const purposes = record.purposes.map((purpose) =>
    named.has(purpose.id) && canBeWithdrawn(purpose)
      ? { ...purpose, status: 'ConsentWithdrawn' as const, since: entry.at }
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

export function canBeWithdrawn(purpose: PurposeState): boolean {
  return isGiven(purpose) || purpose.status === 'ConsentRequested';
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
  const given = state.flatMap(({ purposes }) => purposes.filter(isGiven));
  return new Map(given.map((purpose) => [purpose.id, purpose]));
}
