import type { Actor, Entry, Step } from '../entry';
import { notUnderstood } from '../not-understood';
import type { AnyEntry } from '../read-entry';
import { NothingToConfirm } from '../errors';
import { informedUpTo, knowledgeOf, reportedUpTo, type Processor } from '../processors';

/**
 * A processor's word that it has deleted a person whom it was told to delete; undefined where that is on record already.
 *
 * @throws {NothingToConfirm} where that is not what it was told last
 */
export function confirmDeletion(
  entries: readonly Entry[],
  { site, processor, actor }: { readonly site: string; readonly processor: Processor; readonly actor: Actor },
  now: Date,
  all: readonly AnyEntry[] = entries,
): Step | undefined {
  const upTo = informedUpTo(entries, processor);
  const told = entries.filter(({ seq }) => seq <= upTo);
  const isKept =
    knowledgeOf(told, processor, notUnderstood(all).records)?.purposes.some(({ isInForce }) => isInForce) ?? false;
  if (upTo < 0 || isKept || all.some((entry) => entry.site !== site)) throw new NothingToConfirm();
  if (reportedUpTo(entries, 'DeletionConfirmed', processor.id) >= upTo) return undefined;
  const facts = { processor: processor.id, upTo };
  return { type: 'DeletionConfirmed', site, at: now.toISOString(), actor, purposes: [], facts };
}
