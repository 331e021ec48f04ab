import type { Hash } from '../hash';
import type { TileId } from './tile';
import { EMPTY_EDGE, type Edge } from './tree';

/** What the log consists of from the moment that it was committed; everything else follows from it. */
export interface Head extends Edge {
  /** The hashes of the last entries that came in, up to the newest: all that tiles and index may still lack. */
  readonly batch: readonly Hash[];
  /** When it was committed, by the clock of whoever did: epoch milliseconds, 0 if nobody did. */
  readonly at: number;
}

export const EMPTY_HEAD: Head = { ...EMPTY_EDGE, batch: [], at: 0 };

/** A checkpoint as everybody may see it. */
export interface PublishedCheckpoint {
  readonly size: number;
  /** Signed; see `note.ts`. */
  readonly note: string;
}

/** A checkpoint that a witness cosigned. */
export interface CosignedCheckpoint extends PublishedCheckpoint {
  /** The witness's signature line, which belongs below the note's own. */
  readonly cosignature: string;
  /** When it cosigned, as it says (ISO 8601). */
  readonly at: string;
}

/**
 * Why a witness does not cosign: it says that the log has another history; it knows the log or its keys not; no answer
 * came; or one that is none.
 */
export type WitnessProblem = 'contradicts' | 'refuses' | 'silent' | 'garbles';

/** What is known of a witness (https://c2sp.org/tlog-witness). */
export interface WitnessState {
  /** Its verifier key. */
  readonly key: string;
  /** The newest that it cosigned. */
  readonly cosigned?: CosignedCheckpoint;
  /** What keeps it from cosigning, and since when (ISO 8601). */
  readonly problem?: { readonly kind: WitnessProblem; readonly since: string };
}

/** An entry's place in the log. */
export interface Leaf {
  /** The entry's hash, base64url as the ledger has it. */
  readonly entry: string;
  readonly index: number;
}

/** A tile as it is kept: hashes one after the other, as whoever reads one needs few of them. */
export interface StoredTile {
  /** At level 0 the hashes of entries, which leaves are made from; above those of subtrees. */
  readonly hashes: Uint8Array;
  /** The roots over each {@link GROUP_WIDTH} of them that are complete. */
  readonly groups: Uint8Array;
}

export const EMPTY_TILE: StoredTile = { hashes: new Uint8Array(), groups: new Uint8Array() };

/** Where the log is kept. Reads see every write that returned before they were called. */
export interface LogReader {
  /** A tile as far as it has grown by now; {@link EMPTY_TILE} where there is none. */
  readTile(tile: TileId): Promise<StoredTile>;
  /** The newest published checkpoint; whatever it spans is in the tiles and in the index. */
  readCheckpoint(): Promise<PublishedCheckpoint | undefined>;
  /** The places of those of the entries that are in the index. */
  findLeaves(entries: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The keys that ever signed a checkpoint, as verifiers take them, the oldest first. */
  readVerifierKeys(): Promise<readonly string[]>;
  /** All witnesses that were ever asked. */
  readWitnesses(): Promise<readonly WitnessState[]>;
}

/**
 * What the sequencer needs. A write is durable when it returns; when it throws, it may have been made or not. All of
 * them may be made again, at the same time and by others too, and leave the same.
 */
export interface LogStore extends LogReader {
  readHead(): Promise<Head>;
  /**
   * Puts a head in the place of the one of size `oldSize`, and never of another.
   *
   * @returns whether it was put: false if the head is of another size by now, which can be this very one, put by a call
   *   whose answer was lost
   */
  commitHead(head: Head, oldSize: number): Promise<boolean>;
  /** Saves a tile unless it is there with as many hashes or more. */
  growTile(tile: TileId, stored: StoredTile): Promise<void>;
  saveLeaves(leaves: readonly Leaf[]): Promise<void>;
  /** Publishes a checkpoint unless one of that size or larger is. */
  publish(checkpoint: PublishedCheckpoint): Promise<void>;
  saveVerifierKey(key: string): Promise<void>;
}

/** Where it is kept what witnesses said. */
export interface WitnessStore extends LogReader {
  /** Saves what is known of a witness, unless it is known to have cosigned a larger log. */
  saveWitness(state: WitnessState): Promise<void>;
}
