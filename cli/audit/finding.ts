import type { LackCode } from '../derived/person';

/** Something that is not as it has to be. Names places by ids alone, as the output must not hold personal data. */
export interface Finding {
  readonly code: Code;
  /** Where it is, for programs. */
  readonly place: Readonly<Record<string, string | number>>;
  /** The same as a sentence for the operator. */
  readonly text: string;
}

export type Code =
  | 'notAnEntry'
  | 'entryChanged'
  | 'entryOutOfPlace'
  | 'journalWrong'
  | 'chainBroken'
  | 'entryRemoved'
  | 'notInLog'
  | 'wordingChanged'
  | 'wordingMissing'
  | 'noConfirmationMail'
  | 'partChanged'
  | 'partMissing'
  | 'closingWrong'
  | EndCode
  | LackCode
  | 'leafNotIndexed'
  | 'tileWrong'
  | 'headWrong'
  | 'checkpointWrong'
  | 'archiveWrong'
  | 'timestampWrong';

export type EndCode = 'noEnd' | 'endNotLifted' | 'endWrong' | 'notDeleted';
