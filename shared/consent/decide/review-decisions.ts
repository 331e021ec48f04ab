import { entriesOf, type Entry } from '../entry';
import { NothingToReview } from '../errors';
import { entryPurpose, fold, isInForce, purposesInForce, type PurposeState } from '../fold';
import { reviewedByDay, unusedIn, type Round } from '../keep/yearly-review';
import { standingOf } from '../standing';
import { isRestrictionOver } from '../steps/restriction';
import { withdrawable } from './decisions';
import { heldUntil, operatorStep, type Decision, type Operation } from './operator-decisions';

/** Something that waits for a review, by which it is named. */
export type Reviewed =
  { readonly what: 'unused' } | { readonly what: 'hold'; readonly case: string } | { readonly what: 'restriction' };

/** What an operator decides about it. */
export type Ruling =
  /** Unused consents until the next round; a hold or a restriction until a day, ISO 8601 date. */
  | { readonly decision: 'keep'; readonly reviewBy?: string | undefined }
  /** A restriction only after the person was told, on a day, ISO 8601 date (Art. 18(3) GDPR). */
  | { readonly decision: 'let-go'; readonly informedOn?: string | undefined };

/**
 * The step by which something that waits is decided; undefined where just that was decided before. The decision throws
 * {@link NothingToReview} where nothing of the kind waits.
 *
 * @param round the one that the site has under way
 */
export function reviewed(operation: Operation, item: Reviewed, ruling: Ruling, round: Round | undefined): Decision {
  switch (item.what) {
    case 'unused':
      return ruling.decision === 'keep' ? keptConsents(operation, round) : droppedConsents(operation, round);
    case 'hold':
      return ruling.decision === 'keep' ? keptHold(operation, item.case, ruling) : endedHold(operation, item.case);
    case 'restriction':
      return ruling.decision === 'keep' ? keptRestriction(operation, ruling) : endedRestriction(operation, ruling);
  }
}

/**
 * R11: ends what a round found unused, and what cannot stand without it, as time would. Undefined where nothing is unused, or an
 * operator kept it.
 */
export function droppedIn(operation: Operation, round: Round): Decision {
  return (entries, now) => {
    const unused = unusedIn(entries, operation.site, round, now);
    if (!unused) return undefined;
    const state = fold(entries, now);
    const purposes = unused.purposes.map(({ id }) => id);
    const ended = withdrawable(state, { purposes, requires: operation.requires }).filter(isInForce);
    return {
      ...operatorStep(operation, now, 'ConsentLapsed', { because: 'review' }),
      ...recordOf(entries, now, ended),
      purposes: ended.map(entryPurpose),
    };
  };
}

function droppedConsents(operation: Operation, round: Round | undefined): Decision {
  return (entries, now, all) => {
    if (!round) throw new NothingToReview();
    const step = droppedIn(operation, round)(entries, now, all);
    if (!step) {
      const inForce = purposesInForce(fold(entries, now));
      needDone(
        entriesOf('ConsentLapsed', entries).some(({ at, actor, facts, purposes }) => {
          // What silence ended nobody decided; and what the person gave anew is something else.
          const isDecided = isOf(round, at) && facts.because === 'review' && actor.kind === 'operator';
          return isDecided && purposes.every(({ id }) => !inForce.has(id));
        }),
      );
    }
    return step;
  };
}

function keptConsents(operation: Operation, round: Round | undefined): Decision {
  return (entries, now) => {
    if (!round) throw new NothingToReview();
    const unused = unusedIn(entries, operation.site, round, now);
    if (!unused) {
      needDone(
        entriesOf('KeptOnReview', entries).some(({ at, facts }) => isOf(round, at) && facts.reviewed === 'consents'),
      );
      return undefined;
    }
    return {
      ...operatorStep(operation, now, 'KeptOnReview', { reviewed: 'consents' }),
      ...recordOf(entries, now, unused.purposes),
      purposes: unused.purposes.map(entryPurpose),
    };
  };
}

const isOf = ({ began }: Round, at: string): boolean => at >= began.toISOString();

function keptHold(
  operation: Operation,
  id: string,
  { reviewBy = '' }: { readonly reviewBy?: string | undefined },
): Decision {
  return (entries, now) => {
    const hold = waiting(entries, operation, 'hold').find((one) => one.case === id);
    if (!hold) throw new NothingToReview();
    const isDone = hold.reviewBy === reviewBy && isPlacedAgain(entries, id);
    return isDone ? undefined : heldUntil(operation, now, hold, reviewBy);
  };
}

/** Whether somebody looked again since the hold was placed: the day that it had from the start nobody decided on a review. */
function isPlacedAgain(entries: readonly Entry[], id: string): boolean {
  const lifted = entriesOf('HoldLifted', entries).findLast(({ facts }) => facts.case === id)?.seq ?? -1;
  return entriesOf('HoldPlaced', entries).filter(({ seq, facts }) => seq > lifted && facts.case === id).length > 1;
}

function endedHold(operation: Operation, id: string): Decision {
  return (entries, now) => {
    if (waiting(entries, operation, 'hold').some((one) => one.case === id))
      return operatorStep(operation, now, 'HoldLifted', { case: id });
    needDone(entriesOf('HoldLifted', entries).some(({ facts }) => facts.case === id));
    return undefined;
  };
}

function keptRestriction(operation: Operation, { reviewBy }: { readonly reviewBy?: string | undefined }): Decision {
  return (entries, now) => {
    const [restriction] = waiting(entries, operation, 'restriction');
    if (!restriction || reviewBy === undefined) throw new NothingToReview();
    // The day that it has without anybody's doing nobody decided.
    const isDecided = standingOf(entries).restrictionReviewBy === reviewBy;
    return isDecided ? undefined : operatorStep(operation, now, 'KeptOnReview', { reviewed: 'restriction', reviewBy });
  };
}

function endedRestriction(
  operation: Operation,
  { informedOn }: { readonly informedOn?: string | undefined },
): Decision {
  return (entries, now) => {
    if (waiting(entries, operation, 'restriction').length > 0)
      return operatorStep(operation, now, 'RestrictionLifted', informedOn === undefined ? {} : { informedOn });
    // What stands in place of an erasure, or went with one, nobody decided here.
    needDone(entries.findLast(isRestrictionOver)?.type === 'RestrictionLifted');
    return undefined;
  };
}

type OfDay = ReturnType<typeof reviewedByDay>[number];

function waiting<What extends OfDay['what']>(
  entries: readonly Entry[],
  { site }: Operation,
  what: What,
): Extract<OfDay, { what: What }>[] {
  return reviewedByDay(entries, site).filter((one): one is Extract<OfDay, { what: What }> => one.what === what);
}

function needDone(isDone: boolean): void {
  if (!isDone) throw new NothingToReview();
}

/** The newest record that has one of them in force. */
function recordOf(entries: readonly Entry[], now: Date, purposes: readonly PurposeState[]) {
  const isMeant = (one: PurposeState): boolean => isInForce(one) && purposes.some(({ id }) => id === one.id);
  const record = fold(entries, now).findLast((one) => one.purposes.some(isMeant));
  return record && { recordId: record.recordId };
}
