import type { RecordId } from '../../ids';
import * as z from '../../zod';
import { isWithdrawn, type RecordState, type Standing, type SubjectState } from '../state';
import type { StepFields } from './entry-fields';
import { anyStep, pressed, shown } from './facts';
import { defineStep, none, WITH_ITS_RECORDS } from './step-type';
import { withoutSettled } from './weighed';

/** What both say: the person pressed the button on the page that their mail led to. */
const confirmation = {
  facts: z.object({ ...anyStep, ...pressed, ...shown }),
  about: 'record',
  standing: comeBack,
  role: 'confirms',
  obstacle: undefined,
  restrains: false,
  signOfLife: ({ at }: StepFields) => at,
  kept: WITH_ITS_RECORDS,
  tells: ['mailer', 'retention', 'mover', 'projector', 'notifier'],
  change: () => 'given' as const,
  isAnchored: true,
  isLook: false,
} as const;

export const consentGiven = defineStep({
  ...confirmation,
  type: 'ConsentGiven',
  records: give,
  dpv: { terms: ['ConsentGiven', 'ExpressedConsent'], right: none },
});

/** What they gave before was in force still. */
export const renewedConsentGiven = defineStep({
  ...confirmation,
  type: 'RenewedConsentGiven',
  records: give,
  dpv: { terms: ['RenewedConsentGiven', 'ExpressedConsent'], right: none },
});

type Given = StepFields & { readonly type: 'ConsentGiven' | 'RenewedConsentGiven'; readonly recordId: RecordId };

function give(records: SubjectState, step: Given): SubjectState {
  return records.map((record) => (record.recordId === step.recordId ? giveIn(record, step) : record));
}

function giveIn(record: RecordState, { type, at, purposes: given }: Given): RecordState {
  const inTime = record.requestedAt <= at && at < record.confirmBy;
  if (!inTime || record.confirmedAt !== undefined || isWithdrawn(record)) return record;
  const named = new Set(given.map(({ id }) => id));
  const purposes = record.purposes.map((purpose) =>
    named.has(purpose.id) && purpose.status === 'ConsentRequested' ? { ...purpose, status: type, since: at } : purpose,
  );
  return { ...record, confirmedAt: at, purposes };
}

/** Who consents in a double opt-in after an objection has changed their mind, after an erasure come back, and gets mail. */
function comeBack(standing: Standing, { purposes }: StepFields): Standing {
  const given = new Set(purposes.map(({ id }) => id));
  const objections = new Set([...standing.objections].filter((id) => !given.has(id)));
  const weighed = withoutSettled(standing, purposes);
  return { ...standing, objections, weighed, isSuppressed: false, undeliverableSince: undefined };
}
