import * as z from '../../zod';
import { reported } from './consent-recorded';
import { beginElsewhere, setStatus } from './effects';
import { anyStep, day } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** Mail that a contract needs (Art. 6(1)(b) GDPR), for as long as there is one. */
export const contractRecorded = defineStep({
  type: 'ContractRecorded',
  facts: z.object(reported),
  about: 'record',
  records: (records, step) => beginElsewhere(records, step, 'ContractRecorded'),
  standing: unchanged,
  role: { begins: 'contract' },
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'given',
  dpv: { terms: ['ContractActive'], right: none },
  isAnchored: false,
  isLook: false,
});

/** A contract ends by itself alone, and ends nothing else. */
export const contractEnded = defineStep({
  type: 'ContractEnded',
  facts: z.object({
    ...anyStep,
    /** The day on which it ended, unless that of the step, ISO 8601 date. */
    endedOn: z.optional(day),
  }),
  about: 'record-or-person',
  records: (records, { purposes, at }) =>
    setStatus(records, purposes, (purpose) =>
      purpose.status === 'ContractRecorded' ? { ...purpose, status: 'ContractEnded', since: at } : purpose,
    ),
  standing: unchanged,
  role: 'ends-contract',
  obstacle: undefined,
  restrains: true,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  tells: ['retention', 'projector', 'notifier'],
  change: () => 'ended',
  dpv: { terms: ['ContractTerminationStatus'], right: none },
  isAnchored: false,
  isLook: false,
});
