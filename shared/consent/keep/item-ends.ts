import type { RecordId } from '../../ids';
import { plus } from '../../calendar';
import type { Entry } from '../entry';
import { awaitedUntil } from '../processors';
import { reachesOf, type Reach } from './reach';
import { all, earliest, recordEnds, type RecordEnd, type RetentionRules } from './record-end';
import { erasedEntries, standingOf } from '../standing';
import { stepType } from '../steps';

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
  const awaited = awaitedUntil(entries, rules.processors);
  const ends = withAwaited(recordEnds(entries, rules), awaited);
  const withoutParts = new Set(erasedEntries(entries));
  return reachesOf(entries).map(({ entry, records }) => {
    const proof = proofEnd({ entry, records }, entries, ends, rules);
    const parts = erased && withoutParts.has(entry) ? erasedEnd(new Date(erased.at), awaited, entry) : proof;
    return {
      entry: stepType(entry).kept.isForGood(entry) ? undefined : proof.end,
      parts: partEnds(entry, parts, rules),
    };
  });
}

/** Those that mail for the site have to be told first whom to delete. */
function withAwaited(
  ends: ReadonlyMap<RecordId, RecordEnd>,
  awaited: ReadonlyMap<RecordId, Date>,
): ReadonlyMap<RecordId, RecordEnd> {
  return new Map(
    [...ends].map(([id, { end, address, allButAddress }]) => {
      const until = awaited.get(id) ?? new Date(0);
      return [id, { end: latest(end, until), address: latest(address, until), allButAddress }];
    }),
  );
}

function erasedEnd(erasedAt: Date, awaited: ReadonlyMap<RecordId, Date>, { recordId }: Entry): RecordEnd {
  const end = latest(erasedAt, (recordId && awaited.get(recordId)) ?? erasedAt);
  return { end, address: end, allButAddress: erasedAt };
}

const staying = ({ parts }: Entry): ItemEnds => ({ entry: undefined, parts: mapped(parts, () => undefined) });

/** Until when an entry is needed as proof of what was done. What is left of a record that is gone proves nothing any more. */
function proofEnd(
  { entry, records }: Reach,
  entries: readonly Entry[],
  ends: ReadonlyMap<RecordId, RecordEnd>,
  { retention }: RetentionRules,
): RecordEnd {
  const { kept } = stepType(entry);
  const isLogged = kept.isLogged(entry) || records.size === 0;
  const logged = isLogged ? [all(logEnd(entry, entries, retention.accessLog))] : [];
  const reached = kept.alsoWith(entry) === 'all' ? ends.keys() : records;
  return [...[...reached].flatMap((id) => ends.get(id) ?? []), ...logged].reduce(later, all(new Date(entry.at)));
}

/** What holds until it is lifted stays until then. */
function logEnd(entry: Entry, entries: readonly Entry[], keep: string): Date | undefined {
  const done = doneBy(entry, entries.slice(entries.indexOf(entry) + 1));
  return done && plus(new Date(done.at), keep);
}

/** The step by which it was over: itself, or the one that closed it; undefined while it is open. */
function doneBy(entry: Entry, since: readonly Entry[]): Entry | undefined {
  const closes = stepType(entry).kept.closedBy(entry);
  return closes ? since.find(closes) : entry;
}

function partEnds({ type, at, parts }: Entry, { address, allButAddress }: RecordEnd, { retention }: RetentionRules) {
  // What a person wrote is no copy of what we sent: it is needed until it was seen to, and proves what they wanted.
  const mails = type === 'MailSent' ? retention.mails : 'as-evidence';
  return mapped(parts, (name) => {
    if (name === 'identity') return address;
    const rule = name === 'network' ? retention.network : name === 'mail' ? mails : 'as-evidence';
    return rule === 'as-evidence' ? allButAddress : earliest(allButAddress, plus(new Date(at), rule.keep));
  });
}

function later(one: RecordEnd, other: RecordEnd): RecordEnd {
  return {
    end: latest(one.end, other.end),
    address: latest(one.address, other.address),
    allButAddress: latest(one.allButAddress, other.allButAddress),
  };
}

/** Undefined is never. */
function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || other === undefined ? undefined : one > other ? one : other;
}

function mapped<T>(parts: Entry['parts'], of: (name: string) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.keys(parts).map((name) => [name, of(name)]));
}
