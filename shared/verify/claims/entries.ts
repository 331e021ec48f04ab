import { isEqual, sha256 } from '../../hash';
import { fromBase64Url } from '../base64';
import { canonicalJson } from '../canonical-json';
import type { Bundle, Entry } from '../format';
import { claim, stepName, type Claim } from '../report';

/** 2. Each entry is as it was written. */
export function checkEntries({ entries }: Bundle): Claim {
  const changed = entries.filter(({ entry }) => !isAsWritten(entry));
  return claim(
    'entries',
    changed.map(({ entry }) => ({ code: 'entryChanged', step: stepName(entry) })),
  );
}

function isAsWritten(entry: Entry): boolean {
  const hash = fromBase64Url(entry.hash);
  return hash !== undefined && isEqual(sha256(withoutHash(entry)), hash);
}

/**
 * The canonical JSON without `hash`. It is cut out of the text, as that costs less than a copy of the entry; `nonce`,
 * `parts` and `prev` always follow it.
 */
function withoutHash(entry: Entry): string {
  return canonicalJson(entry).replace(`"hash":"${entry.hash}",`, '');
}
