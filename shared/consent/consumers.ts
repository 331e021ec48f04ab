import type { EntryType } from './entry-types';

/** A function that is told of steps through a queue of its own. */
export interface Consumer {
  /** The file in `functions/`, and the queue's name. */
  readonly name: string;
  /** The steps it wants to hear of. */
  readonly types: readonly EntryType[];
}

/**
 * Who listens on the bus. A message only says "look at this subject" (see {@link StepMessage}): every consumer
 * reads the ledger again and does what follows from it, so order and repetition do not matter.
 * CDK makes rules and queues from this table, and so does the local stack.
 */
export const CONSUMERS: readonly Consumer[] = [
  { name: 'mailer', types: ['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven'] },
  {
    name: 'retention',
    types: [
      'ConsentGiven',
      'RenewedConsentGiven',
      'MailSent',
      'ConsentWithdrawn',
      'ConsentRecorded',
      'LegitimateInterestRecorded',
      'ObjectionRecorded',
      'ConsentLapsed',
      'ActivityReported',
      'IdentityRectified',
      'ProcessingRestricted',
      'RestrictionLifted',
      'HoldPlaced',
      'HoldLifted',
      'DataErased',
      // Born with their end, but for a hold.
      'EvidenceDisclosed',
      'AccessGiven',
    ],
  },
  { name: 'mover', types: ['ConsentGiven', 'RenewedConsentGiven'] },
  {
    name: 'projector',
    types: [
      'ConsentGiven',
      'RenewedConsentGiven',
      'ConsentWithdrawn',
      'ConsentRecorded',
      'LegitimateInterestRecorded',
      'ObjectionRecorded',
      'ConsentLapsed',
      'IdentityRectified',
      'ProcessingRestricted',
      'RestrictionLifted',
      'DataErased',
    ],
  },
];

/** The `detail` of a bus event; `detail-type` is the entry's type and `source` is {@link STEP_SOURCE}. Ids only. */
export interface StepMessage {
  readonly site: string;
  /** With or without the prefix that the table's key has: the pipe can only copy. */
  readonly subject: string;
  /** The entry of the step. */
  readonly seq: number | string;
}

export const STEP_SOURCE = 'consent.ledger';
