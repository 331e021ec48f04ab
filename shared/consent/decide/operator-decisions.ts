import type { RecordId } from '../../ids';
import { noticeHash, purposeNotice } from '../../policy/notices';
import type { AnyEntry } from '../read-entry';
import type { Purpose, Site } from '../../policy/schema';
import { endedTogether, withdrawable, type Requirements } from './decisions';
import type { Actor, Entry, EntryPurpose, Facts, Step, StepFor } from '../entry';
import { NoSuchHold } from '../errors';
import { entryPurpose, fold, type PurposeState } from '../fold';
import { leavable } from '../not-understood';
import { standingOf, type Hold } from '../standing';
import type { EntryType } from '../steps';
import { ownLanguage } from '../../policy/own-language';

/** What an operator does about a person. */
export interface Operation {
  readonly site: Site;
  readonly requires: Requirements;
  readonly operator: Actor;
  /** How and when the person asked for it, if they did, or did it themselves. */
  readonly told: Pick<Facts, 'via' | 'receivedOn' | 'request' | 'forCase' | 'identity' | 'fetchedAt' | 'fetchedBy'>;
}

/**
 * The step that is to be taken at a moment, given all that is still there; undefined where nothing is left to do.
 *
 * @param all the entries and those that this version does not understand
 */
export type Decision = (entries: readonly Entry[], now: Date, all: readonly AnyEntry[]) => Step | undefined;

export function operatorStep<Type extends EntryType>(
  { site, operator, told }: Operation,
  now: Date,
  type: Type,
  facts: Omit<StepFor<Type>['facts'], keyof Operation['told']>,
): StepFor<Type> {
  const said = { site: site.id, at: now.toISOString(), actor: operator, purposes: [], facts: { ...told, ...facts } };
  return { type, ...said } as unknown as StepFor<Type>;
}

/**
 * Takes back, in the person's name, these purposes or all that there are, and what cannot stand without them: first what is in
 * force, then what waits for its confirmation. Also what was given after the day on which they told us: whoever enters it sees since
 * when it stands, and a day that was mistyped keeps nobody from leaving.
 */
export function withdrawals(operation: Operation, purposes: readonly string[]): Decision[] {
  return [withdrawal(operation, purposes), withdrawal(operation, purposes)];
}

/** The next step of {@link withdrawals}. */
export function withdrawal(operation: Operation, purposes: readonly string[]): Decision {
  return (entries, now, all) => {
    const state = leavable(fold(entries, now), all, operation.site);
    const { type, purposes: ended } = endedTogether(withdrawable(state, { purposes, requires: operation.requires }));
    const ends = (purpose: PurposeState): boolean => ended.some(({ id }) => id === purpose.id);
    const record = state.findLast((candidate) => candidate.purposes.some(ends));
    if (!record) return undefined;
    const { recordId } = record;
    const step = operatorStep(operation, now, type, {});
    return { ...step, ...(recordId !== undefined && { recordId }), purposes: ended.map(entryPurpose) };
  };
}

/**
 * Art. 21(2) GDPR: no more mail for these purposes, or for any; whether or not there was any, so that none begins. Only mail
 * that a contract needs is nothing to object to.
 */
export function objection(operation: Operation, purposes: readonly string[]): Decision {
  return (entries, now, all) => {
    const { objections } = standingOf(entries);
    const ended = withdrawable(leavable(fold(entries, now), all, operation.site), {
      purposes,
      requires: operation.requires,
    });
    const others = objectionable(operation.site)
      .filter(({ id }) => (purposes.length === 0 || purposes.includes(id)) && !objections.has(id))
      .filter(({ id }) => !ended.some((purpose) => purpose.id === id))
      .map((purpose) => currentPurpose(operation.site, purpose));
    const named = [...ended.map(entryPurpose), ...others];
    return named.length === 0
      ? undefined
      : { ...operatorStep(operation, now, 'ObjectionRecorded', {}), purposes: named };
  };
}

/** The purposes that a person can object to. */
export function objectionable(site: Site): Purpose[] {
  return site.purposes.filter(({ legalBasis }) => legalBasis !== 'contract');
}

/** A purpose that the person was never asked for is named by its wording of today. */
export function currentPurpose(site: Site, purpose: Purpose): EntryPurpose {
  const language = ownLanguage(site);
  const hash = noticeHash(purposeNotice(site, purpose, language));
  return { id: purpose.id, legalBasis: purpose.legalBasis, noticeHash: hash };
}

/** Art. 18 GDPR: what there is now is kept and used for nothing else; as the person wants it, or instead of what they wanted. */
export function restriction(operation: Operation, insteadOf?: 'erasure'): Decision {
  return (entries, now) => {
    const { restrictedSince, storedSince } = standingOf(entries);
    const isNewer = ({ confirmedAt }: { confirmedAt?: string }): boolean =>
      confirmedAt !== undefined && restrictedSince !== undefined && restrictedSince < confirmedAt;
    const isSame = restrictedSince !== undefined && storedSince.length > 0 === (insteadOf === undefined);
    const isDone = isSame && !fold(entries, now).some(isNewer);
    return isDone ? undefined : operatorStep(operation, now, 'ProcessingRestricted', insteadOf ? { insteadOf } : {});
  };
}

/** @param informedOn the day on which the person was told of it (Art. 18(3) GDPR); undefined where they asked for it themselves */
export function liftedRestriction(operation: Operation, informedOn: string | undefined): Decision {
  return (entries, now) =>
    standingOf(entries).restrictedSince === undefined
      ? undefined
      : operatorStep(operation, now, 'RestrictionLifted', informedOn === undefined ? {} : { informedOn });
}

/** Nothing of the person ends while a dispute needs it. `id` is new: made by us, so that it names nobody. */
export function hold(operation: Operation, id: string, reviewBy: string): Decision {
  return (entries, now) => {
    const isDone = standingOf(entries).holds.some((other) => other.case === id && other.reviewBy === reviewBy);
    return isDone ? undefined : operatorStep(operation, now, 'HoldPlaced', { case: id, reviewBy });
  };
}

/** A hold that there is gets another review date. The decision throws {@link NoSuchHold} where there is none of that id. */
export function keptHold(operation: Operation, id: string, reviewBy: string): Decision {
  return (entries, now) => {
    const held = heldAs(id, entries);
    return held.reviewBy === reviewBy ? undefined : heldUntil(operation, now, held, reviewBy);
  };
}

/** The same hold until another day: what an incident holds of connections becomes no hold of everything. */
export function heldUntil(operation: Operation, now: Date, { case: id, connections }: Hold, reviewBy: string): Step {
  const only = connections && { connections: [...connections] };
  return operatorStep(operation, now, 'HoldPlaced', { case: id, reviewBy, ...only });
}

/** The decision throws {@link NoSuchHold} where there is none of that id. */
export function liftedHold(operation: Operation, id: string | undefined): Decision {
  return (entries, now) => operatorStep(operation, now, 'HoldLifted', { case: heldAs(id, entries).case });
}

function heldAs(id: string | undefined, entries: readonly Entry[]): Hold {
  const { holds } = standingOf(entries);
  const found = holds.find((hold) => hold.case === id);
  if (!found) throw new NoSuchHold(holds.map((hold) => hold.case));
  return found;
}

/** Art. 16 GDPR: the record goes by another identity from now on, which is the step's part. */
export function rectification(operation: Operation, recordId: RecordId): Decision {
  return (entries, now) =>
    entries.some((entry) => entry.recordId === recordId)
      ? { ...operatorStep(operation, now, 'IdentityRectified', {}), recordId }
      : undefined;
}
