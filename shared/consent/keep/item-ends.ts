import type { RecordId } from '../../ids';
import { plus } from '../../calendar';
import { everythingGoes } from '../../policy/closing';
import { retentionOf } from '../../policy/retention';
import type { Site } from '../../policy/schema';
import type { Entry } from '../entry';
import { BEGINNING, fold } from '../fold';
import { awaitedUntil } from '../processors';
import { endOfUnconfirmed } from './birth-ends';
import { reachesOf, type Reach } from './reach';
import { all, changed, earliest, later, latest, recordEnds, type RecordEnd, type RetentionRules } from './record-end';
import { erasedEntries, heldConnections, standingOf, wholeHolds } from '../standing';
import type { Standing } from '../state';
import { stepType } from '../steps';

/** When an entry and each of its parts is to be deleted; undefined while it stays. */
export interface ItemEnds {
  readonly entry: Date | undefined;
  /** By class of part. */
  readonly parts: Readonly<Record<string, Date | undefined>>;
}

/** What the ends of all that there is about a person follow from, besides each entry itself. */
export interface Grounds {
  /** Whether a dispute needs all of it, whatever else would end it. */
  readonly isHeld: boolean;
  /** The places of the steps whose connection data an incident needs. */
  readonly needed: ReadonlySet<number>;
  readonly erased: Standing['erased'];
  /** When the person had all that there was then stored, each time, oldest first. */
  readonly storedSince: readonly Date[];
  readonly awaited: ReadonlyMap<RecordId, Date>;
  readonly ends: ReadonlyMap<RecordId, RecordEnd>;
}

export function groundsOf(entries: readonly Entry[], rules: RetentionRules): Grounds {
  const standing = standingOf(entries);
  const awaited = awaitedUntil(entries, rules.processors);
  return {
    isHeld: wholeHolds(standing).length > 0,
    needed: heldConnections(standing),
    erased: standing.erased,
    storedSince: restrictedAt(entries),
    awaited,
    ends: withAwaited(keptRecordEnds(entries, rules), awaited),
  };
}

/** By whose ends an entry goes: `all` records, or these, joined by commas. */
export type Reached = string;

/** For each entry, by its place. */
export function reachedBy(entries: readonly Entry[]): ReadonlyMap<number, Reached> {
  return new Map(
    reachesOf(entries).map(({ entry, records }) => {
      const isOfAll = stepType(entry).kept.alsoWith(entry) === 'all';
      return [entry.seq, isOfAll ? 'all' : [...records].sort().join()];
    }),
  );
}

/**
 * What the ends of entries that go by these records follow from, besides the entry itself, as text: as long as it is the same, so are
 * they. Not for those that say who the person is, nor for those that a later step closes.
 */
export function groundsFor(
  reached: readonly Reached[],
  { isHeld, needed, erased, storedSince, awaited, ends }: Grounds,
  { retention, purposes, closing }: RetentionRules,
): string {
  const ofRecords = reached.map((records) => {
    const found =
      records === 'all' ? [...ends.values()] : [...ends].flatMap(([id, end]) => (isIn(id, records) ? [end] : []));
    const { end, allButAddress } = found.reduce(later, all(BEGINNING));
    return { end, allButAddress };
  });
  const rules = [retention, purposes.map(({ id, retention: own }) => [id, own]), closing];
  return JSON.stringify([isHeld, [...needed], erased, storedSince, erased && [...awaited], ofRecords, rules]);
}

const isIn = (id: RecordId, records: Reached): boolean => records.split(',').includes(id);

/**
 * The end of everything that there is about a person, entry by entry. It follows from the history and the site's rules alone,
 * so that anybody can find it again at any time; docs/policy.md says it in words.
 */
export function itemEnds(
  entries: readonly Entry[],
  rules: RetentionRules,
  grounds: Grounds = groundsOf(entries, rules),
): ItemEnds[] {
  const { isHeld, needed, erased, awaited, ends } = grounds;
  if (isHeld) return entries.map(staying);
  const withoutParts = new Set(erasedEntries(entries));
  const storedSince = storage(entries, grounds);
  const atMost = closingAt(rules);
  const closed = closedUntil();
  return reachesOf(entries).map(({ entry, records }) => {
    const stored = storedSince(entry);
    const proof = proofEnd({ entry, records, stored }, entries, ends, rules);
    const parts = erased && withoutParts.has(entry) ? erasedEnd(new Date(erased.at), awaited, entry) : proof;
    const own = partEnds({ entry, stored }, parts, entries, rules);
    // Entries name nobody, and stay together: a consent must not outlive its withdrawal.
    const kept = closed(entry, stepType(entry).kept.isForGood(entry) ? undefined : proof.end, entries);
    const parted = mapped(own, atMost);
    return {
      entry: needed.size > 0 ? undefined : atMost(kept),
      parts: needed.has(entry.seq) && 'network' in own ? { ...parted, network: undefined } : parted,
    };
  });
}

/**
 * What closes something stays for as long as what it closed, or that would be open again. To be asked of one entry after the other,
 * the oldest first, with the end that each has by itself.
 */
function closedUntil(): (entry: Entry, own: Date | undefined, entries: readonly Entry[]) => Date | undefined {
  const until = new Map<Entry, Date | undefined>();
  return (entry, own, entries) => {
    const end = until.has(entry) ? latest(own, until.get(entry)) : own;
    for (const closing of closingsOf(entry, entries)) {
      if (closing) until.set(closing, until.has(closing) ? latest(end, until.get(closing)) : end);
    }
    return end;
  };
}

/** With a site that closes everything goes; only what a dispute needs stays, until that is settled. */
export function closingAt(rules: Pick<Site, 'closing'>): (end: Date | undefined) => Date | undefined {
  const goes = everythingGoes(rules);
  return (end) => (goes ? earliest(end, goes) : end);
}

/**
 * Since when a step is stored as the person had what there was restricted; undefined where it is no part of that. What closed
 * something stays along with it, or that would be open again.
 */
function storage(entries: readonly Entry[], { storedSince }: Grounds): (entry: Entry) => Date | undefined {
  const stored = new Map<Entry, Date>();
  for (const entry of entries) {
    const since = coveredSince(entry.at, storedSince);
    if (!since) continue;
    const closing = closingsOf(entry, entries).flatMap((one) => one ?? []);
    for (const one of [entry, ...closing]) if (!stored.has(one)) stored.set(one, since);
  }
  return (entry) => stored.get(entry);
}

/** Since when what was there at a moment is stored: the first time that the person asked for it after that. */
const coveredSince = (at: string, storedSince: readonly Date[]): Date | undefined =>
  storedSince.find((since) => at <= since.toISOString());

/** Record id -> its end, unless a dispute needs it, or the person had it restricted: then it stays until that is lifted. */
export function keptRecordEnds(entries: readonly Entry[], rules: RetentionRules): ReadonlyMap<RecordId, RecordEnd> {
  const ends = recordEnds(entries, rules);
  if (wholeHolds(standingOf(entries)).length > 0) return new Map([...ends.keys()].map((id) => [id, all(undefined)]));
  const kept = new Map([...ends, ...storedRecordEnds(entries, ends)]);
  const atMost = closingAt(rules);
  return new Map([...kept].map(([id, end]) => [id, changed(end, atMost)]));
}

/** Of those that the person had restricted. */
function storedRecordEnds(
  entries: readonly Entry[],
  ends: ReadonlyMap<RecordId, RecordEnd>,
): (readonly [RecordId, RecordEnd])[] {
  const storedSince = restrictedAt(entries);
  if (storedSince.length === 0) return [];
  return fold(entries, BEGINNING).map(({ recordId, requestedAt, confirmedAt = requestedAt }) => {
    // What was confirmed afterwards is no part of it.
    const since = coveredSince(confirmedAt, storedSince);
    return [recordId, changed(ends.get(recordId) ?? all(undefined), (end) => unlessGone(end, since))] as const;
  });
}

/** Art. 18 GDPR: when the person wanted what there was then to be stored, each time; none where they do not. */
function restrictedAt(entries: readonly Entry[]): Date[] {
  return standingOf(entries).storedSince.map((since) => new Date(since));
}

/** What is stored has no end, unless that came before. */
const unlessGone = (end: Date | undefined, stored: Date | undefined): Date | undefined =>
  stored === undefined || (end !== undefined && end <= stored) ? end : undefined;

/** Those that mail for the site have to be told first whom to delete. */
function withAwaited(
  ends: ReadonlyMap<RecordId, RecordEnd>,
  awaited: ReadonlyMap<RecordId, Date>,
): ReadonlyMap<RecordId, RecordEnd> {
  return new Map(
    [...ends].map(([id, record]) => {
      const until = awaited.get(id) ?? new Date(0);
      return [id, { ...record, end: latest(record.end, until), address: latest(record.address, until) }];
    }),
  );
}

function erasedEnd(erasedAt: Date, awaited: ReadonlyMap<RecordId, Date>, { recordId }: Entry): RecordEnd {
  const end = latest(erasedAt, (recordId && awaited.get(recordId)) ?? erasedAt);
  return { ...all(erasedAt), end, address: end };
}

const staying = ({ parts }: Entry): ItemEnds => ({ entry: undefined, parts: mapped(parts, () => undefined) });

interface Stored {
  /** Since when the entry is stored for the person; undefined where it is not. */
  readonly stored: Date | undefined;
}

/** Until when an entry is needed as proof of what was done. What is left of a record that is gone proves nothing any more. */
function proofEnd(
  { entry, records, stored }: Reach & Stored,
  entries: readonly Entry[],
  ends: ReadonlyMap<RecordId, RecordEnd>,
  { retention }: RetentionRules,
): RecordEnd {
  const { kept } = stepType(entry);
  const isLogged = kept.isLogged(entry) || records.size === 0;
  const logged = isLogged ? [all(unlessGone(logEnd(entry, entries, retention.accessLog), stored))] : [];
  const reached = kept.alsoWith(entry) === 'all' ? ends.keys() : records;
  return [...[...reached].flatMap((id) => ends.get(id) ?? []), ...logged].reduce(later, all(new Date(entry.at)));
}

/** What holds until it is lifted stays until then. */
function logEnd(entry: Entry, entries: readonly Entry[], keep: string): Date | undefined {
  const done = doneBy(entry, entries);
  return done && plus(new Date(done.at), keep);
}

/** The step by which it was over: itself, or the one that closed it; undefined while it is open. */
function doneBy(entry: Entry, entries: readonly Entry[]): Entry | undefined {
  const closings = closingsOf(entry, entries);
  return closings.reduce((last, one) => last && one && (one.seq > last.seq ? one : last), entry);
}

/** The steps that closed it, one for each that has to; undefined for one that has not come. */
function closingsOf(entry: Entry, entries: readonly Entry[]): (Entry | undefined)[] {
  const closers = stepType(entry).kept.closedBy(entry);
  if (closers.length === 0) return [];
  const since = entries.slice(entries.indexOf(entry) + 1);
  return closers.map((closes) => since.find(closes));
}

function partEnds(
  { entry, stored }: { readonly entry: Entry } & Stored,
  ends: RecordEnd,
  entries: readonly Entry[],
  rules: RetentionRules,
) {
  const { retention } = rules;
  const { type, at, parts } = entry;
  const settled = settledAt(entry, entries);
  const enquiry = settled && plus(settled, retention.enquiries);
  const mails = type === 'MailSent' ? retention.mails : 'as-evidence';
  return mapped(parts, (_, name) => {
    // An address that somebody typed and nobody confirmed is not kept: it may be anybody's.
    if (type === 'RightRequested' && name === 'address') return endOfUnconfirmed(new Date(entry.facts.confirmBy));
    if (name === 'address' || name === 'details') return ends[name];
    const byRules = name === 'network' ? networkRules(entry, rules) : name === 'mail' ? [mails] : [];
    const dues = byRules.map((rule) => (rule === 'as-evidence' ? undefined : plus(new Date(at), rule.keep)));
    const due = dues.length > 0 ? dues.reduce(latest) : undefined;
    const own = unlessGone(name === 'mail' ? (enquiry ?? due) : due, stored);
    return own ? earliest(ends.allButAddress, own) : ends.allButAddress;
  });
}

/** Of each purpose that a step is about, and of its order: the longest counts. */
function networkRules({ purposes, asset }: Entry, rules: RetentionRules): Site['retention']['network'][] {
  const ids = [...purposes.map(({ id }) => id), ...(asset || purposes.length === 0 ? [''] : [])];
  return ids.map((id) => retentionOf(rules, id).network);
}

/**
 * R12: when what a person wrote had been seen to and is needed no more; undefined where it waits, or shows what they wanted: then it
 * is kept as the proof of that.
 */
function settledAt(entry: Entry, entries: readonly Entry[]): Date | undefined {
  const closed = entry.type === 'MailReceived' ? doneBy(entry, entries) : undefined;
  if (!closed) return undefined;
  const isProof = closed.type === 'CaseClosed' && !ENQUIRIES.has(closed.facts.outcome);
  return isProof ? undefined : new Date(closed.at);
}

/** What comes of a mail that ended nothing. */
const ENQUIRIES: ReadonlySet<string> = new Set([
  ...(['answered', 'nothing', 'access', 'portability', 'unidentified', 'not-known'] as const),
]);

function mapped<T, U>(
  parts: Readonly<Record<string, T>>,
  of: (part: T, name: string) => U,
): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, of(part, name)]));
}
