import type { Bucket } from '../bucket';
import { firstCovering, type ArchivedCheckpoint } from '../archive/archive';
import { isUnderstood } from '../consent/read-entry';
import { stepType } from '../consent/steps';
import { nodesOf, type Nodes } from '../log/nodes';
import { proveConsistency } from '../log/prove';
import type { LogReader } from '../log/store';
import type { Anchor, AnyBundleEntry } from './bundle';

/**
 * For each of the person's own steps - mails and readings can be many - the oldest archived checkpoint that spans it, and the proof that the one of `size` leaves
 * continues it. What is not archived yet is left out.
 */
export async function findAnchors(
  { archive, log }: { readonly archive: Bucket; readonly log: LogReader },
  entries: readonly AnyBundleEntry[],
  size: number,
): Promise<Anchor[]> {
  const places = entries
    .filter(({ entry }) => isUnderstood(entry) && stepType(entry).isAnchored)
    .flatMap(({ proof }) => proof?.index ?? []);
  const found = await Promise.all(places.map((index) => firstCovering(archive, index + 1)));
  const known = found.filter((archived) => archived !== undefined && archived.size <= size) as ArchivedCheckpoint[];
  const bySize = [...new Map(known.map((archived) => [archived.size, archived])).values()];
  const nodes = nodesOf(log);
  return Promise.all(
    bySize.sort((one, other) => one.size - other.size).map((archived) => anchor(archived, size, nodes)),
  );
}

async function anchor(archived: ArchivedCheckpoint, size: number, nodes: Nodes): Promise<Anchor> {
  const path = await proveConsistency(archived.size, size, nodes);
  return {
    checkpoint: archived.note,
    consistency: path.map((hash) => Buffer.from(hash).toString('base64')),
    timestamp: archived.timestamp ? Buffer.from(archived.timestamp).toString('base64') : null,
  };
}
