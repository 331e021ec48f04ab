import type { RecordId } from '../../ids';
import {
  canBeWithdrawn,
  isInForce,
  type ConsentStatus,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../state';
import type { EntryPurpose, StepFields } from './entry-fields';

/** What a step that belongs to a record says of it. */
type OfRecord = StepFields & { readonly recordId: RecordId };

/** What a source says of when it was. */
type FromElsewhere = OfRecord & {
  readonly facts: { readonly givenAt?: string | undefined; readonly signedUpAt?: string | undefined };
};

/** Adds a record that begins with a step, unless there is one of that id. */
export function begin(
  records: SubjectState,
  step: OfRecord,
  status: ConsentStatus,
  more: Pick<RecordState, 'confirmBy' | 'confirmedAt' | 'isFromElsewhere' | 'asset'> &
    Partial<Pick<RecordState, 'registeredAt'>>,
): SubjectState {
  const { site, recordId, language, at } = step;
  const isThere = records.some((record) => record.recordId === recordId);
  if (isThere || language === undefined) return records;
  const purposes = step.purposes.map(({ id, legalBasis, noticeHash }) => ({
    id,
    legalBasis,
    noticeHash,
    status,
    since: at,
  }));
  return [...records, { site, recordId, language, requestedAt: at, registeredAt: at, ...more, purposes, mails: [] }];
}

/** Adds a record that begins without being asked for here: confirmed from the start, by whatever was the case elsewhere. */
export function beginElsewhere(records: SubjectState, step: FromElsewhere, status: ConsentStatus): SubjectState {
  const { at, facts } = step;
  const registered = new Date(facts.signedUpAt ?? facts.givenAt ?? at).toISOString();
  // Whoever says that it was later than today does not know when it was.
  const registeredAt = registered < at ? registered : at;
  return begin(records, step, status, { confirmBy: at, confirmedAt: at, isFromElsewhere: true, registeredAt });
}

/** Ends, in every record, those purposes that a step names and that a person can end: such a step is about the person. */
export function end(
  records: SubjectState,
  step: StepFields & { readonly facts: object },
  status: (purpose: PurposeState) => ConsentStatus,
  isMeant: (purpose: PurposeState) => boolean = meant(step),
): SubjectState {
  const { purposes: named, at, facts } = step;
  const isForgotten = 'because' in facts && facts.because === 'registration-maximum';
  return setStatus(records, named, (purpose) =>
    isMeant(purpose) ? endedAs(purpose, status(purpose), at, isForgotten) : purpose,
  );
}

/** @param isForgotten that it is kept no longer, which ends no contract */
export function endedAs(
  purpose: PurposeState,
  status: ConsentStatus,
  since: string,
  isForgotten: boolean,
): PurposeState {
  return { ...purpose, status, since, ...(isForgotten && status === 'ContractEnded' && { isForgotten }) };
}

/** What becomes of a purpose that the person does not want: nobody can take back what was never given. */
export function withdrawnStatus({ status }: PurposeState): ConsentStatus {
  return status === 'ConsentRequested' ? 'ConsentRefused' : 'ConsentWithdrawn';
}

/** What waits for the person's own press is theirs, and not for others to end. */
function meant({ facts }: { readonly facts: object }): (purpose: PurposeState) => boolean {
  const isFromElsewhere = 'via' in facts && facts.via === 'elsewhere';
  return (purpose) => canBeWithdrawn(purpose) && (!isFromElsewhere || isInForce(purpose));
}

/** Changes the purposes that a step names, in every record. */
export function setStatus(
  records: SubjectState,
  named: readonly EntryPurpose[],
  change: (purpose: PurposeState) => PurposeState,
): SubjectState {
  const ids = new Set(named.map(({ id }) => id));
  return records.map((record) => ({
    ...record,
    purposes: record.purposes.map((purpose) => (ids.has(purpose.id) ? change(purpose) : purpose)),
  }));
}
