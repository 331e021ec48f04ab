import { Frontier, type Node } from '../../cli/audit/frontier';
import { sha256 } from '../../shared/hash';
import { grow, rootOf } from '../../shared/log/tree';
import { naiveRoot } from '../log/naive-tree';

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
/** Stand for the roots of full tiles of leaves. */
const roots = Array.from({ length: 600 }, (_, n) => sha256(`tile ${n}`));

test.each([0, 1, 3, 255, 256, 257, 511, 512, 600])('says the root and the edge after %d tiles', (count) => {
  const frontier = Frontier.from(0, []);
  roots.slice(0, count).forEach((root) => frontier.add(root));
  const tree = grow({ size: 0, hashes: [] }, roots.slice(0, count));
  expect(frontier.edgeWith([]).map(hex)).toEqual(tree.hashes.map(hex));
  expect(hex(frontier.rootWith([]))).toBe(hex(rootOf(tree)));
  expect(hex(rootOf(tree))).toBe(naiveRoot(roots.slice(0, count).map((root) => Buffer.from(root))).toString('hex'));
});

test('says which hashes follow above, also after it was saved', () => {
  let frontier = Frontier.from(0, []);
  const nodes: Node[] = [];
  roots.forEach((root, tiles) => {
    nodes.push(...frontier.add(root));
    frontier = Frontier.from(tiles + 1, JSON.parse(JSON.stringify(frontier)) as string[][]);
  });
  const level = (wanted: number): string[] =>
    nodes.filter((node) => node.level === wanted).map(({ hash }) => hex(hash));
  expect(level(1)).toEqual(roots.map(hex));
  expect(level(2)).toEqual(
    [0, 1].map((n) => naiveRoot(roots.slice(n * 256, (n + 1) * 256).map((root) => Buffer.from(root))).toString('hex')),
  );
  expect(nodes.filter((node) => node.level === 2).map(({ at }) => at)).toEqual([0, 1]);
});
