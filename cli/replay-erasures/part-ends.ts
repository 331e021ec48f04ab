import type { Entry } from '../../shared/consent/entry';
import { itemEnds, type ItemEnds } from '../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { notUnderstood } from '../../shared/consent/not-understood';
import { digestsIn, isOfOne, understoodEntries, type AnyEntry } from '../../shared/consent/read-entry';
import { erasedAmong, erasedEntries, standingOf } from '../../shared/consent/standing';

/** The end of a part by the ledger of today. */
export interface PartEnd {
  /** Undefined for none. */
  readonly end: Date | undefined;
  readonly isPast: boolean;
  readonly isErased: boolean;
}

/** An entry of today, and the end that it has. */
export interface Kept<Any extends AnyEntry = AnyEntry> {
  readonly entry: Any;
  readonly end: Date | undefined;
}

/**
 * Digest -> the end of that part, for all parts that a person's entries commit to.
 *
 * A hold keeps what was there when it was placed. What was gone by then a backup must not bring back, so ends are
 * found without it, and then compared with its beginning.
 *
 * @param rules undefined where the site is configured no longer: then a part goes with its entry
 */
export function partEnds(
  kept: readonly Kept[],
  rules: RetentionRules | undefined,
  now: Date,
): ReadonlyMap<string, PartEnd> {
  const all = kept.map(({ entry }) => entry);
  const { records } = notUnderstood(all);
  const judged = understoodEntries(all).filter((entry) => !isOfOne(records, entry));
  const endOf = new Map(kept.map(({ entry, end }) => [entry.seq, end]));
  const known = judged.map((entry): Kept<Entry> => ({ entry, end: endOf.get(entry.seq) }));
  const holds = holdsOf(known.map(({ entry }) => entry));
  const free = known.filter(({ entry }) => !(entry.type === 'HoldPlaced' && holds.has(entry.facts.case)));
  const entries = free.map(({ entry }) => entry);
  const ends = rules ? itemEnds(entries, rules).map(({ parts }) => parts) : endsWithoutRules(free);
  const ended = new Map<number, ItemEnds['parts']>(entries.map(({ seq }, n) => [seq, ends[n] ?? {}]));
  const places = new Set(judged.map(({ seq }) => seq));
  const erased = new Set(erasedAmong(all, entries).map(({ seq }) => seq));
  const [heldSince] = [...holds.values()].sort();
  const moment = heldSince === undefined ? now : new Date(heldSince);
  const erasedAt = standingOf(entries).erased?.at;
  const partEnd = (entry: AnyEntry, name: string): PartEnd => {
    const { seq } = entry;
    // What a later version wrote has the end that its entry has, unless an erasure ended it.
    const later = erasedAt !== undefined && erased.has(seq) ? new Date(erasedAt) : endOf.get(seq);
    const end = places.has(seq) ? ended.get(seq)?.[name] : later;
    const isPast = end !== undefined && end <= moment;
    return { end: isPast || heldSince === undefined ? end : undefined, isPast, isErased: erased.has(seq) };
  };
  return new Map(
    kept.flatMap(({ entry }) =>
      Object.entries(digestsIn(entry)).map(([name, digest]) => [digest, partEnd(entry, name)] as const),
    ),
  );
}

/** Dispute -> since when it holds, for those that still do. Placed again, a hold goes on. */
function holdsOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const holds = new Map<string, string>();
  for (const { type, at, facts } of entries) {
    const isWhole = type === 'HoldPlaced' && facts.connections === undefined;
    if (isWhole && !holds.has(facts.case)) holds.set(facts.case, at);
    if (type === 'HoldLifted') holds.delete(facts.case);
  }
  return holds;
}

function endsWithoutRules(kept: readonly Kept<Entry>[]): Readonly<Record<string, Date | undefined>>[] {
  const entries = kept.map(({ entry }) => entry);
  const { erased } = standingOf(entries);
  const withoutParts = new Set(erasedEntries(entries));
  return kept.map(({ entry, end }) => {
    const own = erased && withoutParts.has(entry) ? new Date(erased.at) : end;
    return Object.fromEntries(Object.keys(entry.parts).map((name) => [name, own]));
  });
}
