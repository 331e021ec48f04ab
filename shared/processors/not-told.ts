/**
 * Why a processor could not be told. `not-configured`: its secret lacks it, or makes no sense; `no-address`: whose it is, is
 * deleted; `unreachable`: no answer, or not in time; `refused`: an answer that is none we wanted; `stopped`: it wants
 * nothing any more.
 */
export type Failure = 'not-configured' | 'no-address' | 'unreachable' | 'refused' | 'stopped';

/** A processor does not know yet what it has to. It is tried again. */
export class NotTold extends Error {
  override readonly name = 'NotTold';

  constructor(
    readonly failure: Failure,
    /** What it answered, if it did. */
    readonly status?: number,
  ) {
    super(failure);
  }
}
