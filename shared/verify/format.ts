/*
 * An evidence file as docs/evidence-format.md has it. Said here once more, and on purpose: what checks these files must
 * not take the word of what makes them.
 */

export const FORMAT = 'consent-evidence-bundle/v1';
export const STATUSES = [
  'ConsentRequested',
  'ConsentGiven',
  'RenewedConsentGiven',
  'ConsentWithdrawn',
  'ConsentExpired',
  'LegitimateInterestRecorded',
  'ObjectionRecorded',
  'ContractRecorded',
  'ContractEnded',
] as const;
export const ENTRY_TYPES = [
  'ConsentRequested',
  'MailSent',
  'ConsentGiven',
  'RenewedConsentGiven',
  'ConsentWithdrawn',
  'EvidenceDisclosed',
  'ConsentRecorded',
  'LegitimateInterestRecorded',
  'ObjectionRecorded',
  'ConsentLapsed',
  'ActivityReported',
  'IdentityRectified',
  'ProcessingRestricted',
  'RestrictionLifted',
  'HoldPlaced',
  'HoldLifted',
  'DataErased',
  'AccessGiven',
  'ContractRecorded',
  'ContractEnded',
  'MailBounced',
  'MailReceived',
  'CaseClosed',
  'LanguageChosen',
  'ProcessorInformed',
  'DeletionConfirmed',
] as const;

/** Whether a type is one that what checks the file knows; a later version may have added others. */
export function isKnownType(type: string): type is EntryType {
  return ENTRY_TYPES.some((known) => known === type);
}

const LEGAL_BASES = ['consent', 'contract', 'legitimate-interest'];

/** Whether each purpose of an entry rests on something that this version can judge. */
export function isOnKnownBasis({ purposes }: Pick<Entry, 'purposes'>): boolean {
  return purposes.every(({ legalBasis }) => LEGAL_BASES.includes(legalBasis));
}

export type Status = (typeof STATUSES)[number];
export type EntryType = (typeof ENTRY_TYPES)[number];
/** A type that a later version added. */
export type UnknownType = string & { readonly unknown: true };
export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

export interface Wording {
  readonly id: string;
  readonly noticeHash: string;
}

export interface Purpose extends Wording {
  readonly legalBasis: string;
}

export interface Entry {
  readonly v: 1;
  readonly site: string;
  readonly subject: string;
  readonly seq: number;
  readonly recordId?: string;
  readonly type: EntryType | UnknownType;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly language?: string;
  readonly purposes: readonly Purpose[];
  readonly asset?: Wording;
  readonly facts: JsonObject;
  readonly parts: Readonly<Record<string, string>>;
  readonly nonce: string;
  readonly prev: string;
  readonly hash: string;
}

export type Part =
  | { readonly state: 'disclosed'; readonly data: JsonObject; readonly salt: string }
  | { readonly state: 'withheld' | 'gone' };

export interface Proof {
  readonly index: number;
  readonly path: readonly string[];
}

export interface BundleEntry {
  readonly entry: Entry;
  readonly parts: Readonly<Record<string, Part>>;
  readonly proof: Proof | null;
}

export interface PurposeState extends Purpose {
  readonly status: Status;
  readonly since: string;
}

export interface Consent {
  readonly recordId: string;
  readonly language: string;
  readonly requestedAt: string;
  readonly confirmedAt: string | null;
  readonly purposes: readonly PurposeState[];
  readonly asset: Wording | null;
}

export interface Notice {
  readonly site: string;
  readonly purpose?: string;
  readonly asset?: string;
  readonly version: string;
  readonly language: string;
  readonly text: string;
}

export interface Anchor {
  readonly checkpoint: string;
  readonly consistency: readonly string[];
  readonly timestamp: string | null;
}

export interface Bundle {
  readonly format: typeof FORMAT;
  readonly site: string;
  readonly subject: string;
  readonly at: string;
  readonly request: { readonly operator: string; readonly reason: string; readonly disclose: readonly string[] };
  readonly controller: JsonObject;
  readonly address: { readonly address: string; readonly salts: Readonly<Record<string, string>> } | null;
  readonly records: readonly Consent[];
  readonly entries: readonly BundleEntry[];
  readonly deleted: readonly number[];
  readonly notices: Readonly<Record<string, Notice>>;
  readonly log: {
    readonly origin: string;
    readonly keys: readonly string[];
    readonly witnesses: readonly string[];
    readonly checkpoint: string | null;
    readonly anchors: readonly Anchor[];
  };
}
