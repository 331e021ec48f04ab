import {
  EMPTY_HEAD,
  EMPTY_TILE,
  type Head,
  type Leaf,
  type LogStore,
  type PublishedCheckpoint,
  type StoredTile,
  type WitnessState,
  type WitnessStore,
} from '../../shared/log/store';
import type { TileId } from '../../shared/log/tile';

const keyOf = ({ level, index }: TileId): string => `${level}/${index}`;

/** Keeps the promises of a log's store in memory. */
export class MemoryLog implements LogStore, WitnessStore {
  readonly tiles = new Map<string, StoredTile>();
  readonly leaves = new Map<string, number>();
  readonly keys: string[] = [];
  readonly witnesses = new Map<string, WitnessState>();
  head: Head = EMPTY_HEAD;
  checkpoint: PublishedCheckpoint | undefined;

  readHead = async (): Promise<Head> => this.head;
  readCheckpoint = async (): Promise<PublishedCheckpoint | undefined> => this.checkpoint;
  readWitnesses = async (): Promise<readonly WitnessState[]> => [...this.witnesses.values()];
  readVerifierKeys = async (): Promise<readonly string[]> => this.keys;

  async readTile(tile: TileId): Promise<StoredTile> {
    return this.tiles.get(keyOf(tile)) ?? EMPTY_TILE;
  }

  async findLeaves(entries: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (const entry of entries) {
      const index = this.leaves.get(entry);
      if (index !== undefined) found.set(entry, index);
    }
    return found;
  }

  async commitHead(head: Head, oldSize: number): Promise<boolean> {
    if (this.head.size !== oldSize) return false;
    this.head = head;
    return true;
  }

  async growTile(tile: TileId, stored: StoredTile): Promise<void> {
    const had = this.tiles.get(keyOf(tile))?.hashes.length ?? 0;
    if (stored.hashes.length > had) this.tiles.set(keyOf(tile), stored);
  }

  async saveLeaves(leaves: readonly Leaf[]): Promise<void> {
    for (const { entry, index } of leaves) this.leaves.set(entry, index);
  }

  async publish(checkpoint: PublishedCheckpoint): Promise<void> {
    if (checkpoint.size > (this.checkpoint?.size ?? 0)) this.checkpoint = checkpoint;
  }

  async saveVerifierKey(key: string): Promise<void> {
    if (!this.keys.includes(key)) this.keys.push(key);
  }

  async saveWitness(state: WitnessState): Promise<void> {
    const had = this.witnesses.get(state.key)?.cosigned?.size ?? 0;
    if (had <= (state.cosigned?.size ?? 0)) this.witnesses.set(state.key, state);
  }
}
