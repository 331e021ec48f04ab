import { entriesOf, type Entry } from '../consent/entry';
import { standingOf } from '../consent/standing';
import type { SubjectId } from '../ids';
import { readPart } from '../ledger/read-part';
import { readParts, withoutErased } from '../ledger/vault';
import type { Deps } from './deps';

/** What operators call the disputes that somebody's data is held for, by the id of the hold. The ledger knows the ids alone. */
export async function holdLabels(
  deps: Pick<Deps, 'vault'>,
  { subject, entries, now }: { readonly subject: SubjectId; readonly entries: readonly Entry[]; readonly now: Date },
): Promise<ReadonlyMap<string, string>> {
  const held = new Set(standingOf(entries).holds.map((hold) => hold.case));
  if (held.size === 0) return new Map();
  const parts = withoutErased(await readParts(deps.vault, subject, now), entries);
  return new Map(
    entriesOf('HoldPlaced', entries)
      .filter(({ facts }) => held.has(facts.case))
      .flatMap(({ facts, parts: { reason: digest } }) => {
        const label = digest && readPart('reason', parts.get(digest))?.label;
        return label === undefined ? [] : [[facts.case, label] as const];
      }),
  );
}
