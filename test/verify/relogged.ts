import { asDigest, asEntryHash } from '../ids';
import { canonicalHash, canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { withWitnesses } from '../../shared/evidence/cosigned';
import { proveEntries } from '../../shared/evidence/log-proofs';
import { logWith, type LogOptions } from '../evidence/sample-log';
import { forge, type Loose } from './forge';

/**
 * The file as the log's own keeper could make it: changed, each part committed to and each step chained anew, in a log that is
 * signed with the true key. Nothing of it is forged; what it says need not be so.
 */
export async function relogged(
  bundle: Bundle,
  change: (bundle: Loose<Bundle>) => void,
  options: LogOptions = {},
): Promise<Bundle> {
  const file = forge(bundle, (copy) => {
    change(copy);
    copy.entries.forEach(({ entry, parts }, n) => {
      for (const [name, part] of Object.entries(parts)) {
        if (part.state !== 'disclosed') continue;
        const { data, salt } = part;
        entry.parts[name] = asDigest(canonicalHash({ class: name, data: canonicalJson(data), salt }));
      }
      entry.seq = n;
      entry.prev = copy.entries[n - 1]?.entry.hash ?? asEntryHash('A'.repeat(43));
      const { hash: _hash, ...body } = entry;
      entry.hash = asEntryHash(canonicalHash(body));
    });
  });
  const entries = file.entries.map(({ entry }) => entry);
  const { log, anchors } = await logWith(entries, { others: 30, ...options });
  const { proofs, ...newest } = await proveEntries(entries, log);
  const witnesses = await log.readWitnesses();
  const shown = await withWitnesses({ ...newest, anchors }, witnesses, log);
  return forge(file, (copy) => {
    for (const step of copy.entries) step.proof = (proofs.get(step.entry.hash) ?? null) as Loose<typeof step.proof>;
    Object.assign(copy.log, {
      checkpoint: shown.checkpoint?.note ?? null,
      anchors: shown.anchors,
      witnesses: witnesses.map(({ key }) => key),
    });
  });
}
