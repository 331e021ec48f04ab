import { answerOf, erasureAnswer } from '../http/subject-answer';
import type { SubjectBody } from '../http/subject-steps';
import { carryOut, type Order } from './carry-out-order';
import type { Deps } from './deps';
import { erasureWish } from './order-steps';

type Erasure = Extract<SubjectBody, { action: 'erasures' }>;

/** Erases a person, and says what that ended and what stands against it. */
export function erase(deps: Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>, order: Order<Erasure>) {
  return carryOut(deps, order, (outcome) => ({
    ...answerOf(outcome),
    erasure: erasureAnswer(outcome, erasureWish(order.body)),
  }));
}
