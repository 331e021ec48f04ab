import type { Hash } from '../hash';

/** That an entry is in a log, in one text that can be checked offline: https://c2sp.org/tlog-proof. */
export interface TlogProof {
  readonly index: number;
  /** The leaf's sibling first; see `proveInclusion`. */
  readonly path: readonly Hash[];
  /** A signed note. */
  readonly checkpoint: string;
}

export function formatTlogProof({ index, path, checkpoint }: TlogProof): string {
  const hashes = path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${checkpoint}`;
}
