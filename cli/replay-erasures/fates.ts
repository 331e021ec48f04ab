import type { Digest } from '../../shared/ids';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { epochSeconds, isGone, type Keys } from '../../shared/ledger/dynamo';
import { endedParts } from '../../shared/ledger/part-end';
import { entryOf, type LedgerItem } from '../tables/subject-items';
import { partEnds } from './part-ends';

/** An item of a restored table. */
export interface RestoredItem extends Keys {
  /** In the vault. */
  readonly digest?: Digest;
  readonly expiresAt?: number;
}

/** What happened, since the backup was made, to the entry that an item is or belongs to. */
export type Fate = 'noEntry' | 'erased' | 'ended' | 'kept';

/** A restored item, its fate, and the end that follows. */
export interface FatedItem {
  readonly item: RestoredItem;
  readonly fate: Fate;
  /** The end that it has to have where it is kept, epoch seconds; undefined for none. */
  readonly end: number | undefined;
}

/** A person as the ledger has them today. */
export interface Today {
  readonly ledger: readonly LedgerItem[];
  /** Undefined where a site is configured no longer. */
  readonly rulesOf: (site: string) => RetentionRules | undefined;
  readonly now: Date;
}

/**
 * The ends that restored parts had when they were copied say nothing: a sign-up that was confirmed since would go by
 * them, and one that was withdrawn since would stay. So each follows anew from the entry that commits to it.
 */
export function fatesOfParts(parts: readonly RestoredItem[], { ledger, rulesOf, now }: Today): FatedItem[] {
  const there = ledger.filter((item) => !isGone(item, now));
  const kept = there.map((item) => ({
    entry: entryOf(item),
    end: item.expiresAt === undefined ? undefined : dateOf(item.expiresAt),
  }));
  const ended = new Set(there.flatMap((item) => endedParts(item, entryOf(item), now)).map(([digest]) => digest));
  const ends = partEnds(kept, kept[0] && rulesOf(kept[0].entry.site), now);
  return parts.map((item) => {
    const known = item.digest && ends.get(item.digest);
    if (!known) return { item, fate: 'noEntry', end: undefined };
    // What went by a rule that was shorter does not come back under one that is longer.
    const isPast = known.isPast || (item.digest !== undefined && ended.has(item.digest));
    const fate = isPast ? (known.isErased ? 'erased' : 'ended') : 'kept';
    return { item, fate, end: known.end && epochSeconds(known.end) };
  });
}

const dateOf = (seconds: number): Date => new Date(seconds * 1000);

/** An entry that is gone today goes; one that is there has the end that it has there. Wordings stay for good. */
export function fatesOfEntries(items: readonly RestoredItem[], { ledger, now }: Omit<Today, 'rulesOf'>): FatedItem[] {
  const there = new Map(ledger.filter((item) => !isGone(item, now)).map((item) => [item.sk, item]));
  return items.map((item) => {
    const live = there.get(item.sk);
    return { item, fate: live ? 'kept' : 'noEntry', end: live?.expiresAt };
  });
}
