/** What is not as it has to be. Names places by ids only, as people's data has no place in the output. */
export interface Finding {
  readonly code: Code;
  /** Where it is, for programs. */
  readonly place: Readonly<Record<string, string | number>>;
  /** What is wrong and where, for people. */
  readonly text: string;
}

export type Code =
  | 'notAnEntry'
  | 'entryChanged'
  | 'entryOutOfPlace'
  | 'chainBroken'
  | 'entryRemoved'
  | 'notInLog'
  | 'wordingChanged'
  | 'wordingMissing'
  | 'noConfirmationMail'
  | 'partChanged'
  | EndCode
  | 'leafNotIndexed'
  | 'tileWrong'
  | 'headWrong'
  | 'checkpointWrong'
  | 'archiveWrong'
  | 'timestampWrong';

export type EndCode = 'noEnd' | 'endNotLifted' | 'endWrong' | 'notDeleted';
