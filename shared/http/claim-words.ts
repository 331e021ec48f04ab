/** A claim's words. API Gateway hands on a list as `[one two]`, an issuer may have it as JSON: both are read alike. */
export function wordsOf(claim: unknown): string[] {
  const text = Array.isArray(claim) ? `[${claim.join(' ')}]` : claim;
  if (typeof text !== 'string') return [];
  return (text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text).split(' ').filter(Boolean);
}
