import { randomFillSync } from 'node:crypto';
import { HASH_BYTES } from '../../shared/hash';
import { seedSigner } from '../../shared/log/seed-signer';
import { LARGEST_BATCH, sequence } from '../../shared/log/sequencer';
import type { CompactLog } from './compact-log';

const ORIGIN = 'consent.example.com/log';
const signers = [seedSigner(ORIGIN, Buffer.alloc(HASH_BYTES, 1))];

export const take = (entries: readonly string[], store: CompactLog): Promise<number> =>
  sequence(entries, { store, origin: ORIGIN, signers });

/** Hashes of entries are random to the log. */
export function someEntries(count: number): string[] {
  const bytes = randomFillSync(Buffer.alloc(count * HASH_BYTES));
  return Array.from({ length: count }, (_, n) => bytes.toString('base64url', n * HASH_BYTES, (n + 1) * HASH_BYTES));
}

export async function fill(store: CompactLog, from: number, to: number): Promise<void> {
  for (let size = from; size < to; size += LARGEST_BATCH) {
    await take(someEntries(Math.min(LARGEST_BATCH, to - size)), store);
  }
}
