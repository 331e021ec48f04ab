/**
 * The canonical JSON of a value that came from JSON (RFC 8785).
 *
 * @throws {TypeError} where there is none: for half of a surrogate pair, which has no UTF-8, and for a number without end
 */
export function canonicalJson(value: unknown): string {
  // JavaScript's own writer does all else that RFC 8785 asks for but the order of members; most values have that already.
  return isInOrder(value) ? JSON.stringify(value) : write(value);
}

/** Whether no text in the value, keys included, has half of a surrogate pair. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value !== 'string' || value.isWellFormed();
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && isWellFormed(member));
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isWritable(value);
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const key in value) {
    if (key < before || !isWritable(key) || !isInOrder((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return writePlain(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${writePlain(key)}:${write(member)}`).join(',')}}`;
}

function writePlain(value: unknown): string {
  if (isWritable(value)) return JSON.stringify(value);
  throw new TypeError(
    typeof value === 'string'
      ? 'This text has half a character (a lone surrogate), so it has no canonical JSON (RFC 8785).'
      : 'This number is not finite, so it has no canonical JSON (RFC 8785).',
  );
}

function isWritable(value: unknown): boolean {
  return typeof value === 'string' ? value.isWellFormed() : typeof value !== 'number' || Number.isFinite(value);
}
