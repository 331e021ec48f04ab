import { nodesOf } from '../log/nodes';
import { proveConsistency } from '../log/prove';
import type { LogReader, PublishedCheckpoint, WitnessState } from '../log/store';
import { cosignedCheckpoints, withCosignatures } from '../log/witness';
import { isSignedWith } from '../log/note';
import type { Anchor, BundleLog } from './bundle';

export interface Cosigned {
  readonly checkpoint: PublishedCheckpoint | undefined;
  readonly anchors: readonly Anchor[];
}

/**
 * The bundle's checkpoint with its cosignatures, and among its anchors the newest one that each witness cosigned. The
 * bundle's own is hardly ever cosigned yet: it spans the reading, which is seconds old, and witnesses are asked once a
 * minute.
 */
export async function withWitnesses(
  { checkpoint, anchors }: Cosigned,
  witnesses: readonly WitnessState[],
  log: Pick<LogReader, 'readTile'>,
): Promise<Cosigned> {
  if (!checkpoint) return { checkpoint, anchors };
  const { size } = checkpoint;
  const nodes = nodesOf(log);
  const earlier = cosignedCheckpoints(witnesses).filter((cosigned) => cosigned.size < size);
  const more = await Promise.all(
    earlier.map(async (cosigned): Promise<Anchor> => {
      const path = await proveConsistency(cosigned.size, size, nodes);
      const consistency = path.map((hash) => Buffer.from(hash).toString('base64'));
      return { checkpoint: cosigned.note, consistency, timestamp: null };
    }),
  );
  return { checkpoint: withCosignatures(checkpoint, witnesses), anchors: inOrder([...anchors, ...more]) };
}

/** By size; of one size, the archived one with its timestamp comes first. */
const inOrder = (anchors: readonly Anchor[]): Anchor[] => anchors.toSorted((one, other) => sizeOf(one) - sizeOf(other));

const sizeOf = ({ checkpoint }: Anchor): number => Number(checkpoint.split('\n')[1]);

/** What a file shows of the log, with the keys that signed it: one that signed nothing would be missed by nobody. */
export function signedBy(
  keys: readonly string[],
  witnesses: readonly WitnessState[],
  { checkpoint, anchors }: Cosigned,
): Omit<BundleLog, 'origin'> {
  const notes = [...(checkpoint ? [checkpoint.note] : []), ...anchors.map((anchor) => anchor.checkpoint)];
  const signed = (key: string): boolean => notes.some((note) => isSignedWith(key, note));
  return {
    keys: keys.filter(signed),
    witnesses: witnesses.map(({ key }) => key).filter(signed),
    checkpoint: checkpoint?.note ?? null,
    anchors,
  };
}
