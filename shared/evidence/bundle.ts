import type { Entry } from '../consent/entry';
import { fold, type PurposeState, type RecordState } from '../consent/fold';
import type { SealedPart } from '../ledger/part';
import type { Notice } from '../policy/notices';

/** An entry with its parts as they were, and what is needed to check them against its digests. */
export interface DisclosedEntry extends Omit<Entry, 'parts'> {
  /** Class -> the data; a class of `commitments` that is missing here has been deleted since. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** Class -> the digest that the entry's hash covers, and the salt that goes with the data. */
  readonly commitments: Readonly<Record<string, { readonly digest: string; readonly salt?: string }>>;
}

export interface EvidenceRecord {
  readonly recordId: string;
  readonly purposes: readonly Pick<PurposeState, 'id' | 'status' | 'since' | 'legalBasis'>[];
  readonly asset?: string;
  readonly entries: readonly DisclosedEntry[];
}

export interface Evidence {
  readonly site: string;
  readonly subject: { readonly id: string; readonly email: string };
  readonly at: string;
  readonly records: readonly EvidenceRecord[];
  /** Who was shown this evidence before, and now. */
  readonly disclosures: readonly DisclosedEntry[];
  /** Hash -> the wording that it stands for. */
  readonly notices: Readonly<Record<string, Notice>>;
}

export interface EvidenceSources {
  readonly site: string;
  readonly subject: { readonly id: string; readonly email: string };
  readonly entries: readonly Entry[];
  /** By digest. */
  readonly parts: ReadonlyMap<string, SealedPart>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly now: Date;
}

/** Puts together everything that there is about a person, step by step. */
export function evidence({ site, subject, entries, parts, notices, now }: EvidenceSources): Evidence {
  const disclosed = entries.map((entry) => disclose(entry, parts));
  const records = fold(entries, now).map((record) => ({
    ...standing(record),
    entries: disclosed.filter(({ recordId }) => recordId === record.recordId),
  }));
  const disclosures = disclosed.filter(({ type }) => type === 'EvidenceDisclosed');
  const at = now.toISOString();
  return { site, subject, at, records, disclosures, notices: Object.fromEntries(notices) };
}

function standing({ recordId, purposes, asset }: RecordState): Omit<EvidenceRecord, 'entries'> {
  return {
    recordId,
    purposes: purposes.map(({ id, status, since, legalBasis }) => ({ id, status, since, legalBasis })),
    ...(asset && { asset: asset.id }),
  };
}

function disclose({ parts: digests, ...entry }: Entry, parts: ReadonlyMap<string, SealedPart>): DisclosedEntry {
  const opened: Record<string, unknown> = {};
  const commitments: Record<string, { digest: string; salt?: string }> = {};
  for (const [name, digest] of Object.entries(digests)) {
    const part = parts.get(digest);
    if (part) opened[name] = JSON.parse(part.data);
    commitments[name] = { digest, ...(part && { salt: part.salt }) };
  }
  return { ...entry, parts: opened, commitments };
}

/** The wordings that entries refer to. */
export function noticeHashes(entries: readonly Entry[]): string[] {
  const hashes = entries.flatMap(({ purposes, asset }) => [...purposes, ...(asset ? [asset] : [])]);
  return [...new Set(hashes.map(({ noticeHash }) => noticeHash))];
}
