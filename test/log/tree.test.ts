import fc from '../seeded';
import { leafHash, sha256 } from '../../shared/hash';
import { EMPTY_EDGE, grow, rootOf } from '../../shared/log/tree';
import { naiveLeaf, naiveRoot } from './naive-tree';

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/** The test vectors that all implementations of RFC 6962 share: the roots over the first 1, 2, ... of these leaves. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots are those of the published vectors', () => {
  expect(hex(rootOf(EMPTY_EDGE))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  ROOTS.forEach((root, n) => {
    const leaves = LEAVES.slice(0, n + 1).map((leaf) => leafHash(Buffer.from(leaf, 'hex')));
    expect(hex(rootOf(grow(EMPTY_EDGE, leaves)))).toBe(root);
  });
});

test('an edge has as many hashes as bits are set in the size, and grows in any steps to the same root', () => {
  const leaves = Array.from({ length: 600 }, (_, n) => sha256(`leaf ${n}`));
  const hashes = leaves.map(leafHash);
  const steps = fc.array(fc.nat(90), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (lengths) => {
      let edge = EMPTY_EDGE;
      for (const length of lengths) edge = grow(edge, hashes.slice(edge.size, edge.size + length));
      expect(edge.hashes).toHaveLength(edge.size.toString(2).replaceAll('0', '').length);
      expect(hex(rootOf(edge))).toBe(naiveRoot(leaves.slice(0, edge.size).map(naiveLeaf)).toString('hex'));
    }),
  );
});
