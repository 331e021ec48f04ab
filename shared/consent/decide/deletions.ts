import { entriesOf, type Actor, type Entry, type Step } from '../entry';
import { notUnderstood } from '../not-understood';
import type { AnyEntry } from '../read-entry';
import { dayOf, plus } from '../../calendar';
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
  const upTo = toldToDelete(entries, processor, all);
  if (upTo === undefined || all.some((entry) => entry.site !== site)) throw new NothingToConfirm();
  if (reportedUpTo(entries, 'DeletionConfirmed', processor.id) >= upTo) return undefined;
  const facts = { processor: processor.id, upTo };
  return { type: 'DeletionConfirmed', site, at: now.toISOString(), actor, purposes: [], facts };
}

/** Up to which step of the person a processor was told, if that was to delete them; undefined where it was told otherwise, or nothing. */
function toldToDelete(
  entries: readonly Entry[],
  processor: Processor,
  all: readonly AnyEntry[] = entries,
): number | undefined {
  const upTo = informedUpTo(entries, processor);
  const told = entries.filter(({ seq }) => seq <= upTo);
  const knows = knowledgeOf(told, processor, notUnderstood(all).records);
  return upTo < 0 || knows?.purposes.some(({ isInForce }) => isInForce) ? undefined : upTo;
}

/** When a processor was told to delete the person, if it has not said yet that it did; ISO 8601. */
export function awaitedSince(
  entries: readonly Entry[],
  processor: Processor,
  all: readonly AnyEntry[] = entries,
): string | undefined {
  const upTo = toldToDelete(entries, processor, all);
  if (upTo === undefined || reportedUpTo(entries, 'DeletionConfirmed', processor.id) >= upTo) return undefined;
  const informed = entriesOf('ProcessorInformed', entries);
  return informed.find(({ facts }) => facts.processor === processor.id && facts.upTo === upTo)?.at;
}

/** Whoever had their data deleted hears of it within a month (Art. 12(3) GDPR), and so has to be sure by then. */
const CONFIRMED_WITHIN = 'P1M';

/** The day by which a processor should have said that it deleted somebody, ISO 8601. */
export const deletionDue = (askedAt: string): string => dayOf(plus(new Date(askedAt), CONFIRMED_WITHIN));
