import type { AnyEntry, EntryType, Status, UnknownType } from './format';
import type { OtherFile } from './other-file';
import type { Expected } from './shape';

/** What a file claims, one by one; docs/evidence-format.md has the same numbers. */
export const CLAIMS = [
  'file',
  'entries',
  'chain',
  'head',
  'parts',
  'address',
  'notices',
  'summary',
  'checkpoint',
  'origin',
  'log',
  'anchors',
  'timestamps',
  'kept',
  'witnesses',
  'closing',
] as const;

export type ClaimId = (typeof CLAIMS)[number];

/** A step as people count them. */
export interface StepName {
  readonly number: number;
  readonly type: EntryType | UnknownType;
  readonly at: string;
}

export const stepName = ({ seq, type, at }: AnyEntry): StepName => ({ number: seq + 1, type, at });

type HeadMember = 'operator' | 'at' | 'reason' | 'disclose' | 'controller' | 'deleted';
type WordingOf = { readonly id: string; readonly version: string; readonly language: string };
/** Which checkpoint is spoken of: the file's, that of its n-th anchor, one that the reader
 * kept, or the newest of the log. */
export type WhichCheckpoint = 'file' | 'kept' | 'fetched' | number;

/** What does not fit, and where: a code with what a sentence about it needs. The sentences are in `shared/words`. */
export type Finding =
  | { readonly code: 'tooLarge'; readonly megabytes: number }
  | { readonly code: 'notUtf8' | 'byteOrderMark' | 'truncated' | 'notJson' }
  | { readonly code: 'misfit'; readonly place: string; readonly expected: Expected }
  | { readonly code: 'keyTwice' | 'loneSurrogate'; readonly place: string }
  | { readonly code: 'number'; readonly place: string; readonly written: string }
  | {
      readonly code: 'entryChanged' | 'typeUnknown' | 'otherSubject' | 'otherSite' | 'outOfPlace';
      readonly step: StepName;
    }
  | { readonly code: 'prevDiffers' | 'timeBackwards' | 'noReading'; readonly step: StepName }
  | { readonly code: 'stepsMissing'; readonly from: number; readonly to: number }
  | { readonly code: 'deletedOutOfPlace'; readonly number: number }
  | { readonly code: 'headNotShown' }
  | { readonly code: 'headDiffers'; readonly member: HeadMember }
  | { readonly code: 'addressOther' | 'addressSaltMissing' | 'addressUncommitted'; readonly step: StepName }
  | { readonly code: 'addressSaltUnused'; readonly recordId: string }
  | { readonly code: 'addressNotAsAsked' }
  | { readonly code: PartCode; readonly step: StepName; readonly class: string }
  | ({ readonly code: 'noticeChanged' | 'noticeUnused' } & WordingOf)
  | { readonly code: NoticeCode; readonly step: StepName; readonly id: string }
  | { readonly code: 'recordsDiffer'; readonly says: number; readonly follows: number }
  | { readonly code: 'recordDiffers'; readonly record: number; readonly member: string }
  | { readonly code: 'statusDiffers'; readonly record: number; readonly purpose: string }
  | { readonly code: 'keyUnreadable' | 'keyRepeated' | 'keyUnused' | 'givenKeyUnreadable'; readonly key: string }
  | { readonly code: 'keyNotGiven' | 'keyUnknown'; readonly key: string }
  | { readonly code: 'keyNotOfHost'; readonly key: string; readonly host: string }
  | { readonly code: 'keyChanged'; readonly key: string; readonly known: string; readonly since: string }
  | { readonly code: CheckpointCode; readonly which: WhichCheckpoint }
  | { readonly code: 'signatureUnknown' | 'signatureRepeated'; readonly which: WhichCheckpoint; readonly name: string }
  | { readonly code: 'noCheckpoint' | 'originUnsigned' | 'receiptTooEarly' }
  | { readonly code: 'closingChanged' | 'closingNotInLog' | 'closingWithoutBefore' }
  | { readonly code: 'noConfirmation'; readonly step: StepName }
  | { readonly code: 'receiptDiffers'; readonly member: string }
  | { readonly code: 'logNotAsked'; readonly origin: string }
  | { readonly code: 'logUnreadable'; readonly name: string }
  | { readonly code: LogCode; readonly step: StepName }
  | { readonly code: 'anchorLarger' | 'anchorForked' | 'anchorOutOfOrder' | 'timestampUnread'; readonly which: number }
  | { readonly code: 'timestampOther' | 'timestampForged' | 'timestampUnreadable'; readonly which: number }
  | { readonly code: 'timestampAtOdds'; readonly which: number; readonly at: string }
  | { readonly code: 'keptForked' | 'keptUnrelated'; readonly size: number }
  | { readonly code: 'notCosigned'; readonly name: string }
  | { readonly code: 'cosignedAtOdds'; readonly name: string; readonly at: string }
  | { readonly code: 'newerThanCosigned'; readonly name: string; readonly at: string; readonly step: StepName }
  | { readonly code: 'contradicted'; readonly name: string; readonly since: string };

export type PartCode =
  'partChanged' | 'partMissing' | 'partUnknown' | 'partNotAsAsked' | 'partGoneDiffers' | 'partGoneLater' | 'partLost';
type NoticeCode = 'noticeMissing' | 'noticeOfOther' | 'noticeLanguage';
type CheckpointCode = 'checkpointUnreadable' | 'checkpointForged' | 'originDiffers';
type LogCode = 'notInLog' | 'indexTwice' | 'newerThanCheckpoint';

/** What is worth knowing although all is well. */
export type Note =
  | { readonly code: 'placesDeleted'; readonly numbers: readonly number[] }
  | { readonly code: 'partsWithheld' | 'partsGone'; readonly classes: readonly string[] }
  | { readonly code: 'keyGiven' | 'keyOfKept'; readonly key: string }
  | { readonly code: 'keyOfHost'; readonly key: string; readonly host: string }
  | { readonly code: 'keyRemembered'; readonly key: string; readonly since: string }
  | { readonly code: 'noAnchors' | 'receiptSays' }
  | { readonly code: 'inLog'; readonly index: number; readonly size: number; readonly name: string }
  | {
      readonly code: 'cosigned';
      readonly name: string;
      readonly at: string;
      readonly size: number;
      readonly covered: number;
    }
  | { readonly code: 'cosignedUnchecked'; readonly name: string; readonly at: string }
  | { readonly code: 'otherVersionOpen' }
  | { readonly code: 'anchored'; readonly size: number; readonly covered: number }
  | { readonly code: 'stampedAt'; readonly at: string; readonly authority: string; readonly covered: number };

type Of<T extends { readonly code: string }, Code> = T extends unknown ? (Code extends T['code'] ? T : never) : never;
/** A sentence for each code. */
export type Sentences<T extends { readonly code: string }> = {
  readonly [Code in T['code']]: (it: Of<T, Code>) => string;
};

export interface Claim {
  readonly id: ClaimId;
  /** Open: the file does not show it, and nothing speaks against it. None: the file has nothing of the kind. */
  readonly state: 'holds' | 'open' | 'fails' | 'none';
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
}

export interface Report {
  /**
   * Other: the file is none that can be checked, and claims nothing. Empty: it says that nothing is recorded, which nobody can
   * check.
   */
  readonly verdict: 'good' | 'open' | 'bad' | 'other' | 'empty';
  readonly claims: readonly Claim[];
  /** What the file is about; undefined where it cannot even be read. */
  readonly about?: About;
  /** What it is instead. */
  readonly other?: OtherFile;
  /** SHA-256, in hex as other tools write it, of the file and of what is attached to it. */
  readonly hashes?: { readonly file: string; readonly attachment?: string };
}

/** What was checked, as the file says. It is only worth something if the claims hold. */
export interface About {
  readonly site: string;
  readonly controller: string;
  /** Null where the file shows none. */
  readonly addresses: readonly string[] | null;
  /** The address that the records are about, where nobody typed just that. */
  readonly committed?: string;
  readonly records: readonly CheckedRecord[];
  readonly made?: { readonly at: string; readonly operator: string; readonly reason: string };
  readonly steps?: number;
  readonly mails?: { readonly sent: number; readonly shown: number };
  /** Of a statement that everything of the site was deleted. */
  readonly closed?: ClosedSite;
}

export interface ClosedSite {
  readonly lastDay: string;
  readonly doneAt: string;
  readonly deleted: {
    readonly people: number;
    readonly entries: number;
    readonly parts: Readonly<Record<string, number>>;
    readonly others: Readonly<Record<string, number>>;
  };
  readonly copies: { readonly personal: string; readonly history: string };
}

export interface CheckedRecord {
  readonly begun: { readonly at: string; readonly type?: string };
  readonly page: { readonly url: string; readonly knownBy: string } | null;
  readonly confirmed: { readonly type: string; readonly at: string } | null;
  readonly purposes: readonly (CheckedItem & { readonly status: Status; readonly since: string })[];
  readonly asset: CheckedItem | null;
}

export interface CheckedItem {
  readonly id: string;
  /** Language -> what the site called it when the file was made; the id alone where it says nothing. */
  readonly names: Readonly<Record<string, string>>;
  readonly wording: CheckedWording | null;
}

export interface CheckedWording {
  readonly version: string;
  readonly language: string;
  readonly text: string;
}

interface Found {
  readonly open?: readonly Finding[];
  readonly notes?: readonly Note[];
  /** Whether there was nothing to check: then nothing holds, either. */
  readonly isEmpty?: boolean;
}

/** All that a check found: failures if there are any, else what is open. */
export function claim(id: ClaimId, failures: readonly Finding[], found: Found = {}): Claim {
  const { open = [], notes = [], isEmpty = false } = found;
  const state = failures.length > 0 ? 'fails' : open.length > 0 ? 'open' : isEmpty ? 'none' : 'holds';
  return { id, state, findings: [...failures, ...open], notes };
}

export type Headline = 'good' | 'open' | 'unknown' | 'bad' | 'empty';

/**
 * What is said of a file as a whole. That nobody vouches for its key is said by itself, where nothing else is open: it is what
 * most readers meet first, and what they can mend.
 */
export function headlineOf(claims: readonly Claim[]): Headline {
  const verdict = verdictOf(claims);
  const open = claims.filter(({ state }) => state === 'open');
  return verdict === 'open' && open.every(({ id }) => id === 'origin') ? 'unknown' : verdict;
}

export function verdictOf(claims: readonly Claim[]): 'good' | 'open' | 'bad' {
  if (claims.some(({ state }) => state === 'fails')) return 'bad';
  return claims.some(({ state }) => state === 'open') ? 'open' : 'good';
}
