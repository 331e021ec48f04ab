import type { SubjectId } from '../../ids';
import {
  endedTogether,
  isSameRequest,
  request,
  withdrawable,
  type Leavable,
  type MailLimits,
  type Requirements,
  type SignUp,
} from './decisions';
import { entriesOf, factsOf, withFacts, type Entry, type Step } from '../entry';
import { NotMovable } from '../errors';
import {
  entryPurpose,
  fold,
  isPending,
  purposesInForce,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../fold';
import { mayMail } from '../permissions';
import { standingOf } from '../standing';
import { isBeginning, isConfirmation } from '../steps/begins-and-ends';

/** What a move takes along: the purposes that rest on consent, and the record that has the last of them. */
export interface Movable {
  readonly record: RecordState;
  readonly purposes: readonly PurposeState[];
}

/** @throws {NotMovable} where nothing is in force that could be moved */
export function movable(entries: readonly Entry[], now: Date): Movable {
  const state = fold(entries, now);
  const standing = standingOf(entries);
  const consents = [...purposesInForce(state).values()].filter(({ legalBasis }) => legalBasis === 'consent');
  const purposes = consents.filter((purpose) => mayMail(purpose, standing));
  const record = state.findLast((candidate) => candidate.purposes.some((purpose) => purposes.includes(purpose)));
  if (record) return { record, purposes };
  throw new NotMovable(consents.length > 0 && standing.restrictedSince !== undefined ? 'restricted' : 'nothing');
}

export interface MoveRequest {
  /** The subject of the old address. */
  readonly from: SubjectId;
  readonly purposes: readonly PurposeState[];
  readonly signUp: SignUp;
  readonly mailsPerDay: MailLimits['mailsPerDay'];
}

/**
 * Asks the new address to confirm, as a sign-up does; undefined where it was asked before. Until then nothing of it is used.
 *
 * @throws {NotMovable} where the new address is not to be written to
 */
export function moveRequest(entries: readonly Entry[], move: MoveRequest, now: Date): Step | undefined {
  const state = fold(entries, now);
  if (recordsMovedFrom(entries, state, move.from).some((record) => isUnderWay(record, move, now))) return undefined;
  const { restrictedSince, isSuppressed, objections } = standingOf(entries);
  const isUnwanted = isSuppressed || move.purposes.some(({ id }) => objections.has(id));
  if (isUnwanted) throw new NotMovable('objected');
  if (restrictedSince !== undefined) throw new NotMovable('new-restricted');
  const step = request(state, move.signUp, { mailsPerDay: move.mailsPerDay, pauseMs: 0 }, now);
  if (!step) throw new NotMovable('enough-mails');
  return withFacts(step, { movedFrom: move.from });
}

function recordsMovedFrom(entries: readonly Entry[], state: SubjectState, from: SubjectId): RecordState[] {
  const moved = new Set(
    entriesOf('ConsentRequested', entries)
      .filter(({ facts }) => facts.movedFrom === from)
      .map(({ recordId }) => recordId),
  );
  return state.filter(({ recordId }) => moved.has(recordId));
}

/** It waits for its confirmation, or was confirmed and what follows is about to. */
function isUnderWay(record: RecordState, { purposes, signUp }: MoveRequest, now: Date): boolean {
  const { confirmedAt } = record;
  const isConfirmed = confirmedAt !== undefined && purposes.every(({ since }) => since <= confirmedAt);
  return isSameRequest(record, signUp) && (isPending(record, now) || isConfirmed);
}

/** The confirmations of addresses that consents were moved to. */
export function confirmedMoves(entries: readonly Entry[]): { readonly from: SubjectId; readonly given: Entry }[] {
  const given = entries.filter(isConfirmation);
  return entriesOf('ConsentRequested', entries).flatMap(({ recordId, facts: { movedFrom: from } }) =>
    from === undefined
      ? []
      : given.filter((entry) => entry.recordId === recordId).map((entry) => ({ from, given: entry })),
  );
}

/**
 * The old address' consents end once the new one has given them, one step at a time; undefined where nothing of them is
 * left. What began at the old address after that is another wish, and stays.
 *
 * @param perhaps what else there may be to leave, for all that this version knows
 */
export function endOfMoved(
  entries: readonly Entry[],
  given: Entry,
  requires: Requirements,
  now: Date,
  perhaps: readonly Leavable[] = [],
): Step | undefined {
  const begun = entries.filter(
    (entry) => entry.at <= given.at || !isBeginning(entry) || entry.type === 'ContractRecorded',
  );
  const state = [
    ...fold(begun, now),
    ...perhaps.filter(({ purposes }) => purposes.every(({ since }) => since <= given.at)),
  ];
  const ids = given.purposes.map(({ id }) => id);
  const { type, purposes: ended } = endedTogether(
    ids.length === 0 ? [] : withdrawable(state, { purposes: ids, requires }),
  );
  const record = state.findLast(({ purposes }) => purposes.some((purpose) => ended.includes(purpose)));
  if (!record) return undefined;
  const { site, recordId } = record;
  const facts = { movedTo: given.subject };
  const said = {
    site,
    ...(recordId !== undefined && { recordId }),
    at: now.toISOString(),
    actor: { kind: 'system' },
    purposes: ended.map(entryPurpose),
  } as const;
  return { type, ...said, facts };
}

/** The subjects that consents of this one were moved to, the latest first. */
export function movedTo(entries: readonly Entry[]): SubjectId[] {
  return [...new Set(entries.flatMap((entry) => factsOf(entry).movedTo ?? []))].reverse();
}
