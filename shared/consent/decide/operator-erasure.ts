import type { RecordId } from '../../ids';
import { retentionOf } from '../../policy/retention';
import type { Site } from '../../policy/schema';
import { plus } from '../../calendar';
import type { Entry } from '../entry';
import { digestsIn, type AnyEntry } from '../read-entry';
import { fold, type RecordState } from '../fold';
import { operatorStep, restriction, withdrawal, type Decision, type Operation } from './operator-decisions';
import { recordEnds } from '../keep/record-end';
import { erasedAmong, erasedEntries, standingOf, wholeHolds, type Hold } from '../standing';

/** A proof that has to be kept, see docs/decisions/0017-erasure.md. */
export interface Duty {
  readonly recordId: RecordId;
  /** ISO 8601. */
  readonly until: string;
}

/** What stands against an erasure (Art. 17(3) GDPR). */
export interface Against {
  readonly holds: readonly Hold[];
  readonly duties: readonly Duty[];
  /** Records of contracts that run; their mails need the address. */
  readonly contracts: readonly string[];
}

export interface ErasureWish {
  /** Leave a mark, so that no import brings the person back. */
  readonly suppress: boolean;
  /** The controller needs no proof of this person's consents. */
  readonly despiteDuty: boolean;
}

/** To be asked once nothing is in force any more, as the duty begins with the end of a consent. */
export function againstErasure(
  entries: readonly Entry[],
  site: Site,
  { despiteDuty }: ErasureWish,
  now: Date,
): Against {
  // What an incident needs of connections stays, and is in the way of nothing else.
  const holds = wholeHolds(standingOf(entries));
  return { holds, duties: despiteDuty ? [] : duties(entries, site, now), contracts: runningContracts(entries, now) };
}

function runningContracts(entries: readonly Entry[], now: Date): string[] {
  return fold(entries, now)
    .filter(({ purposes }) => purposes.some(({ status }) => status === 'ContractRecorded'))
    .map(({ recordId }) => recordId);
}

/** The records whose proof the site still keeps, and until when. */
function duties(entries: readonly Entry[], site: Site, now: Date): Duty[] {
  const erased = new Set(erasedEntries(entries).map(({ recordId }) => recordId));
  const ends = recordEnds(entries, site);
  return fold(entries, now)
    .filter((record) => !erased.has(record.recordId) && isProof(record, site))
    .flatMap(({ recordId }) => {
      // An erasure ends what says who it is, so that is what a duty stands up for.
      const until = ends.get(recordId)?.address;
      return until && now < until ? [{ recordId, until: until.toISOString() }] : [];
    });
}

/** Only a confirmation is, where it is kept at all. That the link of an order works for a while is no duty. */
function isProof({ confirmedAt, purposes }: RecordState, site: Site): boolean {
  if (confirmedAt === undefined) return false;
  const confirmed = new Date(confirmedAt);
  const ids = purposes.length > 0 ? purposes.map(({ id }) => id) : [''];
  return ids.some((id) => confirmed < plus(confirmed, retentionOf(site, id).evidence.keep));
}

/**
 * Art. 17 GDPR: what is in force is withdrawn; then what is personal goes, or, where something stands against that, is
 * restricted instead. One step at a time: to be asked again after each.
 */
export function erasure(operation: Operation, wish: ErasureWish): Decision {
  return (entries, now, all) => {
    const ended = withdrawal(operation, [])(entries, now, all);
    if (ended) return ended;
    const { holds, duties, contracts } = againstErasure(entries, operation.site, wish, now);
    if (holds.length + duties.length + contracts.length > 0)
      return restriction(operation, 'erasure')(entries, now, all);
    const { isSuppressed } = standingOf(entries);
    const isDone = erasable(all, entries).length === 0 && (isSuppressed || !wish.suppress);
    return isDone ? undefined : operatorStep(operation, now, 'DataErased', wish.suppress ? { suppress: true } : {});
  };
}

const PERSONAL = ['address', 'details', 'network', 'mail'];

/** The entries that an erasure would end parts of. What operators read or noted since the last one does not call for another. */
export function erasable(all: readonly AnyEntry[], entries: readonly Entry[]): AnyEntry[] {
  const erased = new Set(erasedAmong(all, entries));
  return all.filter((entry) => !erased.has(entry) && PERSONAL.some((name) => digestsIn(entry)[name] !== undefined));
}

/** The entries whose parts the steps from one history to the next have ended. */
export function newlyErased(before: readonly Entry[], after: readonly Entry[]): Entry[] {
  const gone = new Set(erasedEntries(before).map(({ seq }) => seq));
  return erasedEntries(after).filter(({ seq }) => !gone.has(seq));
}
