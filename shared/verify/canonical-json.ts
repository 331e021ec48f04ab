/**
 * The canonical JSON (RFC 8785) of a value that `strict-json.ts` took: without halves of characters, for which there is none.
 */
export function canonicalJson(value: unknown): string {
  // JavaScript's own writer does all else that RFC 8785 asks for but the order of members; most values have that already.
  return isInOrder(value) ? JSON.stringify(value) : write(value);
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const key in value) {
    if (key < before || !isInOrder((value as Record<string, unknown>)[key])) return false;
    before = key;
  }
  return true;
}

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`).join(',')}}`;
}
