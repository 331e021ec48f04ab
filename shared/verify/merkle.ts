import { EMPTY_ROOT, HASH_BYTES, isEqual, nodeHash, type Hash } from '../hash';

/*
 * Proofs of RFC 9162 (the same as those of RFC 6962). Sizes are integers up to 2^53, so there are no bit operations here:
 * those of JavaScript end at 2^32.
 */

/** Whether the leaf `index` of the tree with that size and root has that hash (RFC 9162, section 2.1.3.2). */
export function verifyInclusion(
  leafHash: Hash,
  index: number,
  size: number,
  path: readonly Hash[],
  root: Hash,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes(path)) return false;
  let place: Place = { level: 0, at: index, last: size - 1 };
  let hash = leafHash;
  for (const sibling of path) {
    if (place.last === 0) return false;
    place = placeWithSibling(place);
    hash = isRight(place) ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    place = parentOf(place);
  }
  return place.last === 0 && isEqual(hash, root);
}

/** Whether the tree with the new size and root continues the one with the old ones (RFC 9162, section 2.1.4.2). */
export function verifyConsistency(
  oldSize: number,
  oldRoot: Hash,
  newSize: number,
  newRoot: Hash,
  path: readonly Hash[],
): boolean {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize || !areHashes(path)) return false;
  if (oldSize === 0) return path.length === 0 && isEqual(oldRoot, EMPTY_ROOT);
  if (oldSize === newSize) return path.length === 0 && isEqual(oldRoot, newRoot);
  let place: Place = { level: 0, at: oldSize - 1, last: newSize - 1 };
  while (isRight(place)) place = parentOf(place);
  // A tree that was perfect is a node of the new one as a whole, so its proof need not say it.
  const [first, ...rest] = place.at === 0 ? [oldRoot, ...path] : path;
  if (!first) return false;
  let [old, now] = [first, first];
  for (const sibling of rest) {
    if (place.last === 0) return false;
    place = placeWithSibling(place);
    if (isRight(place)) old = nodeHash(sibling, old);
    now = isRight(place) ? nodeHash(sibling, now) : nodeHash(now, sibling);
    place = parentOf(place);
  }
  return place.last === 0 && isEqual(old, oldRoot) && isEqual(now, newRoot);
}

/** A node: the `at`-th of its level, whose last one is `last`. The root is where `last` is 0. */
export interface Place {
  readonly level: number;
  readonly at: number;
  readonly last: number;
}

export const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (path: readonly Hash[]): boolean => path.every(({ length }) => length === HASH_BYTES);

export const isRight = ({ at }: Place): boolean => at % 2 === 1;

export function parentOf({ level, at, last }: Place): Place {
  return { level: level + 1, at: Math.floor(at / 2), last: Math.floor(last / 2) };
}

/** The last node of a level that has no sibling goes up as it is. */
export function placeWithSibling(place: Place): Place {
  return place.at === place.last && !isRight(place) && place.last > 0 ? placeWithSibling(parentOf(place)) : place;
}
