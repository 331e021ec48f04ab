import type { Digest, RecordId, SubjectId } from '../ids';
import type { Entry } from '../consent/entry';
import { digestsIn, isUnderstood, noticesIn, recordIn, understoodEntries, type AnyEntry } from '../consent/read-entry';
import { fold, type PurposeState, type RecordState } from '../consent/fold';
import type { PartClass, Reading, SealedPart } from '../ledger/part';
import type { Notice } from '../policy/notices';
import type { Language } from '../policy/schema';
import type { EntryProof, LogProofs } from './log-proofs';

/** Names what a reader has before them; another number is another format. */
export const BUNDLE_FORMAT = 'consent-evidence-bundle/v1';

/** A part of an entry: its data with the salt of the commitment, or why they are not here. */
export type DisclosedPart =
  | { readonly state: 'disclosed'; readonly data: object; readonly salt: string }
  /** Still kept, and left out of this bundle. */
  | { readonly state: 'withheld' }
  /** Kept no longer, since then, ISO 8601: its time was over, or it was erased. */
  | { readonly state: 'gone'; readonly since: string }
  /** Lost: its time was not over. */
  | { readonly state: 'missing' };

export interface BundleEntry extends AnyBundleEntry {
  readonly entry: Entry;
}

export interface AnyBundleEntry {
  /** As the ledger has it, so that its hash can be computed again. */
  readonly entry: AnyEntry;
  /** Each class that the entry commits to. */
  readonly parts: Readonly<Record<string, DisclosedPart>>;
  /** Null for an entry that is newer than the checkpoint. */
  readonly proof: EntryProof | null;
}

/** A record as its entries amount to at the moment of the bundle. */
export interface BundleRecord {
  readonly recordId: RecordId;
  readonly language: Language;
  readonly requestedAt: string;
  readonly confirmedAt: string | null;
  readonly purposes: readonly Pick<PurposeState, 'id' | 'legalBasis' | 'noticeHash' | 'status' | 'since'>[];
  readonly asset: { readonly id: string; readonly noticeHash: string } | null;
}

/** The address that was asked for. With its salt, who knows it can see that the entry that began a record was about it. */
export interface BundleAddress {
  /** In its canonical form. */
  readonly address: string;
  /** Record -> salt of the digest that its first entry has; and subject -> salt of the one that the reading has. */
  readonly salts: Readonly<Record<string, string>>;
}

/** An earlier checkpoint that was archived or cosigned, and the proof that the bundle's own continues it. */
export interface Anchor {
  readonly checkpoint: string;
  /** Base64 (RFC 6962, section 2.1.2). */
  readonly consistency: readonly string[];
  /** The answer of a timestamp authority to the checkpoint (RFC 3161, TimeStampResp in DER), base64. */
  readonly timestamp: string | null;
}

export interface BundleLog {
  readonly origin: string;
  /** The keys that signed the log's checkpoints, as verifiers take them (https://c2sp.org/signed-note). */
  readonly keys: readonly string[];
  /** The keys of the witnesses that cosigned some of them (https://c2sp.org/tlog-cosignature). */
  readonly witnesses: readonly string[];
  /** The signed checkpoint that all proofs lead to; null while the log has none. */
  readonly checkpoint: string | null;
  /**
   * The oldest archived checkpoints that span the entries: by then at the latest they were there. And the newest that
   * each witness cosigned.
   */
  readonly anchors: readonly Anchor[];
}

/**
 * Everything that there is about a person at a site, with what is needed to check it alone and offline. Its file is
 * the canonical JSON of this (RFC 8785). docs/evidence-format.md says it all.
 */
export interface BundleFile {
  readonly format: typeof BUNDLE_FORMAT;
  readonly site: string;
  readonly subject: SubjectId;
  /** When it was put together. */
  readonly at: string;
  /** Who asked for it, and why. */
  readonly request: { readonly operator: string; readonly reason: string; readonly disclose: readonly PartClass[] };
  /** Who is responsible for the site (Art. 4(7) GDPR). */
  readonly controller: Reading['controller'];
  /** Whose evidence it is, and how the records commit to that; null where the address was not asked for. */
  readonly address: BundleAddress | null;
  readonly records: readonly BundleRecord[];
  /** The subject's entries in the order of `seq`; the last is the reading that this bundle came from. */
  readonly entries: readonly AnyBundleEntry[];
  /** Places in the chain whose entries had been deleted before. */
  readonly deleted: readonly number[];
  /** Hash -> the wording that it stands for. */
  readonly notices: Readonly<Record<string, Notice>>;
  readonly log: BundleLog;
}

/** A bundle as those take it who put it into words: what this version does not know stands apart. */
export interface Bundle extends BundleFile {
  readonly entries: readonly BundleEntry[];
  readonly unknown?: readonly AnyBundleEntry[];
}

export function understood(file: BundleFile): Bundle {
  const unknown = file.entries.filter((step) => !isUnderstoodStep(step));
  return { ...file, entries: file.entries.filter(isUnderstoodStep), unknown };
}

export interface BundleSources {
  /** The subject's entries, the last of them the reading for which the bundle is made. */
  readonly entries: readonly AnyEntry[];
  /** What the reading's own part says. */
  readonly reading: Reading;
  readonly address: BundleAddress | null;
  /** By digest. */
  readonly parts: ReadonlyMap<Digest, SealedPart>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly log: BundleLog;
  readonly proofs: LogProofs['proofs'];
}

/** Puts a bundle together. @throws {RangeError} when the last entry is not the reading */
export function bundle({ entries, reading, address, parts, notices, log, proofs }: BundleSources): BundleFile {
  const known = understoodEntries(entries);
  const closing = known.at(-1);
  if (closing?.actor.kind !== 'operator' || closing !== entries.at(-1))
    throw new RangeError('A bundle ends with the reading that it is made for.');
  const { operator, reason, disclose } = { operator: closing.actor.id, ...reading };
  return {
    format: BUNDLE_FORMAT,
    site: closing.site,
    subject: closing.subject,
    at: closing.at,
    request: { operator, reason, disclose },
    controller: reading.controller,
    address,
    records: fold(known, new Date(closing.at)).map(bundleRecord),
    entries: entries.map((entry) => ({
      entry,
      parts: disclosedParts(entry, parts, reading, entry === closing ? ['reading'] : disclose),
      proof: proofs.get(entry.hash) ?? null,
    })),
    deleted: reading.deleted,
    notices: Object.fromEntries(notices),
    log,
  };
}

/** The records whose first entry is there and commits to the address. */
export function committedRecords(entries: readonly AnyEntry[]): RecordId[] {
  // Also where a later version wrote the entry.
  const commits = ({ facts }: AnyEntry & { facts?: unknown }): boolean =>
    typeof facts === 'object' && facts !== null && 'address' in facts;
  return entries.filter(commits).flatMap((entry) => recordIn(entry) ?? []);
}

/** What there is about somebody of whom no entry was ever written, or none is left: nothing, so it proves nothing. */
export function emptyBundle(
  asked: Pick<BundleFile, 'site' | 'subject' | 'at' | 'request' | 'controller'>,
  address: string | null,
  origin: string,
): BundleFile {
  const log = { origin, keys: [], witnesses: [], checkpoint: null, anchors: [] };
  const nothing = { records: [], entries: [], deleted: [], notices: {} };
  return {
    format: BUNDLE_FORMAT,
    ...asked,
    address: address === null ? null : { address, salts: {} },
    ...nothing,
    log,
  };
}

function bundleRecord({ recordId, language, requestedAt, confirmedAt, purposes, asset }: RecordState): BundleRecord {
  return {
    recordId,
    language,
    requestedAt,
    confirmedAt: confirmedAt ?? null,
    purposes: purposes.map(({ id, legalBasis, noticeHash, status, since }) => ({
      id,
      legalBasis,
      noticeHash,
      status,
      since,
    })),
    asset: asset ?? null,
  };
}

function disclosedParts(
  entry: AnyEntry,
  parts: ReadonlyMap<Digest, SealedPart>,
  { gone }: Reading,
  disclose: readonly PartClass[],
): Record<string, DisclosedPart> {
  const disclosed = ([name, digest]: [string, Digest]): [string, DisclosedPart] => {
    const part = parts.get(digest);
    const since = gone[digest];
    if (!part) return [name, since === undefined ? { state: 'missing' } : { state: 'gone', since }];
    if (!disclose.some((known) => known === name)) return [name, { state: 'withheld' }];
    return [name, { state: 'disclosed', data: JSON.parse(part.data) as object, salt: part.salt }];
  };
  return Object.fromEntries(Object.entries(digestsIn(entry)).map(disclosed));
}

/** The wordings that entries refer to. */
export function noticeHashes(entries: readonly AnyEntry[]): string[] {
  return [...new Set(entries.flatMap(noticesIn))];
}

/** The places below `end` in a subject's chain that have no entry any more. */
export function deletedPlaces(entries: readonly AnyEntry[], end: number): number[] {
  const present = new Set(entries.map(({ seq }) => seq));
  return Array.from({ length: end }, (_, seq) => seq).filter((seq) => !present.has(seq));
}

/** All steps in the order of `seq`, also those that this version does not know. */
export function stepsInOrder({ entries, unknown = [] }: Bundle): readonly AnyBundleEntry[] {
  return [...entries, ...unknown].sort((one, other) => one.entry.seq - other.entry.seq);
}

export function isUnderstoodStep(step: AnyBundleEntry): step is BundleEntry {
  return isUnderstood(step.entry);
}
