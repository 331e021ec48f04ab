import type { EntryType } from './steps';
import type { ChainFields, MailKind, StepFields } from './steps/entry-fields';
import type { Source, Way } from './steps/facts';

export type { Actor, EntryAsset, EntryPurpose, MailKind } from './steps/entry-fields';
export { SOURCES, type Source, type Way } from './steps/facts';

/** What else a step says about itself. Nothing personal: these are kept as long as the entry. */
export interface Facts {
  /** ConsentRequested: the moment from which the confirmation comes too late, ISO 8601. */
  readonly confirmBy?: string;
  /** MailSent */
  readonly mail?: MailKind;
  /**
   * MailSent, MailBounced, what a complaint ended: the id that the mail service gave the mail. What a mail brought about: a
   * keyed hash of its Message-ID.
   */
  readonly messageId?: string;
  /** How the person told us: ConsentWithdrawn, ObjectionRecorded, and what operators do at a person's request. */
  readonly via?: Way;
  /** The day on which an operator was told, ISO 8601 date. */
  readonly receivedOn?: string;
  /** ConsentRequested, ConsentRecorded: where the person was asked, unless by a sign-up form. */
  readonly source?: Source;
  /** ConsentRequested: the subject of the address that the person had before, and whose consents this one is to take over. */
  readonly movedFrom?: string;
  /** ConsentWithdrawn: the subject of the address that goes on with it. */
  readonly movedTo?: string;
  /** ConsentRecorded: when the consent was given as the source has it, ISO 8601. */
  readonly givenAt?: string;
  /** ConsentRecorded: what proof came along. */
  readonly proof?: readonly ('time' | 'ip' | 'wording' | 'double-opt-in')[];
  /** ConsentLapsed: why, where it was not for want of an answer to the question whether to go on. */
  readonly because?: 'registration-maximum';
  /** ContractEnded: the day on which it ended, unless that of the step, ISO 8601 date. */
  readonly endedOn?: string;
  /** LegitimateInterestRecorded: why it may be relied on. */
  readonly justification?: 'existing-customer';
  /** HoldPlaced, HoldLifted: the operator's name for the dispute. MailReceived, CaseClosed: a random id. Names nobody. */
  readonly case?: string;
  /** HoldPlaced: when somebody has to look whether it is still needed, ISO 8601 date. */
  readonly reviewBy?: string;
  /** ActivityReported: when the person used what they had signed up for, unless at the moment of the step. ISO 8601. */
  readonly activeAt?: string;
  /** ActivityReported: that it was us who mailed, and when; no sign of life of the person. ISO 8601. */
  readonly mailedAt?: string;
  /** MailSent, notice-changed: the version of the privacy notice that was announced. */
  readonly privacyNotice?: string;
  /** DataErased: that the person is not to be brought back by an import. */
  readonly suppress?: true;
  /** AccessGiven: the report (Art. 15) or the data to take along (Art. 20). */
  readonly form?: 'report' | 'portable';
  /** MailBounced: whether trying again is of no use. */
  readonly bounce?: 'permanent' | 'transient';
  /** MailReceived, and what a mail of the person brought about: by what it is certain who wrote, if it is. */
  readonly provenBy?: 'address' | 'sender';
  /** MailReceived: what it was taken for. */
  readonly reading?: 'unclear' | 'unproven' | 'automatic';
  /** CaseClosed: what came of it. */
  readonly outcome?: 'withdrawal' | 'objection' | 'answered' | 'nothing';
  /** ProcessorInformed, DeletionConfirmed: its id in the site's configuration. */
  readonly processor?: string;
  /** ProcessorInformed, DeletionConfirmed: up to which step of the person. */
  readonly upTo?: number;
  /** When the page with the button was fetched, ISO 8601; absent where a program pressed it without one. */
  readonly fetchedAt?: string;
  /** Whether it was fetched from where the button was pressed. */
  readonly fetchedBy?: 'same' | 'other';
  /** Classes of parts that could not be saved when the step was taken all the same. */
  readonly missing?: readonly string[];
}

/** What a decision makes: a step that was not yet written. */
export interface Step extends StepFields {
  readonly type: EntryType;
  /** None where the step is about the subject as a whole. */
  readonly recordId?: string;
  readonly facts: Facts;
}

/** An entry of the ledger: one step in the life of a consent. Holds nothing personal and never changes. */
export interface Entry extends Step, ChainFields {}
