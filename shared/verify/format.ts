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
  'ConsentRefused',
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
  'ConsentRefused',
  'RightRequested',
  'ObjectionRaised',
  'ObjectionDecided',
  'KeptOnReview',
  'RequestReceived',
  'RequestNoted',
  'PersonInformed',
] as const;

/** Whether this version knows how an entry is written; a later one may have added types, or write in another way. */
export function isKnown(entry: AnyEntry): entry is Entry {
  return isKnownForm(entry);
}

export function isKnownForm({ v, type }: { readonly v?: unknown; readonly type?: unknown }): boolean {
  return v === 1 && ENTRY_TYPES.some((known) => known === type);
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

/** What each entry has, whatever a later version may write in it besides. */
interface Chained {
  readonly site: string;
  readonly subject: string;
  readonly seq: number;
  readonly at: string;
  readonly prev: string;
  readonly hash: string;
}

export interface Entry extends Chained {
  readonly v: 1;
  readonly recordId?: string;
  readonly type: EntryType;
  readonly actor: { readonly kind: string; readonly id?: string };
  readonly language?: string;
  readonly purposes: readonly Purpose[];
  readonly asset?: Wording;
  readonly facts: JsonObject;
  readonly parts: Readonly<Record<string, string>>;
  readonly nonce: string;
}

/** An entry that a later version wrote. What it names is read as far as it can be. */
export interface LaterEntry extends Chained {
  readonly v: number;
  readonly type: UnknownType;
  readonly recordId?: Json;
  readonly purposes?: Json;
  readonly asset?: Json;
  readonly facts?: Json;
  readonly parts?: Json;
}

export type AnyEntry = Entry | LaterEntry;

/** What an object has; nothing where it is none. */
export const membersOf = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Class -> digest of each part that an entry commits to. */
export function digestsOf(entry: AnyEntry): Readonly<Record<string, string>> {
  if (isKnown(entry)) return entry.parts;
  const named = Object.entries(membersOf(entry.parts)).filter((part): part is [string, string] => isText(part[1]));
  return Object.fromEntries(named);
}

/** The hashes of the wordings that an entry names. */
export function noticesOf(entry: AnyEntry): string[] {
  const { purposes, asset } = entry;
  const named = [...(Array.isArray(purposes) ? (purposes as readonly Json[]) : []), asset as Json | undefined];
  return named.map((wording) => membersOf(wording)['noticeHash']).filter(isText);
}

/** The digest of the address by which an entry began a record, and that record. */
export function addressOf(
  entry: AnyEntry,
): { readonly recordId: string; readonly digest: Json | undefined } | undefined {
  const facts = membersOf(entry.facts);
  return 'address' in facts
    ? { recordId: isText(entry.recordId) ? entry.recordId : '', digest: facts['address'] }
    : undefined;
}

const isText = (value: Json | undefined): value is string => typeof value === 'string';

export interface DisclosedPart {
  readonly state: 'disclosed';
  readonly data: JsonObject;
  readonly salt: string;
}

export type Part =
  DisclosedPart | { readonly state: 'withheld' | 'missing' } | { readonly state: 'gone'; readonly since: string };

export interface Proof {
  readonly index: number;
  readonly path: readonly string[];
}

export interface BundleEntry {
  readonly entry: AnyEntry;
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
