import { sha256Text } from '../../hash';
import { canonicalJson } from '../canonical-json';
import { isKnown, type AnyEntry, type Bundle } from '../format';
import { claim, stepName, type Claim } from '../report';

/** 2. Each entry is as it was written, and says what its type says. */
export function checkEntries({ entries }: Bundle): Claim {
  const changed = entries.filter(({ entry }) => entryHash(entry) !== entry.hash);
  const unknown = entries.filter(({ entry }) => !isKnown(entry));
  return claim(
    'entries',
    changed.map(({ entry }) => ({ code: 'entryChanged', step: stepName(entry) })),
    { open: unknown.map(({ entry }) => ({ code: 'typeUnknown', step: stepName(entry) })) },
  );
}

export const entryHash = (entry: AnyEntry): string => sha256Text(withoutHash(entry));

/**
 * The canonical JSON without `hash`. It is cut out of the text, as that costs less than a copy of the entry; `prev`
 * always follows it.
 */
function withoutHash(entry: AnyEntry): string {
  return canonicalJson(entry).replace(`"hash":"${entry.hash}",`, '');
}
