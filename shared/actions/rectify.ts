import { answerOf } from '../http/subject-answer';
import type { SubjectBody } from '../http/subject-steps';
import { carryOut, type Order } from './carry-out-order';
import type { Deps } from './deps';
import { moveAddress, otherAddress } from './move-address';

type Rectification = Extract<SubjectBody, { action: 'rectifications' }>;

/** Corrects who a person is. Another address is asked first whether it wants to be theirs. */
export async function rectify(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  order: Order<Rectification>,
) {
  const { address, body, subject, before, operation, now } = order;
  const other = otherAddress(body.newEmail, address);
  if (!other) return answerOf(await carryOut(deps, order));
  return moveAddress(deps, operation, body, { subject, entries: before }, other, now);
}
