import {
  EMPTY_HEAD,
  EMPTY_TILE,
  type Head,
  type Leaf,
  type LogStore,
  type PublishedCheckpoint,
  type StoredTile,
} from '../../shared/log/store';
import type { TileId } from '../../shared/log/tile';

/** Where a compact index is still exact enough: two of ten million hashes are alike in their first 52 bits once in 90 logs. */
const INDEX_BYTES = 6;

/** A log's store in memory that has room for ten million leaves, and counts what is asked of it. */
export class CompactLog implements LogStore {
  private readonly tiles = new Map<string, StoredTile>();
  private readonly leaves = new Map<number, number>();
  private readonly keys = new Set<string>();
  private head: Head = EMPTY_HEAD;
  private checkpoint: PublishedCheckpoint | undefined;
  readonly counts = { tilesRead: 0, tilesWritten: 0 };

  readHead = async (): Promise<Head> => this.head;
  readCheckpoint = async (): Promise<PublishedCheckpoint | undefined> => this.checkpoint;
  readVerifierKeys = async (): Promise<readonly string[]> => [...this.keys];

  async readTile(tile: TileId): Promise<StoredTile> {
    this.counts.tilesRead += 1;
    return this.tiles.get(keyOf(tile)) ?? EMPTY_TILE;
  }

  async findLeaves(entries: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = entries.map((entry) => [entry, this.leaves.get(shortened(entry))] as const);
    return new Map(found.filter((pair): pair is readonly [string, number] => pair[1] !== undefined));
  }

  async commitHead(head: Head, oldSize: number): Promise<boolean> {
    if (this.head.size !== oldSize) return false;
    this.head = head;
    return true;
  }

  async growTile(tile: TileId, { hashes, groups }: StoredTile): Promise<void> {
    this.counts.tilesWritten += 1;
    // Copies, as what is given are views of a whole batch.
    this.tiles.set(keyOf(tile), { hashes: hashes.slice(), groups: groups.slice() });
  }

  async saveLeaves(leaves: readonly Leaf[]): Promise<void> {
    for (const { entry, index } of leaves) this.leaves.set(shortened(entry), index);
  }

  async publish(checkpoint: PublishedCheckpoint): Promise<void> {
    this.checkpoint = checkpoint;
  }

  async saveVerifierKey(key: string): Promise<void> {
    this.keys.add(key);
  }
}

const keyOf = ({ level, index }: TileId): string => `${level}/${index}`;

function shortened(entry: string): number {
  return Buffer.from(entry, 'base64url').readUIntBE(0, INDEX_BYTES);
}
