import { createHash } from 'node:crypto';
import serialize from 'canonicalize';

/** The canonical JSON of a value (RFC 8785): one value, one text, whoever writes it. */
export function canonicalJson(value: object): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}

/** SHA-256 over the canonical JSON. */
export function canonicalSha256(value: object): Buffer {
  return createHash('sha256').update(canonicalJson(value)).digest();
}

/** The same as text, base64url without padding. */
export function canonicalHash(value: object): string {
  return canonicalSha256(value).toString('base64url');
}
