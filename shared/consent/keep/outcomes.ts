import type { RecordId } from '../../ids';
import { dayOf } from '../../calendar';
import {
  isInForce,
  wasInForce,
  type ConsentStatus,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../fold';

/** How a purpose of a record ended. Nothing changes it any more. */
export interface Outcome {
  readonly recordId: RecordId;
  readonly purpose: string;
  /** The day on which it ended, ISO 8601. */
  readonly day: string;
  readonly outcome: ConsentStatus;
}

/** What is left to count of confirmed records once nothing of them is in force. What was asked for and not given did not end. */
export function outcomesOf(state: SubjectState): Outcome[] {
  return state
    .filter(({ confirmedAt, purposes }) => confirmedAt !== undefined && !purposes.some(isInForce))
    .flatMap((record) => record.purposes.filter(wasInForce).map((purpose) => outcome(record, purpose)));
}

function outcome({ recordId }: RecordState, { id, status, since }: PurposeState): Outcome {
  return { recordId, purpose: id, day: dayOf(new Date(since)), outcome: status };
}
