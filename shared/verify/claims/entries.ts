import { isKnown, type Bundle } from '../format';
import { entryHash, type Hashes } from '../hashes';
import { claim, stepName, type Claim } from '../report';

/** 2. Each entry is as it was written, and says what its type says. */
export function checkEntries({ entries }: Bundle, hashes: Hashes = new Map()): Claim {
  const changed = entries.filter(({ entry }) => (hashes.get(entry) ?? entryHash(entry)) !== entry.hash);
  const unknown = entries.filter(({ entry }) => !isKnown(entry));
  return claim(
    'entries',
    changed.map(({ entry }) => ({ code: 'entryChanged', step: stepName(entry) })),
    { open: unknown.map(({ entry }) => ({ code: 'typeUnknown', step: stepName(entry) })) },
  );
}
