import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { isEntryHash, type EntryHash, type SubjectId } from '../ids';
import { isDecisive, looksBack, stillCounting } from '../consent/repeated';
import { readEntry, type AnyEntry } from '../consent/read-entry';
import * as z from '../zod';
import { epochSeconds, isConditionFailed, isGone, readAll, subjectKey, toItem, type Keys } from './dynamo';
import { isSealed } from './chain';
import { entryKey, readLast, readPlaces, type EntryItem } from './entry-items';
import type { Reached } from '../consent/keep/item-ends';
import type { CommonGrounds } from './end-plan';
import type { EndsBeside } from './part-end';
import type { LedgerTable } from './table';

/*
 * The summary of a long history: copies of those of its first entries that rules may still go by
 * (docs/decisions/0092-a-summary-of-long-histories.md). It is derived, and holds nothing that the entries do not.
 */

/** As many items as are read at first. A history of fewer entries than that has no summary. */
const PAGE = 16;
/** So many entries after it call for a new one. With a few more, one query still reads it and all of them. */
const MOST_SINCE = 12;
/** Beyond that it would hardly save anything. */
const LARGEST = 64 * 1024;
/** Another version is ignored, and replaced. */
const FORMAT = 1;

/** Sorts after every entry, so that a query that goes backwards comes to it first. */
export const SUMMARY = 'summary';

type Copy = EndsBeside & Pick<EntryItem, 'entry'>;

/** An entry as it lies in the ledger, with its ends. */
export interface StoredEntry {
  readonly item: Keys & Copy;
  readonly entry: AnyEntry;
}

export interface Summary {
  /** The place of the last entry that it covers, and its hash. */
  readonly upTo: number;
  readonly hash: EntryHash;
  /** What of the entries up to there still counts, oldest first. */
  readonly copies: readonly StoredEntry[];
  /** By the ends of which records those go that it leaves out, and the hash of what these ends follow from; see `CommonGrounds`. */
  readonly reached: readonly Reached[];
  readonly grounds: string | undefined;
  /** When the last entry that it covers goes, epoch seconds. */
  readonly expiresAt: number | undefined;
}

/** What lies where the summary is, whether or not it can be used. */
export interface SummaryItem extends Keys {
  readonly v?: unknown;
  /** Whose person it is about, for whoever deletes all of a site: the entries may be gone before it. */
  readonly site?: string;
  readonly upTo?: unknown;
  readonly hash?: unknown;
  readonly reached?: unknown;
  readonly grounds?: unknown;
  /** Canonical JSON of the copies, deflated; absent while ends of what it covers change. */
  readonly copies?: unknown;
  /** Random; whoever replaces the item names the one that they saw. */
  readonly mark?: string;
  readonly expiresAt?: number;
}

/** What was read of a person's entries. */
export interface Seen {
  /** Oldest first: copies of what still counts of those that a summary covers, and all since, also those past their end. */
  readonly stored: readonly StoredEntry[];
  /** Undefined where nothing is left out. */
  readonly summary: Summary | undefined;
  readonly beside: SummaryItem | undefined;
}

const keysOf = (subject: SubjectId): Keys => ({ pk: subjectKey(subject), sk: SUMMARY });

const storedEntry = (item: EntryItem): StoredEntry => ({ item, entry: readEntry(item.entry) });

/** What rules need of a subject's entries, in one query as a rule. Sees every entry that was added before. */
export async function readCounting(table: LedgerTable, subject: SubjectId, now: Date): Promise<Seen> {
  const { items, isAll } = await readLast(table, subject, PAGE);
  const beside = items[0]?.sk === SUMMARY ? (items[0] as SummaryItem) : undefined;
  const page = (items as EntryItem[]).slice(beside ? 1 : 0).reverse();
  const oldest = page[0]?.seq ?? 0;
  if (isAll) return { stored: page.map(storedEntry), summary: undefined, beside };
  const summary = beside && summaryIn(beside, subject, now);
  const isReached = !summary || oldest <= summary.upTo + 1;
  const since = isReached ? page : [...(await readPlaces(table, subject, summary.upTo, oldest - 1)), ...page];
  const later = since.map(storedEntry);
  if (summary && isGoodFor(summary, later, now)) return { stored: joined(summary, later, now), summary, beside };
  const before = await readPlaces(table, subject, 0, (since[0]?.seq ?? 0) - 1);
  return { stored: [...before.map(storedEntry), ...later], summary: undefined, beside };
}

/** All entries of a subject, and what lies where their summary is. */
export async function readWhole(table: LedgerTable, subject: SubjectId): Promise<Seen> {
  const items = await readAll<Keys>(table, subjectKey(subject));
  const beside = items.at(-1)?.sk === SUMMARY ? (items.at(-1) as SummaryItem) : undefined;
  const entries = (beside ? items.slice(0, -1) : items) as EntryItem[];
  return { stored: entries.map(storedEntry), summary: undefined, beside };
}

const shape = z.object({
  v: z.literal(FORMAT),
  upTo: z.int(),
  hash: z.string().check(z.refine(isEntryHash, 'No hash.')),
  reached: z.array(z.string()),
  grounds: z.optional(z.string()),
  copies: z.instanceof(Uint8Array),
  expiresAt: z.optional(z.number()),
});
const copies = z.array(
  z.object({ entry: z.string(), expiresAt: z.optional(z.number()), partEnds: z.optional(z.string()) }),
);

/** What the item says; undefined where it is of another version, out of use, spoilt, or past its end. */
export function summaryIn(item: SummaryItem, subject: SubjectId, now: Date): Summary | undefined {
  const { success, data } = shape.safeParse(item);
  if (!success || isGone({ ...(data.expiresAt !== undefined && { expiresAt: data.expiresAt }) }, now)) return undefined;
  try {
    const { upTo, reached, grounds, expiresAt } = data;
    const found = copies.parse(JSON.parse(inflateRawSync(data.copies).toString()));
    const stored = (found as Copy[]).map((copy): StoredEntry => {
      const entry = readEntry(copy.entry);
      return { item: { ...copy, pk: item.pk, sk: entryKey(entry.seq) }, entry };
    });
    const isInOrder = stored.every(({ entry }, n) => entry.subject === subject && entry.seq > seqAt(stored, n - 1));
    const last = stored.at(-1)?.entry;
    const isWhole =
      isInOrder &&
      last?.seq === upTo &&
      last.hash === data.hash &&
      found.every(({ entry }) => isSealed(JSON.parse(entry) as object));
    return isWhole ? { upTo, hash: last.hash, copies: stored, reached, grounds, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}

const seqAt = (stored: readonly StoredEntry[], n: number): number => stored[n]?.entry.seq ?? -1;

/**
 * Whether a summary can stand for the entries before these: it is of this chain; nothing since looks at a place before its end; and
 * nothing since may have put off an end that a copy has and that is past.
 */
function isGoodFor({ upTo, hash, copies: covered }: Summary, later: readonly StoredEntry[], now: Date): boolean {
  const since = later.map(({ entry }) => entry).filter(({ seq }) => seq > upTo);
  const isOfChain = later.some(({ entry }) =>
    entry.seq === upTo ? entry.hash === hash : entry.seq === upTo + 1 && entry.prev === hash,
  );
  const isPutOff = covered.some(({ item }) => isGone(item, now)) && since.some(isDecisive);
  return isOfChain && !isPutOff && !since.some((entry) => looksBack(entry, upTo));
}

function joined({ upTo, copies: covered }: Summary, later: readonly StoredEntry[], now: Date): StoredEntry[] {
  return [...covered.filter(({ item }) => !isGone(item, now)), ...later.filter(({ entry }) => entry.seq > upTo)];
}

/** Whether anybody goes by a summary beside so many entries: fewer are read with it in one query, and are all there are. */
export const mayHaveSummary = (entries: number): boolean => entries >= PAGE - 1;

/** Whether so many entries are there, or came since, that a summary is worth it. */
export function isDue({ stored, beside }: Pick<Seen, 'stored' | 'beside'>, known: Summary | undefined): boolean {
  if (!beside || !known) return stored.length >= PAGE;
  return stored.filter(({ entry }) => entry.seq > known.upTo).length >= MOST_SINCE;
}

/**
 * The summary of these entries, as their ends are. It covers all up to the last that goes at the end of them all, by which it is
 * known to belong to them for as long as there are any.
 *
 * @param before the summary that stands for what is left out already
 * @param upTo no entry after that place is covered
 */
export function summaryOf(
  stored: readonly StoredEntry[],
  common: CommonGrounds | undefined,
  { before, upTo = Infinity }: { readonly before: Summary | undefined; readonly upTo: number | undefined },
): Summary | undefined {
  const may = stored.filter(({ entry }) => entry.seq <= upTo);
  const end = ({ item }: StoredEntry): number => item.expiresAt ?? Infinity;
  const latest = Math.max(...may.map(end));
  const last = may.findLast((one) => end(one) === latest);
  if (!last) return undefined;
  const covered = may.slice(0, may.indexOf(last) + 1);
  const counting = new Set(stillCounting(covered.map(({ entry }) => entry)));
  const left = covered.flatMap(({ entry }) => (counting.has(entry) ? [] : (common?.reached.get(entry.seq) ?? 'all')));
  const reached = [...new Set([...(before?.reached ?? []), ...left])].sort();
  return {
    upTo: last.entry.seq,
    hash: last.entry.hash,
    copies: covered.filter(({ entry }) => counting.has(entry)),
    reached,
    grounds: common?.hashFor(reached),
    expiresAt: latest === Infinity ? undefined : latest,
  };
}

/** Whether two say the same. */
export function isSameSummary(one: Summary | undefined, other: Summary | undefined): boolean {
  return one !== undefined && other !== undefined && textOf(one) === textOf(other);
}

function textOf({ upTo, hash, reached, grounds, expiresAt, copies: covered }: Summary): string {
  return JSON.stringify([upTo, hash, reached, grounds, expiresAt, textOfCopies(covered)]);
}

function textOfCopies(covered: readonly StoredEntry[]): string {
  return JSON.stringify(covered.map(({ item: { entry, expiresAt, partEnds } }) => ({ entry, expiresAt, partEnds })));
}

/** Somebody else wrote or changed the summary since it was read. */
export class SummaryTaken extends Error {
  override readonly name = 'SummaryTaken';
}

/**
 * Puts a summary in the place of what was read. A crash leaves either.
 *
 * @param seen the mark of what was read; undefined where there was nothing
 * @throws {SummaryTaken}
 */
export async function putSummary(
  table: LedgerTable,
  subject: SubjectId,
  { copies: covered, ...said }: Summary,
  seen: string | undefined,
): Promise<void> {
  const packed = deflateRawSync(textOfCopies(covered));
  if (packed.length > LARGEST) return;
  const site = covered[0]?.entry.site;
  const item = { ...keysOf(subject), v: FORMAT, site, ...said, copies: packed, mark: newMark() };
  await table.client
    .send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...onlyIf(seen) }))
    .catch(throwTaken);
}

/** For as long as `retention` may take, and a day to see what came of it. */
const OUT_OF_USE_MS = 24 * 60 * 60 * 1000;

/**
 * Takes a summary out of use, before an end of what it covers is changed: until there is a new one all read the entries themselves.
 *
 * @param seen the mark of what was read; undefined where there was nothing
 * @returns the mark that stands there now
 * @throws {SummaryTaken}
 */
export async function suspendSummary(
  table: LedgerTable,
  { site, subject }: Pick<AnyEntry, 'site' | 'subject'>,
  seen: string | undefined,
  now: Date,
): Promise<string> {
  const mark = newMark();
  const end = epochSeconds(new Date(now.getTime() + OUT_OF_USE_MS));
  const item = { ...keysOf(subject), v: FORMAT, site, mark, expiresAt: end };
  await table.client
    .send(new PutItemCommand({ TableName: table.name, Item: toItem(item), ...onlyIf(seen) }))
    .catch(throwTaken);
  return mark;
}

/** @throws {SummaryTaken} */
export async function removeSummary(table: LedgerTable, subject: SubjectId, seen: string | undefined): Promise<void> {
  const deletion = new DeleteItemCommand({ TableName: table.name, Key: toItem(keysOf(subject)), ...onlyIf(seen) });
  await table.client.send(deletion).catch(throwTaken);
}

const newMark = (): string => randomBytes(16).toString('base64url');

function onlyIf(seen: string | undefined) {
  return seen === undefined
    ? { ConditionExpression: 'attribute_not_exists(mark)' }
    : { ConditionExpression: 'mark = :seen', ExpressionAttributeValues: toItem({ ':seen': seen }) };
}

function throwTaken(error: unknown): never {
  throw isConditionFailed(error) ? new SummaryTaken() : error;
}
