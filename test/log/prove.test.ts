import fc from '../seeded';
import { leafHash, sha256, type Hash } from '../../shared/hash';
import { proveConsistency, proveInclusion, readRoot } from '../../shared/log/prove';
import { seedSigner } from '../../shared/log/seed-signer';
import { sequence } from '../../shared/log/sequencer';
import { nodesOf } from '../../shared/log/nodes';
import { EMPTY_TILE } from '../../shared/log/store';
import { EMPTY_EDGE, grow, rootOf } from '../../shared/log/tree';
import { verifyConsistency, verifyInclusion } from '../../shared/verify/merkle';
import { MemoryLog } from './memory-log';
import { naivePath } from './naive-tree';

const LARGEST = 600;
const entries = Array.from({ length: LARGEST }, (_, n) => sha256(`entry ${n}`));
const leaves = entries.map(leafHash);
const roots: Hash[] = [];
let read: ReturnType<typeof nodesOf>;

beforeAll(async () => {
  const log = new MemoryLog();
  const ids = entries.map((entry) => Buffer.from(entry).toString('base64url'));
  const signers = [seedSigner('log', Buffer.alloc(32))];
  await sequence(ids, { store: log, origin: 'log', signers });
  read = nodesOf(log);
  let edge = EMPTY_EDGE;
  for (const leaf of [undefined, ...leaves]) {
    edge = grow(edge, leaf ? [leaf] : []);
    roots.push(rootOf(edge));
  }
});

const FULL = { hashes: new Uint8Array(256 * 32), groups: new Uint8Array(16 * 32) };
const sizes = Array.from({ length: LARGEST + 1 }, (_, size) => size);
/**
 * What a proof looks like follows from the bits of the size and from where tiles and their groups of sixteen end: all sizes
 * up to four groups and a bit, those around the end of each tile, and the largest. Properties draw from those between.
 */
const telling = sizes.filter((size) => size <= 70 || size % 256 <= 2 || size % 256 >= 254 || size === LARGEST);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const rootAt = (size: number): Hash => roots[size] as Hash;

test('each leaf of each tree is proven, and no other in its place', async () => {
  let proven = 0;
  for (const size of telling) {
    for (let index = 0; index < size; index++) {
      const path = await proveInclusion(index, size, read);
      const holds = (leaf: number, at: number) => verifyInclusion(leaves[leaf] as Hash, at, size, path, rootAt(size));
      if (holds(index, index)) proven += 1;
      if (size > 1 && (holds((index + 1) % size, index) || holds(index, (index + 1) % size))) proven = NaN;
    }
  }
  expect(proven).toBe(sum(telling));
});

test('each pair of trees is proven to be consistent, and with no other root', async () => {
  let proven = 0;
  for (const size of telling) {
    for (let old = 0; old <= size; old++) {
      const path = await proveConsistency(old, size, read);
      if (verifyConsistency(old, rootAt(old), size, rootAt(size), path)) proven += 1;
      const other = rootAt(old === 0 ? 1 : old - 1);
      if (verifyConsistency(old, other, size, rootAt(size), path)) proven = NaN;
    }
  }
  expect(proven).toBe(sum(telling.map((size) => size + 1)));
});

test('so is any other pair', async () => {
  const pair = fc.nat(LARGEST).chain((size) => fc.tuple(fc.nat(size), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(pair, async ([old, size]) => {
      const path = await proveConsistency(old, size, read);
      expect(verifyConsistency(old, rootAt(old), size, rootAt(size), path)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('paths are those of the specification, hash by hash', async () => {
  const place = fc.integer({ min: 1, max: LARGEST }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(place, async ([index, size]) => {
      const path = await proveInclusion(index, size, read);
      const naive = naivePath(index, leaves.slice(0, size));
      expect(path.map((hash) => Buffer.from(hash))).toEqual(naive);
    }),
    { numRuns: 300 },
  );
});

test('the root of any earlier tree can be read from the tiles', async () => {
  for (const size of sizes) expect(Buffer.from(await readRoot(size, read))).toEqual(Buffer.from(rootAt(size)));
});

test('what is not in the tree is not proven', async () => {
  await expect(proveInclusion(3, 3, read)).rejects.toThrow('A tree of 3 leaves has no leaf 3.');
  await expect(proveInclusion(-1, 3, read)).rejects.toThrow(RangeError);
  await expect(proveConsistency(4, 3, read)).rejects.toThrow('3 leaves do not continue 4.');
});

test('a tile that is not all there gives no proof, rather than a wrong one', async () => {
  const short = nodesOf({ readTile: async () => ({ ...EMPTY_TILE, hashes: entries[0] as Hash }) });
  await expect(proveInclusion(0, 5, short)).rejects.toThrow('Tile 0/0 does not reach as far as leaf 1.');
});

test('a proof reads two tiles of each level at most', async () => {
  const size = fc.integer({ min: 2, max: 2 ** 40 });
  const place = size.chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
  await fc.assert(
    fc.asyncProperty(place, async ([index, size]) => {
      const tiles = new Set<string>();
      const counting = async ({ level, index }: { level: number; index: number }) => {
        tiles.add(`${level}/${index}`);
        return FULL;
      };
      await proveInclusion(index, size, nodesOf({ readTile: counting }));
      expect(tiles.size).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size) / 8));
    }),
    { numRuns: 500 },
  );
});
