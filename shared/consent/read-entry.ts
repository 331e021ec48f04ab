import * as z from '../zod';
import type { Entry } from './entry';
import { LEGAL_BASES } from '../policy/schema';
import { findStepType, isBeginning } from './steps';
import type { ChainFields, EntryAsset, EntryPurpose } from './steps/entry-fields';
import type { Unlisted } from './steps/facts';

/**
 * An entry of a type that this version does not know, or with facts that it cannot read: a later version wrote it. It changes
 * nothing, is never deleted, and is shown as such.
 */
export interface UnknownEntry extends ChainFields {
  readonly site: string;
  readonly type: Unlisted;
  readonly at: string;
  readonly recordId?: string;
  readonly purposes: readonly EntryPurpose[];
  readonly asset?: EntryAsset;
}

export type AnyEntry = Entry | UnknownEntry;

const wording = { id: z.string(), noticeHash: z.string() };

/** What every entry has, whatever its type: without that it is none. */
const chained = z.object({
  site: z.string(),
  subject: z.string(),
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  recordId: z.optional(z.string()),
  purposes: z.array(z.object({ ...wording, legalBasis: z.string() })),
  asset: z.optional(z.object(wording)),
  parts: z.record(z.string(), z.string()),
  prev: z.string(),
  hash: z.string(),
});

/** What every step says that this version knows. Values that were added since are no reason not to know it. */
const said = z.object({
  actor: z.object({ kind: z.string(), id: z.optional(z.string()) }),
  language: z.optional(z.string()),
});

const anyFacts = z.looseObject({});

/** An entry as it is stored. It stays just that, whatever else it says: evidence and hashes are made of it. */
export function readEntry(text: string): AnyEntry {
  const entry: unknown = JSON.parse(text);
  chained.parse(entry);
  return entry as AnyEntry;
}

/** Whether this version knows what an entry means. All rules are given those alone. */
export function isUnderstood(entry: AnyEntry): entry is Entry {
  const type = findStepType(entry.type);
  if (!type || !said.safeParse(entry).success) return false;
  // What takes something away does so whatever else it says: a "no" is never passed over for a fact that cannot be read.
  const facts = type.obstacle === undefined ? type.facts : anyFacts;
  if (!facts.safeParse((entry as Entry).facts).success) return false;
  // A record on a basis that this version does not know would be none that it could judge.
  const isJudged =
    !isBeginning(entry as Entry) || entry.purposes.every(({ legalBasis }) => LEGAL_BASES.includes(legalBasis));
  return isJudged && (type.about !== 'record' || entry.recordId !== undefined);
}

/**
 * Records whose beginning this version does not understand. It cannot tell how long anything of them is needed, so whatever is
 * about them stays, also what it does understand: a withdrawal must not go before the consent that it took back.
 */
export function recordsNotUnderstood(all: readonly AnyEntry[]): ReadonlySet<string> {
  const understood = all.filter(isUnderstood);
  const begun = new Set(understood.filter(isBeginning).map(({ recordId }) => recordId));
  const others = all.filter((entry) => !isUnderstood(entry)).flatMap(({ recordId }) => recordId ?? []);
  return new Set(others.filter((recordId) => !begun.has(recordId)));
}
