import type { Entry } from './entry';
import { BEGINNING, fold } from './fold';
import { erasedEntries } from './standing';

/**
 * The digest of the identity part that says who the person is; undefined where all were erased, or nobody knows. What they
 * confirmed here counts, and what was rectified, the newest first; what others reported, only where there is nothing of that
 * kind. A sign-up that waits for its confirmation says nothing: anybody can fill in a form.
 */
export function identityOf(entries: readonly Entry[]): string | undefined {
  const erased = new Set(erasedEntries(entries));
  const named = entries.filter((entry) => !erased.has(entry) && entry.parts['identity'] !== undefined);
  const records = new Map(fold(entries, BEGINNING).map((record) => [record.recordId, record]));
  const confirmed = named.filter(({ recordId = '' }) => records.get(recordId)?.confirmedAt !== undefined);
  const isOwn = ({ type, recordId = '' }: Entry): boolean =>
    type === 'IdentityRectified' || records.get(recordId)?.isFromElsewhere === undefined;
  return (confirmed.findLast(isOwn) ?? confirmed.at(-1))?.parts['identity'];
}

/**
 * The digest of the identity part that a record goes by: the newest, as names get rectified. Undefined where it never had
 * one, or where it was erased.
 */
export function identityDigest(entries: readonly Entry[], recordId: string): string | undefined {
  const erased = new Set(erasedEntries(entries));
  const own = entries.filter((entry) => entry.recordId === recordId && !erased.has(entry));
  return own.findLast(({ parts }) => parts['identity'] !== undefined)?.parts['identity'];
}
