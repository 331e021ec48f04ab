import { HASH_BYTES, isEqual, nodeHash, type Hash } from '../hash';
import { fromBase64 } from './base64';
import { isRight, isSize, parentOf, placeWithSibling, type Place } from './merkle';

/** Two nodes below one, and the way from there to the root: the rest of the path of the proof that showed it. */
interface Pair {
  readonly left: Hash;
  readonly right: Hash;
  readonly path: readonly string[];
  readonly next: number;
}

/**
 * A log's tree, for many proofs: those of one tree meet on their way to the root, and from where they meet nothing need
 * be hashed again. Gives what `verifyInclusion` gives.
 */
export class LogTree {
  /** Level -> place of a node -> the two below it. */
  private readonly proven: Map<number, Pair>[] = [];

  constructor(
    private readonly size: number,
    private readonly root: Hash,
  ) {}

  includes(leafHash: Hash, index: number, path: readonly string[]): boolean {
    if (!isSize(index) || index >= this.size) return false;
    const found: [Place, Pair][] = [];
    let place: Place = { level: 0, at: index, last: this.size - 1 };
    let hash = leafHash;
    for (const [n, text] of path.entries()) {
      if (place.last === 0) return false;
      place = placeWithSibling(place);
      const sibling = fromBase64(text);
      if (sibling?.length !== HASH_BYTES) return false;
      const [left, right] = isRight(place) ? [sibling, hash] : [hash, sibling];
      const pair = { left, right, path, next: n + 1 };
      place = parentOf(place);
      const known = this.proven[place.level]?.get(place.at);
      if (known) return isSame(pair, known) && this.learn(found);
      found.push([place, pair]);
      hash = nodeHash(left, right);
    }
    return place.last === 0 && isEqual(hash, this.root) && this.learn(found);
  }

  private learn(found: readonly [Place, Pair][]): true {
    for (const [{ level, at }, pair] of found) (this.proven[level] ??= new Map<number, Pair>()).set(at, pair);
    return true;
  }
}

function isSame(one: Pair, other: Pair): boolean {
  if (!isEqual(one.left, other.left) || !isEqual(one.right, other.right)) return false;
  const length = one.path.length - one.next;
  if (length !== other.path.length - other.next) return false;
  for (let n = 0; n < length; n++) if (one.path[one.next + n] !== other.path[other.next + n]) return false;
  return true;
}
