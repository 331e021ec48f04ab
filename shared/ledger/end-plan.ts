import type { Entry } from '../consent/entry';
import { itemEnds } from '../consent/keep/item-ends';
import type { RetentionRules } from '../consent/keep/record-end';
import { isUnderstood, readEntry, recordsNotUnderstood, type AnyEntry } from '../consent/read-entry';
import { erasedAmong, standingOf } from '../consent/standing';
import { isConfirmation } from '../consent/steps';
import { epochSeconds, isGone, type Keys } from './dynamo';
import type { PartClass } from './part';

/** An item of ledger or vault, as far as its end goes. */
export interface Kept extends Keys {
  /** In the ledger. */
  readonly entry?: string;
  /** In the vault. */
  readonly digest?: string;
  readonly expiresAt?: number;
}

/** An end that is not what it has to be, or that is past. */
export interface Change {
  readonly item: Keys;
  readonly class: 'entry' | PartClass;
  /** Epoch seconds; undefined for none. */
  readonly was: number | undefined;
  readonly end: number | undefined;
  /** Whether the item is to be deleted now. */
  readonly isPast: boolean;
}

export interface EndPlan {
  readonly entries: readonly Change[];
  readonly parts: readonly Change[];
}

/**
 * What has to be done so that everything about a person has the end that follows from their history.
 *
 * What is past its end is gone, whether or not it was deleted yet, so it comes back under no other rule. Only a sign-up
 * that was confirmed in time does, however late we hear of it.
 */
export function planEnds(ledger: readonly Kept[], vault: readonly Kept[], rules: RetentionRules, now: Date): EndPlan {
  const stored = ledger.map((item) => ({ item, entry: readEntry(item.entry ?? '') }));
  const foreign = recordsNotUnderstood(stored.map(({ entry }) => entry));
  const isJudged = (entry: AnyEntry): entry is Entry => isUnderstood(entry) && !foreign.has(entry.recordId ?? '');
  const all = stored.filter((one): one is { item: Kept; entry: Entry } => isJudged(one.entry));
  const unknown = stored.filter(({ item, entry }) => !isJudged(entry) && !isGone(item, now));
  const confirmed = new Set(
    all.filter(({ item, entry }) => isConfirmation(entry) && !isGone(item, now)).map(({ entry }) => entry.recordId),
  );
  const isThere = (item: Kept, recordId: string | undefined): boolean =>
    !isGone(item, now) || (recordId !== undefined && confirmed.has(recordId));
  const entries = all.filter(({ item, entry }) => isThere(item, entry.recordId)).map(({ entry }) => entry);
  const ends = new Map(itemEnds(entries, rules).map((end, n) => [entries[n] as Entry, end]));
  const byDigest = new Map(
    entries.flatMap((entry) => Object.entries(entry.parts).map(([name, digest]) => [digest, { entry, name }] as const)),
  );
  const keptParts = partsOfUnknown(unknown, entries);
  const endOfPart = (part: Kept): Date | number | undefined => {
    if (keptParts.has(part.digest ?? '') && !isGone(part, now)) return keptParts.get(part.digest ?? '');
    const of = byDigest.get(part.digest ?? '');
    // What no entry names was left behind by a step that was never taken: it keeps the end that it was born with.
    return of && isThere(part, of.entry.recordId) ? ends.get(of.entry)?.parts[of.name] : part.expiresAt;
  };
  return {
    entries: [
      ...all.flatMap(({ item, entry }) => {
        const end = ends.get(entry);
        return change(item, 'entry', end ? end.entry : item.expiresAt, now);
      }),
      ...unknown.flatMap(({ item }) => change(item, 'entry', undefined, now)),
    ],
    parts: vault.flatMap((part) => change(part, part.sk.split('#')[1] as PartClass, endOfPart(part), now)),
  };
}

/**
 * Digest -> the end of a part of an entry that this version does not know. Such entries and their parts stay, as nobody here can
 * tell for how long they are needed; the version that knows them sets their ends. Only an erasure ends their parts, unless a
 * dispute needs them.
 */
function partsOfUnknown(unknown: readonly { readonly entry: AnyEntry }[], known: readonly Entry[]) {
  const all = [...known, ...unknown.map(({ entry }) => entry)];
  const { erased: erasure, holds } = standingOf(known);
  const erased = new Set(erasedAmong(all, known));
  const isErased = (entry: AnyEntry): boolean => erased.has(entry) && holds.length === 0;
  const endOf = (entry: AnyEntry) => (erasure && isErased(entry) ? new Date(erasure.at) : undefined);
  return new Map(
    unknown.flatMap(({ entry }) => Object.values(entry.parts).map((digest) => [digest, endOf(entry)] as const)),
  );
}

function change(
  { pk, sk, expiresAt: was }: Kept,
  name: Change['class'],
  wanted: Date | number | undefined,
  now: Date,
): Change[] {
  const end = wanted instanceof Date ? epochSeconds(wanted) : wanted;
  const isPast = end !== undefined && isGone({ expiresAt: end }, now);
  return isPast || end !== was ? [{ item: { pk, sk }, class: name, was, end, isPast }] : [];
}
