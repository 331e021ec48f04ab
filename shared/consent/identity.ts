import type { Entry } from './entry';
import { erasedEntries } from './standing';

/** The digest of the newest identity part of a person, whichever record it is of; undefined where all were erased. */
export function newestIdentity(entries: readonly Entry[]): string | undefined {
  const erased = new Set(erasedEntries(entries));
  const named = entries.filter((entry) => !erased.has(entry) && entry.parts['identity'] !== undefined);
  return named.at(-1)?.parts['identity'];
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
