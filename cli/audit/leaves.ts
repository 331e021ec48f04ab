import { isEqual, type Hash } from '../../shared/hash';
import type { Head, LogReader, PublishedCheckpoint } from '../../shared/log/store';
import { TILE_WIDTH } from '../../shared/log/tile';
import { toBase64Url } from '../../shared/verify/base64';
import type { Finding } from './finding';
import { readTile } from './tiles';

/** The log at one moment. */
export interface View {
  readonly head: Head;
  readonly checkpoint: PublishedCheckpoint | undefined;
  /** Leaves that have to be in tiles and index; of those behind, the head's batch says what they are. */
  readonly complete: number;
}

export function viewOf(head: Head, checkpoint: PublishedCheckpoint | undefined): View {
  const complete = Math.max(checkpoint?.size ?? 0, head.size - head.batch.length);
  return { head, checkpoint, complete: Math.min(complete, head.size) };
}

/** The leaves of one tile: hashes of entries. */
export interface Leaves {
  /** Of the tile. */
  readonly index: number;
  readonly hashes: readonly Hash[];
  readonly findings: readonly Finding[];
}

export async function readLeaves(log: LogReader, index: number, { head, complete }: View): Promise<Leaves> {
  const start = index * TILE_WIDTH;
  const tile = await readTile(log, { level: 0, index });
  const saved = tile.hashes.slice(0, head.size - start);
  const wanted = Math.min(TILE_WIDTH, complete - start);
  const batchStart = head.size - head.batch.length;
  const inBatch = (n: number): Hash | undefined => head.batch[start + n - batchStart];
  const differ = saved.flatMap((hash, n) => (isEqual(inBatch(n) ?? hash, hash) ? [] : [otherThanBatch(index, n)]));
  const hashes = [...saved];
  for (let next = inBatch(hashes.length); next && hashes.length < TILE_WIDTH; next = inBatch(hashes.length)) {
    hashes.push(next);
  }
  const short = saved.length < wanted ? [tooShort(0, index, saved.length, wanted)] : [];
  return { index, hashes, findings: [...tile.findings, ...short, ...differ] };
}

function otherThanBatch(index: number, hash: number): Finding {
  const text = `Tile 0/${index}: hash ${hash} is not the one that the head committed as leaf ${index * TILE_WIDTH + hash}.`;
  return { code: 'tileWrong', place: { level: 0, tile: index, hash }, text };
}

export function tooShort(level: number, index: number, has: number, wanted: number): Finding {
  const text = `Tile ${level}/${index} has ${has} hashes; it has to have ${wanted}.`;
  return { code: 'tileWrong', place: { level, tile: index }, text };
}

/** Whether the index names each leaf's place. */
export function checkIndex(
  { index, hashes }: Leaves,
  places: ReadonlyMap<string, number>,
  complete: number,
): Finding[] {
  return hashes.flatMap((hash, n) => {
    const leaf = index * TILE_WIDTH + n;
    const place = places.get(toBase64Url(hash));
    if (place === leaf || (place === undefined && leaf >= complete)) return [];
    const says =
      place === undefined
        ? 'is of no entry that the index knows'
        : `is of the entry that the index has as leaf ${place}`;
    const text = `Tile 0/${index}: hash ${n} (leaf ${leaf}) ${says}.`;
    return [{ code: 'leafNotIndexed', place: { tile: index, hash: n, leaf }, text }];
  });
}
