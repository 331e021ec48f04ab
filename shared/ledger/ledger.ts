import type { Digest, SubjectId } from '../ids';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../canonical';
import type { Entry } from '../consent/entry';
import { wentWithSite } from '../consent/keep/went-with-site';
import { understoodEntries, type AnyEntry } from '../consent/read-entry';
import { noticeHash, type Notice } from '../policy/notices';
import { EMPTY, type Tail } from './chain';
import { epochSeconds, isConditionFailed, isGone, readAll, subjectKey, toItem, type Keys } from './dynamo';
import { entryKey, type EntryItem } from './entry-items';
import { besideOperatorsStep } from './journal';
import { endedParts } from './part-end';
import { readCounting, readWhole, type StoredEntry } from './summary';
import type { LedgerTable } from './table';

/** Another entry took the place in the chain. Read the history again, decide again, and try again. */
export class PlaceTaken extends Error {
  override readonly name = 'PlaceTaken';
}

export interface History {
  /** The entries that are still there, count still and that this version understands, oldest first: what all rules go by. */
  readonly entries: readonly Entry[];
  /** The same with what a later version wrote. */
  readonly all: readonly AnyEntry[];
  /** Where the next entry goes; counts what is past its end but not yet deleted, as its place is still taken. */
  readonly tail: Tail;
  /** Whether none is left out that a rule would not miss, see `summary.ts`. */
  readonly isWhole: boolean;
}

/** What evidence is made of: every entry that is still there. */
export interface WholeHistory extends History {
  readonly isWhole: true;
  /** Digest -> when it went, ISO 8601, of their parts that are past their end; see `part-end.ts`. */
  readonly ended: ReadonlyMap<Digest, string>;
}

interface NoticeItem extends Keys {
  readonly notice: string;
}

const noticeKey = (hash: string): Keys => ({ pk: `notice#${hash}`, sk: 'notice' });

/**
 * What decides about a subject: as many entries as rules still go by, however many there are. Sees every entry whose
 * {@link append} returned before this was called.
 */
export async function readHistory(table: LedgerTable, subject: SubjectId, now: Date): Promise<History> {
  const { stored, summary } = await readCounting(table, subject, now);
  return { ...historyOf(table, stored, now), isWhole: summary === undefined };
}

/** All of a subject's entries: for whoever shows them, or looks for a certain one. */
export async function readWholeHistory(table: LedgerTable, subject: SubjectId, now: Date): Promise<WholeHistory> {
  const { stored } = await readWhole(table, subject);
  const history = historyOf(table, stored, now);
  const there = new Set(history.all);
  const ended = stored.flatMap(({ item, entry }) => (there.has(entry) ? endedParts(item, entry, now) : []));
  return { ...history, isWhole: true, ended: new Map(ended) };
}

function historyOf(
  table: LedgerTable,
  stored: readonly StoredEntry[],
  now: Date,
): Pick<History, 'entries' | 'all' | 'tail'> {
  const tail = stored.at(-1)?.entry ?? EMPTY;
  const all = stored.filter(({ item }) => !isGone(item, now)).map(({ entry }) => entry);
  const entries = understoodEntries(all);
  const [first] = all;
  // It counts as gone from then on, whether or not it was deleted yet; its places are taken.
  if (first && wentWithSite(entries, table.goesAt?.(first.site), now)) return { entries: [], all: [], tail };
  return { entries, all, tail };
}

/**
 * Adds an entry. It is durable when this returns, and nothing changes it afterwards. When it throws anything but
 * {@link PlaceTaken} the entry may or may not have been added: read the history to find out.
 *
 * @throws {PlaceTaken} when the subject has an entry of that `seq`, which may be this very one, saved by a call
 *   whose answer was lost
 */
export async function append(table: LedgerTable, entry: Entry, end: Date | undefined): Promise<void> {
  const item: EntryItem = {
    pk: subjectKey(entry.subject),
    sk: entryKey(entry.seq),
    type: entry.type,
    site: entry.site,
    seq: entry.seq,
    entry: canonicalJson(entry),
    ...besideOperatorsStep(entry),
    ...(end && { expiresAt: epochSeconds(end) }),
  };
  await putNew(table, item).catch((error: unknown) => {
    throw isConditionFailed(error) ? new PlaceTaken() : error;
  });
}

async function putNew(table: LedgerTable, item: Keys): Promise<void> {
  await table.client.send(
    new PutItemCommand({ TableName: table.name, Item: toItem(item), ConditionExpression: 'attribute_not_exists(pk)' }),
  );
}

const storedNotices = new WeakMap<LedgerTable, Set<string>>();

/** Hashes of notices that this container knows to be in a ledger. */
function storedIn(table: LedgerTable): Set<string> {
  const stored = storedNotices.get(table) ?? new Set();
  storedNotices.set(table, stored);
  return stored;
}

/** Keeps a wording for good under its hash. Durable when this returns; repeating it is harmless. */
export async function keepNotice(table: LedgerTable, notice: Notice): Promise<string> {
  const hash = noticeHash(notice);
  const stored = storedIn(table);
  if (stored.has(hash)) return hash;
  const item: NoticeItem = { ...noticeKey(hash), notice: canonicalJson(notice) };
  await putNew(table, item).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
  stored.add(hash);
  return hash;
}

/** The wording of that hash; undefined where the ledger never held it. */
export async function readNotice(table: LedgerTable, hash: string): Promise<Notice | undefined> {
  const [item] = await readAll<NoticeItem>(table, noticeKey(hash).pk);
  return item && (JSON.parse(item.notice) as Notice);
}

/** Hash -> wording, for those that the ledger holds. */
export async function readNotices(table: LedgerTable, hashes: readonly string[]): Promise<ReadonlyMap<string, Notice>> {
  const notices = await Promise.all(hashes.map(async (hash) => [hash, await readNotice(table, hash)] as const));
  return new Map(notices.flatMap(([hash, notice]) => (notice ? [[hash, notice] as const] : [])));
}
