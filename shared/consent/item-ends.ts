import { plus } from './calendar';
import type { Entry } from './entry';
import type { EntryType } from './entry-types';
import { reachesOf, type Reach } from './reach';
import { earliest, recordEnds, type RecordEnd, type RetentionRules } from './record-end';
import { erasedEntries, standingOf } from './standing';

/** When an entry and each of its parts is to be deleted; undefined while it stays. */
export interface ItemEnds {
  readonly entry: Date | undefined;
  /** By class of part. */
  readonly parts: Readonly<Record<string, Date | undefined>>;
}

/**
 * The end of everything that there is about a person, entry by entry. It follows from the history and the site's rules alone,
 * so that anybody can find it again at any time; docs/policy.md says it in words.
 */
export function itemEnds(entries: readonly Entry[], rules: RetentionRules): ItemEnds[] {
  const { holds, erased } = standingOf(entries);
  // What a dispute needs is kept, whatever else would end it.
  if (holds.length > 0) return entries.map(staying);
  const ends = recordEnds(entries, rules);
  const withoutParts = new Set(erasedEntries(entries));
  return reachesOf(entries).map(({ entry, records }) => {
    const proof = proofEnd({ entry, records }, entries, ends, rules);
    const parts = erased && withoutParts.has(entry) ? both(new Date(erased.at)) : proof;
    return { entry: stays(entry) ? undefined : proof.end, parts: partEnds(entry, parts, rules) };
  });
}

const staying = ({ parts }: Entry): ItemEnds => ({ entry: undefined, parts: mapped(parts, () => undefined) });

/** What has to be honoured for good. It is a keyed hash, and of no use to anybody but who knows the address. */
function stays({ type, facts }: Entry): boolean {
  return type === 'ObjectionRecorded' || (type === 'DataErased' && facts.suppress === true);
}

/** Steps that are kept for having been taken, not for a record. */
const LOGGED: ReadonlySet<EntryType> = new Set([
  'EvidenceDisclosed',
  'AccessGiven',
  'ProcessingRestricted',
  'RestrictionLifted',
  'HoldPlaced',
  'HoldLifted',
  'DataErased',
]);

/** Until when an entry is needed as proof of what was done. What is left of a record that is gone proves nothing any more. */
function proofEnd(
  { entry, records }: Reach,
  entries: readonly Entry[],
  ends: ReadonlyMap<string, RecordEnd>,
  { retention }: RetentionRules,
): RecordEnd {
  // Links in old mails find the new address by it, also where no proof is kept.
  const isMove = entry.facts.movedTo !== undefined;
  const isLogged = LOGGED.has(entry.type) || isMove || records.size === 0;
  const logged = isLogged ? [both(logEnd(entry, entries, retention.accessLog))] : [];
  return [...[...records].flatMap((id) => ends.get(id) ?? []), ...logged].reduce(later, both(new Date(entry.at)));
}

/** What holds until it is lifted stays until then. */
function logEnd(entry: Entry, entries: readonly Entry[], keep: string): Date | undefined {
  const done = doneBy(entry, entries.slice(entries.indexOf(entry) + 1));
  return done && plus(new Date(done.at), keep);
}

function doneBy(entry: Entry, since: readonly Entry[]): Entry | undefined {
  const { type, facts } = entry;
  if (type === 'ProcessingRestricted') return since.find((later) => later.type === 'RestrictionLifted');
  if (type !== 'HoldPlaced') return entry;
  return since.find((later) => later.type === 'HoldLifted' && later.facts.case === facts.case);
}

function partEnds({ at, parts }: Entry, { end, allButAddress }: RecordEnd, { retention }: RetentionRules) {
  return mapped(parts, (name) => {
    if (name === 'identity') return end;
    const rule = name === 'network' ? retention.network : name === 'mail' ? retention.mails : 'as-evidence';
    return rule === 'as-evidence' ? allButAddress : earliest(allButAddress, plus(new Date(at), rule.keep));
  });
}

const both = (end: Date | undefined): RecordEnd => ({ end, allButAddress: end });

function later(one: RecordEnd, other: RecordEnd): RecordEnd {
  return { end: latest(one.end, other.end), allButAddress: latest(one.allButAddress, other.allButAddress) };
}

/** Undefined is never. */
function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || other === undefined ? undefined : one > other ? one : other;
}

function mapped<T>(parts: Entry['parts'], of: (name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.keys(parts).map((name) => [name, of(name)]));
}
