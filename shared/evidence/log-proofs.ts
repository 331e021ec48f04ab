import { proveInclusion } from '../log/prove';
import { nodesOf } from '../log/nodes';
import type { LogReader, PublishedCheckpoint } from '../log/store';

/** Where an entry is in the log, and the proof of that in the tree of the bundle's checkpoint. */
export interface EntryProof {
  readonly index: number;
  /** The leaf's sibling first, base64 (RFC 6962, section 2.1.1). */
  readonly path: readonly string[];
}

export interface LogProofs {
  readonly checkpoint: PublishedCheckpoint | undefined;
  /** Hash of an entry -> its proof; entries that the checkpoint does not span are missing. */
  readonly proofs: ReadonlyMap<string, EntryProof>;
}

/** Whatever the log has the hash of. */
interface Logged {
  readonly hash: string;
}

/** Proves entries to be in the tree of the newest published checkpoint. */
export async function proveEntries(entries: readonly Logged[], log: LogReader): Promise<LogProofs> {
  const checkpoint = await log.readCheckpoint();
  if (!checkpoint) return { checkpoint, proofs: new Map() };
  const { size } = checkpoint;
  const places = [...(await log.findLeaves(entries.map(({ hash }) => hash)))].filter(([, index]) => index < size);
  const nodes = nodesOf(log);
  const proofs = await Promise.all(
    places.map(async ([hash, index]): Promise<[string, EntryProof]> => {
      const path = await proveInclusion(index, size, nodes);
      return [hash, { index, path: path.map((node) => Buffer.from(node).toString('base64')) }];
    }),
  );
  return { checkpoint, proofs: new Map(proofs) };
}
