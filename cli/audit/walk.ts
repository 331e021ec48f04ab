import { Interrupted } from '../tables/interruption';
import type { Progress } from '../tables/progress';
import type { Rules } from './ends';
import type { Journal, Position } from './journal';

/** What all walks have in common. */
export interface Walk {
  readonly journal: Journal;
  readonly progress: Progress;
  readonly siteOf: Rules['siteOf'];
  readonly now: () => Date;
  /** Items that one call reads. */
  readonly pageSize: number;
  /** Whether somebody asked for an end. */
  readonly isStopped: () => boolean;
}

/** The rules of this moment. */
export const rulesOf = ({ siteOf, now }: Walk): Rules => ({ siteOf, now: now() });

/** A walk was as far as that. @throws {Interrupted} */
export async function arriveAt(position: Position, { journal, isStopped }: Walk): Promise<void> {
  await journal.moveTo(position);
  if (isStopped()) throw new Interrupted();
}
