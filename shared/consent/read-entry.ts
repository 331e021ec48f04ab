import { type Digest, isDigest, isEntryHash, type RecordId, isRecordId, isSubjectId } from '../ids';
import * as z from '../zod';
import type { Entry } from './entry';
import { LEGAL_BASES } from '../policy/schema';
import { findStepType } from './steps';
import { isBeginning } from './steps/begins-and-ends';
import type { ChainFields, EntryPurpose } from './steps/entry-fields';
import { moment, type Unlisted } from './steps/facts';

/**
 * An entry of a type that this version does not know, or that says something in a way that it cannot read: a later version wrote
 * it. It changes nothing, is never deleted, and is shown as such.
 */
export interface UnknownEntry extends Pick<ChainFields, 'subject' | 'seq' | 'prev' | 'hash'> {
  readonly site: string;
  readonly type: Unlisted;
  readonly at: string;
  /** What a later version may put in another way; read it with the functions below. */
  readonly recordId?: unknown;
  readonly purposes?: unknown;
  readonly asset?: unknown;
  readonly parts?: unknown;
  readonly language?: unknown;
}

export type AnyEntry = Entry | UnknownEntry;

/** What every entry has, whatever its type: without that it is none. */
const chained = z.object({
  site: z.string(),
  subject: z.string().check(z.refine(isSubjectId, 'No subject.')),
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  prev: z.string().check(z.refine(isEntryHash, 'No hash.')),
  hash: z.string().check(z.refine(isEntryHash, 'No hash.')),
});

const wording = { id: z.string(), noticeHash: z.string() };
const purpose = z.object({ ...wording, legalBasis: z.string() });
const digests = z.record(z.string(), z.string().check(z.refine(isDigest, 'No digest.')));

/** What every step says that this version knows. Values that were added since are no reason not to know it. */
const said = z.object({
  v: z.literal(1),
  at: moment,
  recordId: z.optional(z.string().check(z.refine(isRecordId, 'No record.'))),
  purposes: z.array(purpose),
  asset: z.optional(z.object(wording)),
  parts: digests,
  actor: z.object({ kind: z.string(), id: z.optional(z.string()) }),
  language: z.optional(z.string()),
});

/** An entry as it is stored. It stays just that, whatever else it says: evidence and hashes are made of it. */
export function readEntry(text: string): AnyEntry {
  const entry: unknown = JSON.parse(text);
  chained.parse(entry);
  return entry as AnyEntry;
}

/** Several rules ask it of the same entries, and of a long history it takes longer than all that follows from it. */
const judged = new WeakMap<AnyEntry, boolean>();

/** Whether this version knows all that an entry means. Nothing changes an entry, so each is judged once. */
export function isUnderstood(entry: AnyEntry): entry is Entry {
  const known = judged.get(entry) ?? canBeJudged(entry);
  judged.set(entry, known);
  return known;
}

function canBeJudged(entry: AnyEntry): entry is Entry {
  const type = findStepType(entry.type);
  if (!type || !said.safeParse(entry).success || !type.facts.safeParse((entry as Entry).facts).success) return false;
  // A record on a basis that this version does not know would be none that it could judge.
  const isJudged =
    !isBeginning(entry as Entry) ||
    (entry as Entry).purposes.every(({ legalBasis }) => LEGAL_BASES.includes(legalBasis));
  return isJudged && (type.about !== 'record' || entry.recordId !== undefined);
}

/**
 * The entries that this version understands, as all rules take them. A "no" is one of them as far as it can be read, and is
 * never passed over for anything else that it says.
 */
export function understoodEntries(all: readonly AnyEntry[]): Entry[] {
  return all.flatMap((entry) => {
    if (isUnderstood(entry)) return [entry];
    const readable = findStepType(entry.type)?.restrains ? readableIn(entry) : undefined;
    return readable && isUnderstood(readable) ? [readable] : [];
  });
}

/** The same entry without what this version cannot read. */
function readableIn(entry: AnyEntry): AnyEntry {
  const {
    facts = {},
    actor,
    language,
    purposes,
    asset: _,
    ...rest
  } = entry as AnyEntry & { facts?: unknown; actor?: unknown };
  const readable = {
    ...rest,
    actor: said.shape.actor.safeParse(actor).success ? actor : { kind: 'system' },
    ...(typeof language === 'string' && { language }),
    purposes: purposesIn({ purposes }).map(({ noticeHash = '', ...named }) => ({ ...named, noticeHash })),
    parts: digestsIn(entry),
    facts: readableFacts(entry.type, facts),
  };
  return readable as unknown as AnyEntry;
}

function readableFacts(name: string, facts: unknown): object {
  const result = findStepType(name)?.facts.safeParse(facts);
  if (!result || result.success) return facts as object;
  const unreadable = result.error.issues.map(({ path: [key] }) => key);
  if (unreadable.includes(undefined)) return {};
  return Object.fromEntries(Object.entries(facts as object).filter(([key]) => !unreadable.includes(key)));
}

/** The record that an entry says that it belongs to. */
export function recordIn({ recordId }: AnyEntry): RecordId | undefined {
  return isRecordId(recordId) ? recordId : undefined;
}

/** Whether an entry belongs to one of these records. */
export function isOfOne(records: ReadonlySet<RecordId>, entry: AnyEntry): boolean {
  const recordId = recordIn(entry);
  return recordId !== undefined && records.has(recordId);
}

// Made once, as making a schema takes longer than what it reads.
const members = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());
const named = z.object({ id: z.string(), legalBasis: z.optional(z.unknown()), noticeHash: z.optional(z.unknown()) });
const worded = z.object(wording);

/** Class of part -> digest, for those that an entry commits to. */
export function digestsIn({ parts }: AnyEntry): Readonly<Record<string, Digest>> {
  const { data } = members.safeParse(parts);
  return Object.fromEntries(Object.entries(data ?? {}).filter((part): part is [string, Digest] => isDigest(part[1])));
}

/** A purpose that an entry names, perhaps by a wording. */
export type NamedPurpose = Pick<EntryPurpose, 'id' | 'legalBasis'> & Partial<Pick<EntryPurpose, 'noticeHash'>>;

/** The purposes that an entry names, as far as they can be read. */
export function purposesIn({ purposes }: Pick<AnyEntry, 'purposes'>): NamedPurpose[] {
  const { data = [] } = list.safeParse(purposes);
  return data.flatMap((value): NamedPurpose[] => {
    const { data: one } = named.safeParse(value);
    if (!one) return [];
    const legalBasis = LEGAL_BASES.find((known) => known === one.legalBasis) ?? 'consent';
    return [{ id: one.id, legalBasis, ...(typeof one.noticeHash === 'string' && { noticeHash: one.noticeHash }) }];
  });
}

/** The wordings that an entry names, as far as they can be read. */
export function noticesIn({ purposes, asset }: AnyEntry): string[] {
  const { data } = worded.safeParse(asset);
  return [...purposesIn({ purposes }), ...(data ? [data] : [])].flatMap(({ noticeHash }) => noticeHash ?? []);
}
