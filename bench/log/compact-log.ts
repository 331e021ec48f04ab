import { randomFillSync } from 'node:crypto';
import { HASH_BYTES } from '../../shared/hash';
import { seedSigner } from '../../shared/log/seed-signer';
import { LARGEST_BATCH, sequence } from '../../shared/log/sequencer';
import type { Leaf, StoredTile } from '../../shared/log/store';
import type { TileId } from '../../shared/log/tile';
import { MemoryLog } from '../../test/log/memory-log';

/**
 * Where a compact index is still exact enough: two of ten million hashes are alike in their first 52 bits once in 90
 * logs.
 */
const INDEX_BYTES = 6;

/** A log's store in memory that has room for ten million leaves, and counts what is asked of it. */
export class CompactLog extends MemoryLog {
  private readonly places = new Map<number, number>();
  readonly counts = { tilesRead: 0, tilesWritten: 0 };

  override async readTile(tile: TileId): Promise<StoredTile> {
    this.counts.tilesRead += 1;
    return super.readTile(tile);
  }

  override async findLeaves(entries: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = entries.map((entry) => [entry, this.places.get(shortened(entry))] as const);
    return new Map(found.filter((pair): pair is readonly [string, number] => pair[1] !== undefined));
  }

  override growTile(tile: TileId, { hashes, groups }: StoredTile): Promise<void> {
    this.counts.tilesWritten += 1;
    // Copies, as what is given are views of a whole batch.
    return super.growTile(tile, { hashes: hashes.slice(), groups: groups.slice() });
  }

  override async saveLeaves(leaves: readonly Leaf[]): Promise<void> {
    for (const { entry, index } of leaves) this.places.set(shortened(entry), index);
  }
}

function shortened(entry: string): number {
  return Buffer.from(entry, 'base64url').readUIntBE(0, INDEX_BYTES);
}

const ORIGIN = 'consent.example.com/log';
const signers = [seedSigner(ORIGIN, Buffer.alloc(HASH_BYTES, 1))];

export const take = (entries: readonly string[], store: CompactLog): Promise<number> =>
  sequence(entries, { store, origin: ORIGIN, signers });

/** Hashes of entries are random to the log. */
export function someEntries(count: number): string[] {
  const bytes = randomFillSync(Buffer.alloc(count * HASH_BYTES));
  return Array.from({ length: count }, (_, n) => bytes.toString('base64url', n * HASH_BYTES, (n + 1) * HASH_BYTES));
}

export async function fill(store: CompactLog, from: number, to: number): Promise<void> {
  for (let size = from; size < to; size += LARGEST_BATCH) {
    await take(someEntries(Math.min(LARGEST_BATCH, to - size)), store);
  }
}
