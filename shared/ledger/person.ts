import type { Digest, SubjectId } from '../ids';
import { digestsIn, type AnyEntry } from '../consent/read-entry';
import { erasedAmong, standingOf } from '../consent/standing';
import { readWholeHistory, type WholeHistory } from './ledger';
import type { Reading, SealedPart } from './part';
import type { Holdings } from './table';
import { readParts, withoutErased } from './vault';

/** A person's history, and those of their parts that are there. */
export interface Person {
  readonly history: WholeHistory;
  /** By digest; without those that an erasure ended, and with those that no entry names. */
  readonly parts: ReadonlyMap<Digest, SealedPart>;
}

/**
 * Reads both, as they were at one moment. A part is saved before its entry, and deleted after its end is noted beside the
 * entry. So where one seems to be lost the vault is read before the ledger and after it once more: then it is.
 */
export async function readPerson(tables: Holdings, subject: SubjectId, now: Date): Promise<Person> {
  const parts = (): ReturnType<typeof readParts> => readParts(tables.vault, subject, now);
  const history = (): Promise<WholeHistory> => readWholeHistory(tables.ledger, subject, now);
  const read = personOf(...(await Promise.all([history(), parts()])));
  if (absentParts(read.history.all, read.parts, wentAt(read.history)).missing.length === 0) return read;
  const before = await parts();
  return personOf(await history(), new Map([...before, ...(await parts())]));
}

function personOf(history: WholeHistory, parts: ReadonlyMap<Digest, SealedPart>): Person {
  return { history, parts: withoutErased(parts, history.all) };
}

/** Digest -> when it went, ISO 8601, of all parts that are past their end or that an erasure ended. */
export function wentAt({
  all,
  entries,
  ended,
}: Pick<WholeHistory, 'all' | 'entries' | 'ended'>): ReadonlyMap<Digest, string> {
  const { erased } = standingOf(entries);
  const digests = erased ? erasedAmong(all, entries).flatMap((entry) => Object.values(digestsIn(entry))) : [];
  const erasedAt = (digest: Digest): string => [erased?.at ?? '', ended.get(digest) ?? '~'].sort()[0] ?? '';
  return new Map([...ended, ...digests.map((digest) => [digest, erasedAt(digest)] as const)]);
}

/** The parts that the entries commit to and that are not there: those that went at their end, and those that are lost. */
export function absentParts(
  entries: readonly AnyEntry[],
  parts: ReadonlyMap<Digest, SealedPart>,
  went: ReadonlyMap<Digest, string>,
): Pick<Reading, 'gone' | 'missing'> {
  const absent = entries.flatMap((entry) => Object.values(digestsIn(entry))).filter((digest) => !parts.has(digest));
  const gone = absent.flatMap((digest): [Digest, string][] => {
    const since = went.get(digest);
    return since === undefined ? [] : [[digest, since]];
  });
  return { gone: Object.fromEntries(gone), missing: absent.filter((digest) => !went.has(digest)) };
}
