import type { EntryHash } from '../ids';
import type { Entry } from './entry';
import { isOfOne, isUnderstood, recordIn, type AnyEntry } from './read-entry';
import type { Hold, Standing } from './state';
import { findStepType, stepType } from './steps';

export type { Hold, Standing } from './state';

const CLEAR: Standing = {
  holds: [],
  restrictedSince: undefined,
  restrictionReviewBy: undefined,
  storedSince: [],
  erased: undefined,
  objections: new Set(),
  weighed: new Map(),
  isSuppressed: false,
  undeliverableSince: undefined,
  language: undefined,
  cases: [],
};

/** What holds for a person, by all that happened; what each type does is in `steps/`. */
export function standingOf(entries: readonly Entry[]): Standing {
  return entries.reduce((standing, entry) => stepType(entry).standing(standing, entry), CLEAR);
}

/** The holds that keep everything of the person. */
export function wholeHolds({ holds }: Standing): readonly Hold[] {
  return holds.filter(({ connections }) => connections === undefined);
}

/** The places of the steps whose connection data an incident needs. */
export function heldConnections({ holds }: Standing): ReadonlySet<number> {
  return new Set(holds.flatMap(({ connections = [] }) => connections));
}

/** Whether anything was ever noted of the person besides that somebody looked, also by steps of a later version. */
export function isKnown(all: readonly AnyEntry[]): boolean {
  return all.some(({ type }) => findStepType(type)?.isLook !== true);
}

/**
 * By which it shows whether anything happened to a person since somebody looked: the hash of their last entry that says more than
 * that somebody looked. Undefined where there is none.
 */
export function headOf(all: readonly AnyEntry[]): EntryHash | undefined {
  return all.findLast(({ type }) => findStepType(type)?.isLook !== true)?.hash;
}

/** Whether a history stands as somebody saw it. */
export type Unmoved = (all: readonly AnyEntry[]) => boolean;

/** As it was when that was its head; null where nothing was known of the person. */
export function endingWith(head: string | null): Unmoved {
  return (all) => (headOf(all) ?? null) === head;
}

/** As an order left it with its own last step: what the system notes by itself since, such as that a processor was told, moves nothing. */
export function onlyNotedSince(own: EntryHash): Unmoved {
  return (all) => {
    const since = all.slice(all.findIndex(({ hash }) => hash === own) + 1);
    return since.every((entry) => {
      const isLook = findStepType(entry.type)?.isLook === true;
      return isLook || (isUnderstood(entry) && entry.actor.kind === 'system');
    });
  };
}

/**
 * The entries whose parts an erasure ended: those before it, and what was added since to records that began before it, such as
 * a mail that was on its way. Their parts are gone for every reader from that moment, whether or not they were deleted yet.
 */
export function erasedEntries(entries: readonly Entry[]): readonly Entry[] {
  return erasedAmong(entries, entries);
}

/** The same of all that is stored: what an erasure ends need not be understood. */
export function erasedAmong<Any extends AnyEntry>(all: readonly Any[], entries: readonly Entry[]): readonly Any[] {
  const seq = standingOf(entries).erased?.seq ?? -1;
  const before = new Set(all.filter((entry) => entry.seq < seq).flatMap((entry) => recordIn(entry) ?? []));
  return all.filter((entry) => entry.seq < seq || isOfOne(before, entry));
}
