/** A step that does not apply to the subject's state. Callers show it to the person; nothing was written. */
abstract class ConsentError extends Error {}

/** There is no such record, or it was erased. Offer to sign up again. */
export class UnknownRecord extends ConsentError {
  override readonly name = 'UnknownRecord';
}

/** The confirmation came too late. Offer to sign up again. */
export class ConfirmationExpired extends ConsentError {
  override readonly name = 'ConfirmationExpired';
}

/** The site is closed, and nothing is given there any more. */
export class SiteClosed extends ConsentError {
  override readonly name = 'SiteClosed';
}

/** The record was confirmed before: for the person, that is success. */
export class AlreadyConfirmed extends ConsentError {
  override readonly name = 'AlreadyConfirmed';
}

/** The record was withdrawn; an old link must not bring it back. Offer to sign up again. */
export class AlreadyWithdrawn extends ConsentError {
  override readonly name = 'AlreadyWithdrawn';
}

/** A renewal of something that is not in force; it is given with {@link confirm} instead. */
export class NothingToRenew extends ConsentError {
  override readonly name = 'NothingToRenew';
}

/** What stands against recording a consent from elsewhere; the person's own word counts for more. */
export type Obstacle = 'suppressed' | 'restricted' | 'erased' | 'objected' | 'withdrawn' | 'lapsed';

/** A consent from elsewhere, or legitimate interest, that is not to be recorded. The person can still sign up. */
export class NotRecordable extends ConsentError {
  override readonly name = 'NotRecordable';

  constructor(readonly obstacle: Obstacle) {
    super(obstacle);
  }
}

/** What stands against moving consents to another address. */
export type MoveObstacle = 'nothing' | 'restricted' | 'objected' | 'new-restricted' | 'enough-mails';

/** Consents that are not to be moved to another address; nothing was written. */
export class NotMovable extends ConsentError {
  override readonly name = 'NotMovable';

  constructor(readonly obstacle: MoveObstacle) {
    super(obstacle);
  }
}

/** Nothing of what is to be withdrawn is in force: for the person, that is success. */
export class NothingToWithdraw extends ConsentError {
  override readonly name = 'NothingToWithdraw';
}

/** A deletion is confirmed that nobody was told to carry out. */
export class NothingToConfirm extends ConsentError {
  override readonly name = 'NothingToConfirm';
}

/** What an operator decides about is not on the list of what is to be reviewed, or no longer. Look at the list again. */
export class NothingToReview extends ConsentError {
  override readonly name = 'NothingToReview';
}

/** Something happened to the person since the operator saw what would be done. Nothing was written; show them what would be now. */
export class ChangedMeanwhile extends ConsentError {
  override readonly name = 'ChangedMeanwhile';
}

/** There is no such hold, so it can neither be lifted nor get another review date. */
export class NoSuchHold extends ConsentError {
  override readonly name = 'NoSuchHold';

  constructor(
    /** The ids of those that there are. */
    readonly held: readonly string[],
  ) {
    super('NoSuchHold');
  }
}
