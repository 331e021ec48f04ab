import { HASH_BYTES, leafHash, nodeHash, type Hash } from '../hash';
import type { LogReader, StoredTile } from './store';
import { GROUP_WIDTH, splitHashes, TILE_WIDTH, type TileId } from './tile';

/** A perfect subtree: the root over the leaves from `start`, a multiple of `length`, which is a power of two. */
export interface Subtree {
  readonly start: number;
  readonly length: number;
}

/** The nodes of a log's tree, as far as the tiles that hold them were loaded. */
export interface Nodes {
  /** Loads what it takes to tell the roots of these subtrees; each tile once, and all at the same time. */
  readonly load: (subtrees: readonly Subtree[]) => Promise<void>;
  /** @throws {RangeError} when the log does not have all of the subtree's leaves */
  readonly rootOf: (subtree: Subtree) => Hash;
}

/** A node within a tile: `height` 0 is the tile's own hashes, 8 the root over all of them. */
interface Place {
  readonly height: number;
  readonly index: number;
}
type TileNodes = (place: Place) => Hash | undefined;

/** Some hashes, above them those of pairs of them, and so on up to one. */
type Pyramid = readonly (readonly Hash[])[];

const TILE_HEIGHT = Math.log2(TILE_WIDTH);
const GROUP_HEIGHT = Math.log2(GROUP_WIDTH);
const GROUP_BYTES = GROUP_WIDTH * HASH_BYTES;

/** The nodes of the log that is read so. */
export function nodesOf(log: Pick<LogReader, 'readTile'>): Nodes {
  const loading = new Map<number, Promise<void>>();
  const tiles = new Map<number, TileNodes>();
  const load = async (tile: TileId): Promise<void> => {
    tiles.set(keyOf(tile), tileNodes(await log.readTile(tile), tile));
  };
  return {
    load: async (subtrees) => {
      const missing = new Map<number, TileId>();
      for (const subtree of subtrees) {
        const { tile } = placeOf(subtree);
        if (!tiles.has(keyOf(tile))) missing.set(keyOf(tile), tile);
      }
      const loads = [...missing].map(([key, tile]) => {
        const begun = loading.get(key) ?? load(tile);
        loading.set(key, begun);
        return begun;
      });
      await Promise.all(loads);
    },
    rootOf: (subtree) => {
      const { tile, place } = placeOf(subtree);
      const root = tiles.get(keyOf(tile))?.(place);
      if (root) return root;
      throw new RangeError(
        `Tile ${tile.level}/${tile.index} does not reach as far as leaf ${subtree.start + subtree.length - 1}.`,
      );
    },
  };
}

/** One number for each tile: there are fewer than 64 levels. */
const keyOf = ({ level, index }: TileId): number => index * 64 + level;

/** Where a subtree's root is: in the highest tile that it does not reach beyond. */
function placeOf({ start, length }: Subtree): { tile: TileId; place: Place } {
  const depth = Math.log2(length);
  const level = Math.floor(depth / TILE_HEIGHT);
  const index = Math.floor(start / TILE_WIDTH ** (level + 1));
  const first = start - index * TILE_WIDTH ** (level + 1);
  return { tile: { level, index }, place: { height: depth - level * TILE_HEIGHT, index: first / length } };
}

/** A proof needs one group of a tile, and of the others only their roots. */
function tileNodes({ hashes, groups }: StoredTile, { level }: TileId): TileNodes {
  const upper = pyramid(splitHashes(groups));
  const lower = new Map<number, Pyramid>();
  const readGroup = (n: number): Pyramid => {
    const group = lower.get(n) ?? pyramid(nodesAt(level, groupAt(n, hashes)));
    lower.set(n, group);
    return group;
  };
  return ({ height, index }) => {
    if (height >= GROUP_HEIGHT) return upper[height - GROUP_HEIGHT]?.[index];
    const perGroup = GROUP_WIDTH / 2 ** height;
    const group = Math.floor(index / perGroup);
    return readGroup(group)[height]?.[index - group * perGroup];
  };
}

/** A tile keeps at level 0 what leaves are made from, above it nodes. */
function nodesAt(level: number, hashes: readonly Hash[]): readonly Hash[] {
  return level === 0 ? hashes.map(leafHash) : hashes;
}

/** The roots over each group of a tile's hashes that is complete, from the group `first` on. */
export function groupRoots(level: number, hashes: Uint8Array, first = 0): Hash[] {
  const count = Math.floor(hashes.length / GROUP_BYTES) - first;
  return Array.from({ length: Math.max(0, count) }, (_, n) =>
    rootOfPerfect(nodesAt(level, groupAt(first + n, hashes))),
  );
}

function groupAt(n: number, hashes: Uint8Array): Hash[] {
  return splitHashes(hashes.subarray(n * GROUP_BYTES, (n + 1) * GROUP_BYTES));
}

/** The root over a power of two of hashes. */
export function rootOfPerfect(hashes: readonly Hash[]): Hash {
  return pyramid(hashes).at(-1)?.[0] as Hash;
}

function pyramid(hashes: readonly Hash[]): Pyramid {
  const levels = [hashes];
  for (let below = hashes; below.length > 1; levels.push(below)) below = pairs(below);
  return levels;
}

/** One that is left over has no pair yet, and is part of no perfect subtree. */
function pairs(hashes: readonly Hash[]): Hash[] {
  return Array.from({ length: Math.floor(hashes.length / 2) }, (_, n) =>
    nodeHash(hashes[2 * n] as Hash, hashes[2 * n + 1] as Hash),
  );
}
