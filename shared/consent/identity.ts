import type { Entry } from './entry';
import { erasedEntries } from './standing';

/**
 * The digest of the identity part that a record goes by: the newest, as names get rectified. Undefined where it never had
 * one, or where it was erased.
 */
export function identityDigest(entries: readonly Entry[], recordId: string): string | undefined {
  const erased = new Set(erasedEntries(entries));
  const own = entries.filter((entry) => entry.recordId === recordId && !erased.has(entry));
  return own.findLast(({ parts }) => parts['identity'] !== undefined)?.parts['identity'];
}
