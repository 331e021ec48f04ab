import { EMPTY_ROOT, isEqual, type Hash } from '../../shared/hash';
import type { LogReader } from '../../shared/log/store';
import { TILE_WIDTH } from '../../shared/log/tile';
import type { Finding } from './finding';
import type { Node } from './frontier';
import { tooShort } from './leaves';
import { readTile, type CheckedTile } from './tiles';

/** Compares tiles above level 0 with what follows from those below. */
export class UpperTiles {
  /** The tile that is looked at, by level: they are looked at from left to right. */
  private readonly tiles: (CheckedTile & { readonly index: number })[] = [];

  constructor(private readonly log: LogReader) {}

  /** The root of a tile of leaves, as the level above has it: for going on after a tile that is not whole. */
  async rootOfLeaves(index: number): Promise<Hash> {
    const { hashes } = await this.read(1, Math.floor(index / TILE_WIDTH));
    return hashes[index % TILE_WIDTH] ?? EMPTY_ROOT;
  }

  async check({ level, at, hash }: Node): Promise<Finding[]> {
    const [index, n] = [Math.floor(at / TILE_WIDTH), at % TILE_WIDTH];
    const { hashes, findings } = await this.read(level, index);
    const ofTile = n === 0 ? findings : [];
    const saved = hashes[n];
    if (!saved) return [...ofTile, tooShort(level, index, hashes.length, n + 1)];
    const text = `Tile ${level}/${index}: hash ${n} does not follow from tile ${level - 1}/${at}.`;
    const wrong: Finding = { code: 'tileWrong', place: { level, tile: index, hash: n }, text };
    return isEqual(saved, hash) ? [...ofTile] : [...ofTile, wrong];
  }

  private async read(level: number, index: number): Promise<CheckedTile> {
    const known = this.tiles[level];
    if (known?.index === index) return known;
    const tile = { index, ...(await readTile(this.log, { level, index })) };
    this.tiles[level] = tile;
    return tile;
  }
}
