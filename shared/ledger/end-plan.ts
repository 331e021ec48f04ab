import type { Digest, RecordId } from '../ids';
import type { Entry } from '../consent/entry';
import { canonicalHash, canonicalJson } from '../canonical';
import { closingAt, groundsFor, groundsOf, itemEnds, reachedBy, type Reached } from '../consent/keep/item-ends';
import type { RetentionRules } from '../consent/keep/record-end';
import { leftToLater, notUnderstood } from '../consent/not-understood';
import {
  digestsIn,
  isOfOne,
  isUnderstood,
  readEntry,
  recordIn,
  understoodEntries,
  type AnyEntry,
} from '../consent/read-entry';
import { awaitedOfUnseen } from '../consent/processors';
import { erasedAmong, heldConnections, standingOf, wholeHolds } from '../consent/standing';
import { isConfirmation } from '../consent/steps/begins-and-ends';
import { epochSeconds, isGone, type Keys } from './dynamo';
import type { PartClass } from './part';
import { endOfPart, type EndsBeside } from './part-end';

/** An item of ledger or vault, as far as its end goes. */
export interface Kept extends Keys, EndsBeside {
  /** In the ledger. */
  readonly entry?: string;
  /** In the vault. */
  readonly digest?: Digest;
}

/** @throws {TypeError} where it holds none: nothing else lies in a subject's partition of the ledger */
export function entryIn({ entry }: Kept): AnyEntry {
  if (entry === undefined) throw new TypeError('This item holds no entry.');
  return readEntry(entry);
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
  /** Of an entry: what stands beside it of the ends of its parts, and what has to. */
  readonly partEnds?: { readonly was: string | undefined; readonly wanted: string | undefined };
}

export interface CommonGrounds {
  /** By the place of an entry. */
  readonly reached: ReadonlyMap<number, Reached>;
  /** The hash of what the ends of those follow from that go by these records; see `groundsFor`. */
  readonly hashFor: (reached: readonly Reached[]) => string;
}

export interface EndPlan {
  readonly entries: readonly Change[];
  readonly parts: readonly Change[];
  /** Parts that are not there, and were to stay: lost. */
  readonly missing: readonly NamedPart[];
  /** What ends have in common; undefined where a later version has a say in it. */
  readonly common: CommonGrounds | undefined;
}

/**
 * What has to be done so that everything about a person has the end that follows from their history.
 *
 * What is past its end is gone, whether or not it was deleted yet, so it comes back under no other rule. Only a sign-up
 * that was confirmed in time does, however late we hear of it.
 */
export function planEnds(ledger: readonly Kept[], vault: readonly Kept[], rules: RetentionRules, now: Date): EndPlan {
  const stored = ledger.map((item): Stored => ({ item, entry: entryIn(item) }));
  const known = new Map(understoodEntries(stored.map(({ entry }) => entry)).map((entry) => [entry.seq, entry]));
  const confirmed = new Set(
    stored.flatMap(({ item, entry }) => (isGone(item, now) ? [] : confirmedBy(known.get(entry.seq)))),
  );
  const isThere = (item: Kept, recordId: RecordId | undefined): boolean =>
    !isGone(item, now) || (recordId !== undefined && confirmed.has(recordId));
  const there = stored.filter(({ item, entry }) => isThere(item, recordIn(entry)));
  const entries = there.flatMap(({ entry }) => known.get(entry.seq) ?? []);
  const grounds = groundsOf(entries, rules);
  const ends = new Map(itemEnds(entries, rules, grounds).map((end, n) => [entries[n]?.seq, end]));
  const later = laterEnds(there, entries, rules);
  const isUnderstoodWhole = there.every(({ entry }) => isUnderstood(entry));
  const endOfEntry = ({ item, entry: { seq } }: Stored): End =>
    later.has(seq) ? later.entryEnd(seq) : ends.has(seq) ? ends.get(seq)?.entry : item.expiresAt;
  const byDigest = new Map(vault.map((part) => [part.digest, part]));
  const partsOf = new Map(there.map((one) => [one, namedParts(one)]));
  const named = new Map([...partsOf.values()].flat().map((part) => [part.digest, part]));
  return {
    entries: stored.flatMap((one) => {
      const parts = partsOf.get(one);
      const partEnds = parts && { was: one.item.partEnds, wanted: partEndsBeside(parts, secondsOf(endOfEntry(one))) };
      return change(one.item, 'entry', endOfEntry(one), now, partEnds);
    }),
    parts: vault.flatMap((part) => {
      const of = part.digest && named.get(part.digest);
      // What no entry names was left behind by a step that was never taken: it keeps the end that it was born with.
      return change(part, part.sk.split('#')[1] as PartClass, of?.isKept ? of.end : part.expiresAt, now);
    }),
    missing: [...named.values()].filter(({ isKept, end }) => !isKept && !isPastEnd(end)),
    common: isUnderstoodWhole
      ? { reached: reachedBy(entries), hashFor: (reached) => canonicalHash([groundsFor(reached, grounds, rules)]) }
      : undefined,
  };

  function namedParts({ item, entry }: Stored): NamedPart[] {
    return Object.entries(digestsIn(entry)).map(([name, digest]) => {
      const part = byDigest.get(digest);
      const isKept = part !== undefined && isThere(part, recordIn(entry));
      // What went at its end stays gone, even where it would be kept longer by the rules or the history of today.
      const beside = isGone(item, now) ? undefined : endOfPart(item, name);
      if (!isKept && beside !== undefined && isPastEnd(beside))
        return { entry, class: name, digest, isKept, end: beside };
      const end = later.hasPartsOf(entry)
        ? later.partEnd(entry, part ?? { expiresAt: beside }, name)
        : ends.get(entry.seq)?.parts[name];
      // An end can lie before the step that it follows from: until now the part was there.
      const seconds = secondsOf(end);
      return { entry, class: name, digest, isKept, end: isKept && isPastEnd(seconds) ? epochSeconds(now) : seconds };
    });
  }

  function isPastEnd(end: number | undefined): boolean {
    return end !== undefined && isGone({ expiresAt: end }, now);
  }
}

/** A part as its entry names it. */
export interface NamedPart {
  readonly entry: AnyEntry;
  readonly class: string;
  readonly digest: Digest;
  /** Whether it is in the vault, and not past its end there. */
  readonly isKept: boolean;
  /** Epoch seconds; undefined while it stays. */
  readonly end: number | undefined;
}

type End = Date | number | undefined;

function partEndsBeside(parts: readonly NamedPart[], ofEntry: number | undefined): string | undefined {
  const others = parts.flatMap(({ class: name, end }): [string, number][] =>
    end === undefined || end === ofEntry ? [] : [[name, end]],
  );
  return others.length === 0 ? undefined : canonicalJson(Object.fromEntries(others));
}

const secondsOf = (end: End): number | undefined => (end instanceof Date ? epochSeconds(end) : end);

interface Stored {
  readonly item: Kept;
  readonly entry: AnyEntry;
}

function confirmedBy(entry: Entry | undefined): RecordId[] {
  return entry && isConfirmation(entry) && entry.recordId !== undefined ? [entry.recordId] : [];
}

/**
 * The ends of what is left to a later version. It keeps the end that it has: the one that it was born with, as a sign-up that
 * waits, or the one that the later version set. What may have been confirmed stays, with its parts; only an erasure ends those,
 * unless a dispute needs them.
 */
function laterEnds(there: readonly Stored[], known: readonly Entry[], rules: RetentionRules) {
  const all = there.map(({ entry }) => entry);
  const left = leftToLater(all, rules);
  const { records, entries } = notUnderstood(all);
  // Those that mail for the site have to be told first whom to delete.
  const awaited = awaitedOfUnseen(known, rules.processors, records);
  const strange = new Set(entries.map(({ seq }) => seq));
  const standing = standingOf(known);
  const { erased: erasure, holds } = standing;
  const isWhole = wholeHolds(standing).length > 0;
  const connections = heldConnections(standing);
  const erased = new Set(erasedAmong(all, known).map(({ seq }) => seq));
  const begun = new Map([...all].reverse().map((entry) => [recordIn(entry), entry]));
  const stayed = there.filter(({ item, entry }) => strange.has(entry.seq) && item.expiresAt === undefined);
  // Whatever confirms a sign-up comes after it, and has no end.
  const stays = stayed.map(({ entry }) => entry).filter((entry) => begun.get(recordIn(entry)) !== entry);
  const open = new Set([...known.flatMap(confirmedBy), ...stays.flatMap((entry) => recordIn(entry) ?? [])]);
  const born = new Map(there.map(({ item, entry }) => [entry.seq, isOfOne(open, entry) ? undefined : item.expiresAt]));
  const goes = secondsOf(closingAt(rules)(undefined));
  const atMost = (end: End): End => (goes === undefined ? end : Math.min(secondsOf(end) ?? Infinity, goes));
  const entryEnd = (seq: number): End => (holds.length > 0 ? undefined : atMost(born.get(seq)));
  return {
    has: (seq: number): boolean => left.has(seq),
    entryEnd,
    /** What is understood and belongs to a record that is, has parts that end as all others do. */
    hasPartsOf: (entry: AnyEntry): boolean =>
      left.has(entry.seq) && (strange.has(entry.seq) || isOfOne(records, entry)),
    partEnd: ({ seq }: AnyEntry, { expiresAt }: { readonly expiresAt?: number | undefined }, name: string): End => {
      if (isWhole || (name === 'network' && connections.has(seq))) return undefined;
      if (erasure && erased.has(seq)) {
        const erasedAt = new Date(erasure.at);
        return name === 'address' && awaited && awaited > erasedAt ? awaited : erasedAt;
      }
      return atMost(born.get(seq) === undefined ? undefined : expiresAt);
    },
  };
}

function change(
  { pk, sk, expiresAt: was }: Kept,
  name: Change['class'],
  wanted: End,
  now: Date,
  partEnds?: Change['partEnds'],
): Change[] {
  const end = secondsOf(wanted);
  const isPast = end !== undefined && isGone({ expiresAt: end }, now);
  const isAsItIs = end === was && partEnds?.was === partEnds?.wanted;
  return isPast || !isAsItIs
    ? [{ item: { pk, sk }, class: name, was, end, isPast, ...(partEnds && { partEnds }) }]
    : [];
}
