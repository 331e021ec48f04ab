import fc from '../seeded';
import { toBase64 } from '../../shared/verify/base64';
import { LogTree } from '../../shared/verify/log-tree';
import { verifyInclusion } from '../../shared/verify/merkle';
import { naiveLeaf, naivePath, naiveRoot } from '../log/naive-tree';

const leaves = Array.from({ length: 21 }, (_, n) => naiveLeaf(Buffer.from(`entry ${n}`)));
const pathOf = (index: number, size: number): string[] => naivePath(index, leaves.slice(0, size)).map(toBase64);
const treeOf = (size: number): LogTree => new LogTree(size, naiveRoot(leaves.slice(0, size)));

/** A tree that has seen the proofs of all leaves but one. */
function knowing(size: number, but: number): LogTree {
  const tree = treeOf(size);
  for (let n = 0; n < size; n++) if (n !== but) expect(tree.includes(leaves[n]!, n, pathOf(n, size))).toBe(true);
  return tree;
}

const place = fc.integer({ min: 2, max: leaves.length }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));

test('a proof that was cut short or goes on proves nothing, also where it meets one that is known', () => {
  fc.assert(
    fc.property(place, ([index, size]) => {
      const path = pathOf(index, size);
      for (const tree of [treeOf(size), knowing(size, index)]) {
        for (let length = 0; length < path.length; length++) {
          expect(tree.includes(leaves[index]!, index, path.slice(0, length))).toBe(false);
        }
        expect(tree.includes(leaves[index]!, index, [...path, path[0]!])).toBe(false);
        expect(tree.includes(leaves[index]!, index, path)).toBe(true);
      }
    }),
  );
});

test('a proof proves one leaf in one place, and with each of its hashes, also where it meets one that is known', () => {
  fc.assert(
    fc.property(place, fc.nat(), ([index, size], n) => {
      const [path, other] = [pathOf(index, size), (index + 1) % size];
      const changed = path.with(n % path.length, toBase64(naiveLeaf(Buffer.from('another'))));
      for (const tree of [treeOf(size), knowing(size, index)]) {
        expect(tree.includes(leaves[other]!, index, path)).toBe(false);
        expect(tree.includes(leaves[index]!, index, changed)).toBe(false);
        expect(tree.includes(leaves[index]!, index, path.with(n % path.length, 'no base64'))).toBe(false);
        for (const at of [-1, size, index + 0.5, NaN]) expect(tree.includes(leaves[index]!, at, path)).toBe(false);
        expect(tree.includes(leaves[index]!, index, path)).toBe(true);
      }
    }),
  );
});

test('what did not lead to the root is not learnt', () => {
  const tree = treeOf(8);
  const forged = [...pathOf(0, 8).slice(0, -1), toBase64(leaves[7]!)];
  expect(tree.includes(leaves[0]!, 0, forged)).toBe(false);
  expect(tree.includes(leaves[1]!, 1, [toBase64(leaves[0]!), ...forged.slice(1)])).toBe(false);
  expect(tree.includes(leaves[1]!, 1, pathOf(1, 8))).toBe(true);
});

test('no place is beyond the tree, though the way there may be the same, and no leaf is the root of more than itself', () => {
  expect(treeOf(1).includes(leaves[0]!, 0, [])).toBe(true);
  expect(treeOf(1).includes(leaves[0]!, 1, [])).toBe(false);
  for (const tree of [treeOf(8), knowing(8, 0)]) expect(tree.includes(leaves[0]!, 8, pathOf(0, 8))).toBe(false);
  expect(new LogTree(8, leaves[0]!).includes(leaves[0]!, 0, [])).toBe(false);
});

test('it says what a check without memory says', () => {
  fc.assert(
    fc.property(place, fc.nat(20), ([index, size], leaf) => {
      const path = naivePath(index, leaves.slice(0, size));
      const says = verifyInclusion(leaves[leaf]!, index, size, path, naiveRoot(leaves.slice(0, size)));
      expect(knowing(size, index).includes(leaves[leaf]!, index, path.map(toBase64))).toBe(says);
    }),
  );
});
