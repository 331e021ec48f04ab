import { leafHash, type Hash } from '../../shared/hash';
import type { LogStore } from '../../shared/log/store';
import { splitHashes } from '../../shared/log/tile';
import { naiveLeaf, naiveRoot } from './naive-tree';

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
const id = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url');

/**
 * Audits a whole log: each of the entries is in it exactly once and nothing else is, tiles and index say the same, and
 * its checkpoint is signed over just that. Answers the entries in the order of the log.
 */
export async function checkLog(store: LogStore, entries: readonly string[]): Promise<string[]> {
  const { size, batch } = await store.readHead();
  expect(size).toBe(new Set(entries).size);
  const inOrder = await readLevel(store, 0, size);
  expect(inOrder.map(id).sort()).toEqual([...new Set(entries)].sort());
  expect(inOrder.slice(size - batch.length).map(hex)).toEqual(batch.map(hex));
  const places = new Map(inOrder.map((entry, index) => [id(entry), index]));
  expect(new Map([...(await store.findLeaves(entries))].sort())).toEqual(new Map([...places].sort()));
  await checkTiles(store, inOrder.map(leafHash), size);
  const note = (await store.readCheckpoint())?.note;
  const root = naiveRoot(inOrder.map(naiveLeaf)).toString('base64');
  expect(note?.split('\n').slice(1, 4)).toEqual(size === 0 ? undefined : [String(size), root, '']);
  return inOrder.map(id);
}

async function checkTiles(store: LogStore, leaves: readonly Hash[], size: number): Promise<void> {
  let below = leaves;
  for (let level = 1; 256 ** level <= size; level++) {
    const full = Array.from({ length: Math.floor(below.length / 256) }, (_, n) =>
      naiveRoot(below.slice(n * 256, (n + 1) * 256)),
    );
    const hashes = await readLevel(store, level, size);
    expect(hashes.map(hex)).toEqual(full.map(hex));
    below = full;
  }
}

/** All hashes of a tile level; that of entries at level 0. */
async function readLevel(store: LogStore, level: number, size: number): Promise<Hash[]> {
  const count = Math.floor(size / 256 ** level);
  const tiles = Array.from({ length: Math.ceil(count / 256) }, (_, index) => store.readTile({ level, index }));
  return (await Promise.all(tiles)).flatMap(({ hashes }) => splitHashes(hashes));
}
