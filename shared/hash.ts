import { sha256, sha256Text } from '#sha256';

export { sha256, sha256Text };

/** 32 bytes. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

/** The root of a tree without leaves: SHA-256 of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Hash = sha256('');

/** The hash of a leaf: SHA-256(0x00 || data) (RFC 6962, section 2.1). */
export function leafHash(data: Uint8Array): Hash {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

/** Used again for each node: there are two for each leaf of a log, and 65 new bytes for each would be half of the work. */
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = 1;

/** The hash of a node: SHA-256(0x01 || left || right) (RFC 6962, section 2.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

export function isEqual(one: Hash, other: Hash): boolean {
  if (one.length !== other.length) return false;
  for (let n = 0; n < one.length; n++) if (one[n] !== other[n]) return false;
  return true;
}
