import type { RecordId } from '../ids';
import type { Language, LegalBasis } from '../policy/schema';
import type { EntryAsset, EntryPurpose, MailKind } from './steps/entry-fields';

/** The names of the W3C Data Privacy Vocabulary. */
export type ConsentStatus =
  | 'ConsentRequested'
  | 'ConsentGiven'
  | 'RenewedConsentGiven'
  | 'ConsentWithdrawn'
  | 'ConsentExpired'
  /** Taken back before it was confirmed. */
  | 'ConsentRefused'
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
  /** That a contract is not ended but its registration, as none is kept for longer: mail that it needs may go on. */
  readonly isForgotten?: true;
}

/** What one sign-up started. */
export interface RecordState {
  readonly site: string;
  readonly recordId: RecordId;
  readonly language: Language;
  readonly requestedAt: string;
  /** When the person registered: here, or there, as far as the source knows. From then on counts how long it is kept at most. */
  readonly registeredAt: string;
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

/** What a person's entries amount to, record by record. */
export type SubjectState = readonly RecordState[];

export function wasMailed({ mails }: RecordState, kind: MailKind): boolean {
  return mails.some((mail) => mail.kind === kind);
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

/** Whether nothing is left of the record, as the person does not want any of it. An order stands for itself. */
export function isWithdrawn({ purposes, asset }: RecordState): boolean {
  return asset === undefined && purposes.length > 0 && purposes.every(isWithdrawnOrRefused);
}

const isWithdrawnOrRefused = ({ status }: PurposeState): boolean =>
  status === 'ConsentWithdrawn' || status === 'ConsentRefused';

/** Whether mail for it rested on something once, though it may be over; of a record that was confirmed. */
export function wasInForce({ status }: Pick<PurposeState, 'status'>): boolean {
  return status !== 'ConsentRequested' && status !== 'ConsentRefused';
}

/** Whether the record still waits for its confirmation at the moment `now`. */
export function isPending(record: RecordState, now: Date): boolean {
  return (
    record.confirmedAt === undefined && now.toISOString() < record.confirmBy && !isWithdrawn(record) && !isOver(record)
  );
}

/** Whether nothing is left of what was asked for, as it was meant for a time that is over. */
function isOver({ purposes, asset }: RecordState): boolean {
  return asset === undefined && purposes.length > 0 && purposes.every(({ status }) => status === 'ConsentExpired');
}

/**
 * The records from the weakest word to the strongest: what the person confirmed here counts for more than what others
 * report, whenever that is; of each, the newer for more.
 */
export function byWeight<Any extends Weighed>(state: readonly Any[]): readonly Any[] {
  return [...state.filter((record) => !isOwnWord(record)), ...state.filter(isOwnWord)];
}

type Weighed = Pick<RecordState, 'confirmedAt' | 'isFromElsewhere'>;

/** Whether the person confirmed it here. */
export const isOwnWord = ({ confirmedAt, isFromElsewhere }: Weighed): boolean =>
  confirmedAt !== undefined && !isFromElsewhere;

/** The purposes in force, each once, as the record has it that counts most. */
export function purposesInForce(
  state: readonly (Weighed & Pick<RecordState, 'purposes'>)[],
): ReadonlyMap<string, PurposeState> {
  const inForce = byWeight(state).flatMap(({ purposes }) => purposes.filter(isInForce));
  return new Map(inForce.map((purpose) => [purpose.id, purpose]));
}

/** How a person stands with a purpose, and the record that says so. */
export interface Stand {
  readonly record: RecordState;
  readonly current: PurposeState;
}

/**
 * How a person stands with a purpose that they were ever asked for: by the record that counts most of those that have it in
 * force, or else of all that have it.
 */
export function standBy(state: SubjectState, id: string): Stand | undefined {
  const all = byWeight(state).flatMap((record) =>
    record.purposes.filter((purpose) => purpose.id === id).map((current) => ({ record, current })),
  );
  return all.findLast(({ current }) => isInForce(current)) ?? all.at(-1);
}

/** A purpose as a step has it. */
export function entryPurpose({ id, legalBasis, noticeHash }: EntryPurpose): EntryPurpose {
  return { id, legalBasis, noticeHash };
}

/** Something that is kept past its end, as a dispute needs it. */
export interface Hold {
  /** The operator's name for the dispute. */
  readonly case: string;
  readonly since: string;
  /** ISO 8601 date. */
  readonly reviewBy: string;
  /** The steps whose connection data alone it keeps, as an incident needs those; undefined where it keeps everything. */
  readonly connections?: readonly number[];
}

/** Something that the person wrote and that somebody has to read. */
export interface OpenCase {
  readonly id: string;
  readonly since: string;
}

/** What holds for a person as a whole, whatever their records say. */
export interface Standing {
  readonly holds: readonly Hold[];
  /** Since when the data may be kept and used for nothing else (Art. 18 GDPR); undefined where that is not so. */
  readonly restrictedSince: string | undefined;
  /** By when somebody looks whether that is still needed, ISO 8601 date; undefined where nobody has looked yet. */
  readonly restrictionReviewBy: string | undefined;
  /**
   * When the person asked for that, each time, oldest first, ISO 8601: what there was then is kept, too, until it is lifted. None
   * where they did not ask for it.
   */
  readonly storedSince: readonly string[];
  /** The last erasure: parts of earlier entries are gone. */
  readonly erased: { readonly seq: number; readonly at: string } | undefined;
  /** The purposes that the person objected to, in whatever record, now or later. */
  readonly objections: ReadonlySet<string>;
  /** Purposes that an objection is weighed about, and since when; nothing is mailed for them meanwhile. */
  readonly weighed: ReadonlyMap<string, string>;
  /** Not to be brought back by an import. */
  readonly isSuppressed: boolean;
  /** Since when mail to the address comes back for good; undefined where it does not, or the person confirmed since. */
  readonly undeliverableSince: string | undefined;
  /** The language that the person chose, whatever the forms were in. */
  readonly language: Language | undefined;
  readonly cases: readonly OpenCase[];
}
