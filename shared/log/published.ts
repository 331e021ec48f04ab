import { HASH_BYTES, leafHash, type Hash } from '../hash';
import type { LogReader } from './store';
import { hashesAt, joinHashes, splitHashes, TILE_WIDTH, type TileRequest } from './tile';
import { withCosignatures } from './witness';

/** The newest checkpoint, with the cosignatures of witnesses that know it already; undefined while the log is empty. */
export async function publishedNote(log: LogReader): Promise<string | undefined> {
  const [published, witnesses] = await Promise.all([log.readCheckpoint(), log.readWitnesses()]);
  return published && withCosignatures(published, witnesses).note;
}

/** A tile, only as far as the checkpoint goes: what lies beyond is not signed yet. */
export async function publishedTile(
  log: LogReader,
  { level, index, width }: TileRequest,
): Promise<Uint8Array | undefined> {
  const { hashes } = await log.readTile({ level: level === 'entries' ? 0 : level, index });
  const size = (await log.readCheckpoint())?.size ?? 0;
  const isPublished = index * TILE_WIDTH + width <= hashesAt(level === 'entries' ? 0 : level, size);
  if (hashes.length < width * HASH_BYTES || !isPublished) return undefined;
  return bytesOf(level, splitHashes(hashes.subarray(0, width * HASH_BYTES)));
}

function bytesOf(level: TileRequest['level'], hashes: readonly Hash[]): Uint8Array {
  if (level === 'entries') return Buffer.concat(hashes.flatMap((hash) => [Uint8Array.of(0, hash.length), hash]));
  return joinHashes(level === 0 ? hashes.map(leafHash) : hashes);
}
