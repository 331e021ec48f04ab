import type { Entry } from '../../shared/consent/entry';
import type { Anchor } from '../../shared/evidence/bundle';
import { sha256 } from '../../shared/hash';
import { nodesOf } from '../../shared/log/nodes';
import { proveConsistency } from '../../shared/log/prove';
import { seedSigner } from '../../shared/log/seed-signer';
import { sequence } from '../../shared/log/sequencer';
import { MemoryLog } from '../log/memory-log';
import type { TestWitness } from '../log/witness-key';

export const ORIGIN = 'consent.example.com/log';
export const SIGNER = seedSigner(ORIGIN, Buffer.alloc(32, 7));

export interface LogOptions {
  /** Entries of others in the log, before and between. @default 600 */
  readonly others?: number;
  /** Who cosigned: at which of its stages the log, and when. */
  readonly cosigned?: readonly {
    readonly by: TestWitness;
    readonly stage: 'early' | 'before-reading' | 'newest';
    readonly at: string;
  }[];
}

/** A log of others' entries with these among them; one checkpoint on the way was archived. */
export async function logWith(
  entries: readonly Entry[],
  { others = 600, cosigned = [] }: LogOptions,
): Promise<{ log: MemoryLog; anchors: Anchor[] }> {
  const log = new MemoryLog();
  const sequencer = { store: log, origin: ORIGIN, signers: [SIGNER] };
  const some = (count: number, from: number) =>
    Array.from({ length: count }, (_, n) => Buffer.from(sha256(`other ${from + n}`)).toString('base64url'));
  const own = entries.map(({ hash }) => hash);
  await sequence([...some(others, 0), ...own.slice(0, 3)], sequencer);
  const archived = log.checkpoint;
  await cosign('early');
  await sequence([...some(others, others), ...own.slice(3, -1)], sequencer);
  await cosign('before-reading');
  await sequence(own.slice(3).slice(-1), sequencer);
  await sequence(some(5, 2 * others), sequencer);
  await cosign('newest');
  if (!archived) return { log, anchors: [] };
  const path = await proveConsistency(archived.size, log.head.size, nodesOf(log));
  const consistency = path.map((hash) => Buffer.from(hash).toString('base64'));
  return { log, anchors: [{ checkpoint: archived.note, consistency, timestamp: null }] };

  async function cosign(now: string): Promise<void> {
    for (const { by, stage, at } of cosigned) {
      if (stage !== now || !log.checkpoint) continue;
      const cosignature = by.cosign(log.checkpoint.note, new Date(at));
      await log.saveWitness({ key: by.key, cosigned: { ...log.checkpoint, cosignature, at } });
    }
  }
}
