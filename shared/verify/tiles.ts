import { HASH_BYTES, nodeHash, type Hash } from '../hash';

/** A log as it is served (https://c2sp.org/tlog-tiles): by a host, or from a folder. Rejects for what is not there. */
export interface LogSource {
  /** Where it is, as the reader named it. */
  readonly name: string;
  readonly readCheckpoint: () => Promise<string>;
  /** What lies at `tile/<path>`. */
  readonly readTile: (path: string) => Promise<Uint8Array>;
}

const WIDTH = 256;
const HEIGHT = 8;

/** Tells from tiles where a leaf is in a tree of `size` leaves; each tile is read once. */
export class TileTree {
  private readonly tiles = new Map<string, Promise<Uint8Array>>();

  constructor(
    private readonly log: LogSource,
    private readonly size: number,
  ) {}

  /** The siblings of a leaf, its own first (RFC 9162, section 2.1.3.1). */
  async pathOf(index: number, start = 0, end = this.size): Promise<Hash[]> {
    if (end - start <= 1) return [];
    const middle = start + largestPowerBelow(end - start);
    return index < middle
      ? [...(await this.pathOf(index, start, middle)), await this.rootOf(middle, end)]
      : [...(await this.pathOf(index, middle, end)), await this.rootOf(start, middle)];
  }

  /** The hash of the leaf. */
  leafAt(index: number): Promise<Hash> {
    return this.rootOf(index, index + 1);
  }

  private async rootOf(start: number, end: number): Promise<Hash> {
    const depth = Math.log2(end - start);
    if (Number.isInteger(depth)) return this.perfect(start, depth);
    const middle = start + largestPowerBelow(end - start);
    return nodeHash(await this.rootOf(start, middle), await this.rootOf(middle, end));
  }

  /** The root over 2^depth leaves: over a few neighbours in one tile. */
  private async perfect(start: number, depth: number): Promise<Hash> {
    const level = Math.floor(depth / HEIGHT);
    const first = start / WIDTH ** level;
    const count = 2 ** (depth - level * HEIGHT);
    const tile = await this.tile(level, Math.floor(first / WIDTH));
    const offset = first % WIDTH;
    return rootOver(Array.from({ length: count }, (_, n) => hashAt(tile, offset + n)));
  }

  private tile(level: number, index: number): Promise<Uint8Array> {
    const width = Math.min(WIDTH, Math.floor(this.size / WIDTH ** level) - index * WIDTH);
    const path = `${level}/${pathOfIndex(index)}${width < WIDTH ? `.p/${width}` : ''}`;
    const tile = this.tiles.get(path) ?? this.log.readTile(path);
    this.tiles.set(path, tile);
    return tile;
  }
}

const largestPowerBelow = (length: number): number => 2 ** Math.floor(Math.log2(length - 1));

/** @throws {RangeError} where the tile is shorter than the log says */
function hashAt(tile: Uint8Array, n: number): Hash {
  const hash = tile.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES);
  if (hash.length < HASH_BYTES) throw new RangeError('A tile of the log is too short.');
  return hash;
}

function rootOver(hashes: readonly Hash[]): Hash {
  const [only] = hashes;
  if (only && hashes.length === 1) return only;
  const half = hashes.length / 2;
  return nodeHash(rootOver(hashes.slice(0, half)), rootOver(hashes.slice(half)));
}

/** 1234067 is `x001/x234/067`. */
function pathOfIndex(index: number): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  return groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/');
}
