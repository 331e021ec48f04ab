import { EMPTY_ROOT, nodeHash, type Hash } from '../hash';

/*
 * A tree grows at its right edge, and all that has to be known of it for that is the edge: the roots of the largest
 * perfect subtrees that it consists of, one for each bit that is set in its size, the largest first. For a tree
 * of 11 leaves these are the roots over leaves 0-7, 8-9 and 10.
 *
 *            *                     size 11 = 0b1011
 *        ┌───┴────┐
 *       [8]     ┌─┴─┐              edge: [8] [2] [1]
 *              [2] [1]
 */

/** The right edge of a tree of `size` leaves: as many hashes as bits are set in `size`. */
export interface Edge {
  readonly size: number;
  readonly hashes: readonly Hash[];
}

export const EMPTY_EDGE: Edge = { size: 0, hashes: [] };

/** The edge after further leaves. Takes two hashes for each leaf at most, however large the tree is. */
export function grow(edge: Edge, leafHashes: readonly Hash[]): Edge {
  const hashes = [...edge.hashes];
  let { size } = edge;
  for (const leaf of leafHashes) {
    hashes.push(leaf);
    // As in binary counting, each set bit that the new leaf carries over joins two subtrees of one size.
    for (let carry = size; carry % 2 === 1; carry = Math.floor(carry / 2)) join(hashes);
    size += 1;
  }
  return { size, hashes };
}

/** The root: MTH(D[n]) of RFC 6962, section 2.1. */
export function rootOf({ hashes }: Edge): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

function join(hashes: Hash[]): void {
  const [left, right] = hashes.splice(-2) as [Hash, Hash];
  hashes.push(nodeHash(left, right));
}
