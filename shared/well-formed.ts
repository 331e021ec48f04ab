/*
 * Text has to be well formed before it is hashed: half of a surrogate pair has no UTF-8, and RFC 8785 says to stop there. Others
 * choose what they send us, so text is mended where it comes in, and once more where parts and entries are sealed.
 */

/** The beginning of a text, at most so many UTF-16 units, that never ends within a character. */
export function cut(text: string, longest: number): string {
  const isWithin = text.length > longest && /[\ud800-\udbff]/.test(text[longest - 1] ?? '');
  return text.slice(0, isWithin ? longest - 1 : longest).toWellFormed();
}

/** Whether all text in a value of JSON, keys included, is well formed. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && isWellFormed(member));
}

/** The value with U+FFFD instead of each half of a surrogate pair; the very same value where there is none. */
export function wellFormed<T>(value: T): T {
  return isWellFormed(value) ? value : (mended(value) as T);
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(mended);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.toWellFormed(), mended(member)]));
}
