import { EMPTY_ROOT, nodeHash, type Hash } from '../hash';
import type { Nodes, Subtree } from './nodes';

/** Leaves `start` up to, but without, `end`. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * That leaf `index` is in the tree of `size` leaves: PATH(m, D[n]) of RFC 6962, section 2.1.1, the leaf's sibling first.
 *
 * @throws {RangeError} when the tree has no such leaf
 */
export async function proveInclusion(index: number, size: number, nodes: Nodes): Promise<Hash[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  return rootsOf(inclusionRanges(index, { start: 0, end: size }), nodes);
}

/**
 * That the tree of `newSize` leaves continues that of `oldSize`: PROOF(m, D[n]) of RFC 6962, section 2.1.2.
 *
 * @throws {RangeError} when the old tree is larger than the new one
 */
export async function proveConsistency(oldSize: number, newSize: number, nodes: Nodes): Promise<Hash[]> {
  if (!(oldSize >= 0 && oldSize <= newSize)) throw new RangeError(`${newSize} leaves do not continue ${oldSize}.`);
  if (oldSize === 0 || oldSize === newSize) return [];
  return rootsOf(consistencyRanges(oldSize, { start: 0, end: newSize }, true), nodes);
}

/** The root of the tree of `size` leaves. */
export async function readRoot(size: number, nodes: Nodes): Promise<Hash> {
  if (size === 0) return EMPTY_ROOT;
  const [root] = await rootsOf([{ start: 0, end: size }], nodes);
  return root as Hash;
}

function inclusionRanges(index: number, { start, end }: Range): Range[] {
  const siblings: Range[] = [];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    siblings.push(index < middle ? { start: middle, end } : { start, end: middle });
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return siblings.reverse();
}

/** SUBPROOF(m, D[n], b) of RFC 6962: `isOld` is its b, whether the range is a subtree that the old tree had as such. */
function consistencyRanges(oldSize: number, { start, end }: Range, isOld: boolean): Range[] {
  if (oldSize === end) return isOld ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  return oldSize <= middle
    ? [...consistencyRanges(oldSize, { start, end: middle }, isOld), { start: middle, end }]
    : [...consistencyRanges(oldSize, { start: middle, end }, false), { start, end: middle }];
}

/** The largest power of two below n. */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

async function rootsOf(ranges: readonly Range[], nodes: Nodes): Promise<Hash[]> {
  const parts = ranges.map(subtreesOf);
  await nodes.load(parts.flat());
  return parts.map((subtrees) => {
    const roots = subtrees.map(nodes.rootOf);
    return roots.reduceRight((right, left) => nodeHash(left, right));
  });
}

/**
 * The perfect subtrees that a range consists of, from left to right. The ranges of a proof begin at a multiple of a power
 * of two that is at least as large as they are, so these are the bits that are set in the range's length.
 */
function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    const length = 2 ** Math.floor(Math.log2(end - at));
    subtrees.push({ start: at, length });
    at += length;
  }
  return subtrees;
}
