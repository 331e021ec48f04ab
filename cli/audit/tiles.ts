import { isEqual, leafHash, type Hash } from '../../shared/hash';
import type { LogReader } from '../../shared/log/store';
import { rootOfPerfect } from '../../shared/log/nodes';
import { GROUP_WIDTH, splitHashes, type TileId } from '../../shared/log/tile';
import type { Finding } from './finding';

export interface CheckedTile {
  readonly hashes: readonly Hash[];
  readonly findings: readonly Finding[];
}

/** Reads a tile and checks what it says of itself: the roots over groups of its hashes. */
export async function readTile(log: LogReader, tile: TileId): Promise<CheckedTile> {
  const { hashes, groups } = await log.readTile(tile);
  const own = splitHashes(hashes);
  return { hashes: own, findings: checkGroups(tile, own, splitHashes(groups)) };
}

function checkGroups({ level, index }: TileId, hashes: readonly Hash[], groups: readonly Hash[]): Finding[] {
  const nodes = level === 0 ? hashes.map(leafHash) : hashes;
  return Array.from({ length: Math.floor(nodes.length / GROUP_WIDTH) }, (_, n) => n)
    .filter((n) => !isRoot(groups[n], nodes.slice(n * GROUP_WIDTH, (n + 1) * GROUP_WIDTH)))
    .map((n) => {
      const text = `Tile ${level}/${index}: group ${n} does not follow from the tile's hashes.`;
      return { code: 'tileWrong', place: { level, tile: index, group: n }, text };
    });
}

const isRoot = (hash: Hash | undefined, nodes: readonly Hash[]): boolean =>
  hash !== undefined && isEqual(hash, rootOfPerfect(nodes));
