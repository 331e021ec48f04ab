import { leafHash, type Hash } from '../../shared/hash';
import { verifyConsistency, verifyInclusion } from '../../shared/verify/merkle';

/*
 * The tree that Certificate Transparency's own tests use (RFC 6962 implementations all have it): eight leaves, the root of
 * each size, and some of their proofs.
 */
const hex = (text: string): Hash => Buffer.from(text, 'hex');
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => leafHash(hex(text)),
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);

const N01 = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125';
const N1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const N23 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const N4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const N45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const N67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const N0123 = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7';
const N4567 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';

test.each([
  [0, 1, []],
  [0, 8, [N1, N23, N4567]],
  [5, 8, [N4, N67, N0123]],
  [2, 3, [N01]],
  [1, 5, ['6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d', N23, N4]],
])('leaf %i of %i, as published', (index, size, path) => {
  const holds = (at: number, of: number, nodes: readonly string[]): boolean =>
    verifyInclusion(LEAVES[index] as Hash, at, of, nodes.map(hex), ROOTS[of] as Hash);
  expect(holds(index, size, path)).toBe(true);
  expect(holds(index + 1, size, path)).toBe(false);
  expect(holds(index, size, [...path, N1])).toBe(false);
  if (path.length > 0) expect(holds(index, size, path.slice(0, -1))).toBe(false);
  expect(holds(index, size - 1, path)).toBe(false);
});

test.each([
  [0, 5, []],
  [1, 1, []],
  [1, 8, [N1, N23, N4567]],
  [6, 8, [N45, N67, N0123]],
  [2, 5, [N23, N4]],
])('%i leaves continued by %i, as published', (old, size, path) => {
  const holds = (oldRoot: number, newRoot: number, nodes: readonly string[]): boolean =>
    verifyConsistency(old, ROOTS[oldRoot] as Hash, size, ROOTS[newRoot] as Hash, nodes.map(hex));
  expect(holds(old, size, path)).toBe(true);
  expect(holds(old + 1, size, path)).toBe(false);
  if (old > 0) expect(holds(old, size - 1, path)).toBe(false);
  expect(holds(old, size, [...path, N1])).toBe(false);
  if (path.length > 0) expect(holds(old, size, path.slice(1))).toBe(false);
});

test.each([
  ['an index that is none', -1, 8],
  ['an index between two', 0.5, 8],
  ['a size that is none', 0, NaN],
  ['a size beyond what numbers tell apart', 0, 2 ** 60],
])('%s is no proof', (_what, index, size) => {
  expect(verifyInclusion(LEAVES[0] as Hash, index, size, [], ROOTS[1] as Hash)).toBe(false);
  expect(verifyConsistency(index, ROOTS[1] as Hash, size, ROOTS[1] as Hash, [])).toBe(false);
});

test('a hash is no root of what is larger than itself, nor a tree a continuation of another before it is proved', () => {
  const [root1, root2, root4] = [ROOTS[1] as Hash, ROOTS[2] as Hash, ROOTS[4] as Hash];
  // As if the signed root were the leaf itself, or the older root the newer one.
  expect(verifyInclusion(root1, 0, 8, [], root1)).toBe(false);
  expect(verifyConsistency(4, root4, 8, root4, [])).toBe(false);
  expect(verifyConsistency(6, ROOTS[6] as Hash, 8, ROOTS[8] as Hash, [])).toBe(false);
  expect(verifyConsistency(2, root2, 1, root2, [])).toBe(false);
});

test('places and sizes that are none lead nowhere, whatever the hashes are', () => {
  const root = ROOTS[1] as Hash;
  for (const none of [-1, 0.5]) {
    expect(verifyInclusion(root, none, 1, [], root)).toBe(false);
    expect(verifyConsistency(none, root, 1, root, [root])).toBe(false);
  }
});

test('a tree continues itself, without a path and with no other', () => {
  ROOTS.forEach((root, size) => {
    expect(verifyConsistency(size, root, size, root, [])).toBe(true);
    expect(verifyConsistency(size, root, size, root, [root])).toBe(false);
  });
});

test('a node that is too short or too long is none, whatever was hashed before', () => {
  for (const bytes of [0, 31, 33, 64]) {
    const path = [new Uint8Array(bytes), hex(N23), hex(N4567)];
    expect(verifyInclusion(LEAVES[0] as Hash, 0, 8, path, ROOTS[8] as Hash)).toBe(false);
    expect(verifyConsistency(1, ROOTS[1] as Hash, 8, ROOTS[8] as Hash, path)).toBe(false);
  }
});
