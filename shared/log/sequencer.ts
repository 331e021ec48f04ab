import { HASH_BYTES, leafHash, type Hash } from '../hash';
import { checkpointText } from './checkpoint';
import { signNote, verifierKey, type NoteSigner } from './note';
import { groupRoots, rootOfPerfect } from './nodes';
import { AT_ONCE, untilTurn, type Pace } from './pace';
import { EMPTY_TILE, type Head, type Leaf, type LogStore, type StoredTile } from './store';
import { GROUP_WIDTH, joinHashes, splitHashes, TILE_WIDTH } from './tile';
import { grow, rootOf } from './tree';

export interface Sequencer {
  readonly store: LogStore;
  readonly origin: string;
  /** Each signs every checkpoint; more than one while keys change. */
  readonly signers: readonly NoteSigner[];
}

/** As many entries as the hash of each fits into one item of 400 KB along with the rest of the head. */
export const LARGEST_BATCH = 10_000;

const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

/**
 * Takes entries into the log, by their hashes (base64url), each exactly once however often it comes.
 *
 * 1. Read the head, and wait until it had its time: whoever committed it finishes and publishes it meanwhile, so nobody
 *    does that a second time unless it was left undone. A crash leaves nothing.
 * 2. Finish its batch, if nobody did: tiles and index. They follow from the head alone, so whoever writes them writes
 *    the same, and a crash leaves what the next run goes on with.
 * 3. Leave out what is in the index: after 2 it has every entry that is in the log. A crash leaves nothing.
 * 4. Commit: one conditional write of the head, old size -> new size. Now the entries are in the log, and in this order
 *    for good; if somebody else was faster, begin again. A crash leaves a head with its batch to be finished.
 * 5. Finish the new batch, like 2.
 * 6. Sign and publish. A crash before leaves a log whose newest entries nobody sees yet: the next run publishes them,
 *    and as these entries were not acknowledged, the stream brings them again.
 *
 * @returns how many of the entries were new
 */
export async function sequence(
  entries: readonly string[],
  sequencer: Sequencer,
  pace: Pace = AT_ONCE,
): Promise<number> {
  const { head, count, isPublished } = await commit(entries, sequencer.store, pace);
  if (!isPublished) await publish(head, sequencer);
  return count;
}

export interface Committed {
  readonly head: Head;
  /** How many of the entries were new. */
  readonly count: number;
  readonly isPublished: boolean;
}

/** Steps 1 to 5, for who has no key to sign with: the next run of the sequencer publishes what came in. */
export async function commit(entries: readonly string[], store: LogStore, pace: Pace = AT_ONCE): Promise<Committed> {
  const wanted = [...new Set(entries)];
  if (wanted.length > LARGEST_BATCH) throw new RangeError(`A batch has at most ${LARGEST_BATCH} entries.`);
  for (let waits = 0, waitedFor = -1; ;) {
    const [head, checkpoint] = await Promise.all([store.readHead(), store.readCheckpoint()]);
    // Once for each head, as the clock of whoever committed it may be ahead.
    const early = head.size === waitedFor ? 0 : untilTurn(head.at, waits, pace);
    if (early > 0) {
      [waits, waitedFor] = [waits + 1, head.size];
      await pace.wait(early);
      continue;
    }
    const isPublished = checkpoint !== undefined && checkpoint.size >= head.size;
    if (!isPublished) await finish(head, store);
    const known = await store.findLeaves(wanted);
    const fresh = wanted.filter((entry) => !known.has(entry));
    if (fresh.length === 0) return { head, count: 0, isPublished };
    const next = extend(head, fresh, pace.now());
    if (!(await store.commitHead(next, head.size))) continue;
    await finish(next, store);
    return { head: next, count: fresh.length, isPublished: false };
  }
}

function extend(head: Head, entries: readonly string[], at: number): Head {
  const batch = entries.map((entry) => Buffer.from(entry, 'base64url'));
  return { ...grow(head, batch.map(leafHash)), batch, at };
}

/** Writes what a head's batch adds to tiles and index. */
async function finish({ size, batch }: Head, store: LogStore): Promise<void> {
  const start = size - batch.length;
  const leaves = batch.map((hash, n): Leaf => ({ entry: Buffer.from(hash).toString('base64url'), index: start + n }));
  await Promise.all([growTiles(start, batch, store), store.saveLeaves(leaves)]);
}

/** Level by level: each tile that becomes full gives one hash to the level above. */
async function growTiles(start: number, batch: readonly Hash[], store: LogStore): Promise<void> {
  let [first, added] = [start, batch];
  for (let level = 0; added.length > 0; level++) {
    const tiles = await tilesWith(level, first, added, store);
    await Promise.all(tiles.map(({ index, ...stored }) => store.growTile({ level, index }, stored)));
    const full = tiles.filter(({ hashes }) => hashes.length === TILE_BYTES);
    added = full.map(({ groups }) => rootOfPerfect(splitHashes(groups)));
    first = Math.floor(first / TILE_WIDTH);
  }
}

interface Tile extends StoredTile {
  readonly index: number;
}

/** The tiles of a level that have the hashes from `first` on; the first of them goes on with what it had before. */
async function tilesWith(level: number, first: number, added: readonly Hash[], store: LogStore): Promise<Tile[]> {
  const firstTile = Math.floor(first / TILE_WIDTH);
  const before = first % TILE_WIDTH;
  const had = before === 0 ? EMPTY_TILE : await store.readTile({ level, index: firstTile });
  const hashes = Buffer.concat([had.hashes.subarray(0, before * HASH_BYTES), joinHashes(added)]);
  const groups = had.groups.subarray(0, Math.floor(before / GROUP_WIDTH) * HASH_BYTES);
  return Array.from({ length: Math.ceil(hashes.length / TILE_BYTES) }, (_, n) => {
    const own = hashes.subarray(n * TILE_BYTES, (n + 1) * TILE_BYTES);
    return { index: firstTile + n, hashes: own, groups: groupsOf(level, own, n === 0 ? groups : EMPTY_TILE.groups) };
  });
}

/** Those that are known from before need not be made again. */
function groupsOf(level: number, hashes: Uint8Array, known: Uint8Array): Uint8Array {
  return Buffer.concat([known, ...groupRoots(level, hashes, known.length / HASH_BYTES)]);
}

async function publish(head: Head, { store, origin, signers }: Sequencer): Promise<void> {
  if (head.size === 0) return;
  const note = await signNote(checkpointText({ origin, size: head.size, root: rootOf(head) }), signers);
  // First, so that nobody meets a signature of a key that nobody knows.
  await Promise.all(signers.map((signer) => store.saveVerifierKey(verifierKey(signer))));
  await store.publish({ size: head.size, note });
}
