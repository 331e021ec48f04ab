import { HASH_BYTES, type Hash } from '../hash';

/** Hashes in a full tile; a tile spans eight levels of the tree (https://c2sp.org/tlog-tiles). */
export const TILE_WIDTH = 256;

/** Hashes in a group: a tile is kept with the roots of its groups, or each proof would have to hash a whole tile. */
export const GROUP_WIDTH = 16;

/** A place in the log's tiles: hash `n` at tile level `level` is the root over 256^level leaves. */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** How many hashes the log has at a tile level: the roots of full subtrees of 256^level leaves. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** How many hashes a tile has in a log of `size` leaves: 0 if there is no such tile, 256 if it is full. */
export function widthOf({ level, index }: TileId, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH));
}

/** A tile as it is stored and served: its hashes one after the other. */
export function joinHashes(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  hashes.forEach((hash, n) => bytes.set(hash, n * HASH_BYTES));
  return bytes;
}

export function splitHashes(bytes: Uint8Array): Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
}

/** What a path below `/tile/` asks for. */
export interface TileRequest {
  /** `entries` is what the leaves were made from: the hashes of entries. */
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

const TILE_PATH = /^(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;
const LARGEST_LEVEL = 63;

/** Reads `<L>/<N>[.p/<W>]`, such as `0/x001/x234/067.p/12`; undefined if it is not one of those. */
export function parseTilePath(path: string): TileRequest | undefined {
  const [, level = '', index = '', partial] = TILE_PATH.exec(path) ?? [];
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  const isPartial = partial !== undefined;
  if (level === '' || (isPartial && width >= TILE_WIDTH) || Number(level) > LARGEST_LEVEL) return undefined;
  const request = { index: Number(index.replaceAll(/[x/]/g, '')), width };
  // Only the one spelling: `x000/001` is 001.
  if (formatIndex(request.index) !== index) return undefined;
  return { level: level === 'entries' ? level : Number(level), ...request };
}

export function formatTilePath({ level, index, width }: TileRequest): string {
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `${level}/${formatIndex(index)}${partial}`;
}

/** 1234067 is `x001/x234/067`. */
function formatIndex(index: number): string {
  const groups =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  return groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/');
}
