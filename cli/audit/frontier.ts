import type { Hash } from '../../shared/hash';
import { rootOfPerfect } from '../../shared/log/nodes';
import { TILE_WIDTH } from '../../shared/log/tile';
import { rootOf } from '../../shared/log/tree';
import { fromBase64, toBase64 } from '../../shared/verify/base64';

/** A hash that a tile has to have, as it follows from the tiles below. */
export interface Node {
  readonly level: number;
  /** Counted within its level. */
  readonly at: number;
  readonly hash: Hash;
}

/**
 * The right edge of the tree as far as it was walked, in full tiles of leaves: for each tile level above 0, the hashes
 * of the tile that is not full yet. All that follows for the rest of the tree follows from these.
 */
export class Frontier {
  constructor(
    private tiles: number,
    private readonly levels: Hash[][],
  ) {}

  static from(tiles: number, saved: readonly (readonly string[])[]): Frontier {
    return new Frontier(
      tiles,
      saved.map((hashes) => hashes.map((hash) => fromBase64(hash) as Hash)),
    );
  }

  toJSON(): string[][] {
    return this.levels.map((hashes) => hashes.map(toBase64));
  }

  /** Goes on by a full tile of leaves. Answers the hashes that follow for the tiles above. */
  add(rootOfTile: Hash): Node[] {
    this.tiles += 1;
    const nodes: Node[] = [];
    let [hash, count] = [rootOfTile, this.tiles];
    for (let level = 1; ; level++) {
      nodes.push({ level, at: count - 1, hash });
      const tile = (this.levels[level - 1] ??= []);
      tile.push(hash);
      if (tile.length < TILE_WIDTH) return nodes;
      this.levels[level - 1] = [];
      hash = rootOfPerfect(tile);
      count /= TILE_WIDTH;
    }
  }

  /** The roots of the largest perfect subtrees of the tree with some more leaves, from left to right. */
  edgeWith(leaves: readonly Hash[]): Hash[] {
    return [...this.levels.toReversed(), leaves].flatMap(perfectRoots);
  }

  rootWith(leaves: readonly Hash[]): Hash {
    const hashes = this.edgeWith(leaves);
    return rootOf({ size: 0, hashes });
  }
}

/** One root for each bit that is set in the number of hashes. */
function perfectRoots(hashes: readonly Hash[]): Hash[] {
  const roots: Hash[] = [];
  for (let at = 0; at < hashes.length;) {
    const length = 2 ** Math.floor(Math.log2(hashes.length - at));
    roots.push(rootOfPerfect(hashes.slice(at, at + length)));
    at += length;
  }
  return roots;
}
