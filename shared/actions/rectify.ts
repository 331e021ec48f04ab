import { headOf } from '../consent/standing';
import { changedMeanwhile } from '../http/changed-meanwhile';
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
  const { whose, body, subject, before, history, operation, now } = order;
  const other = otherAddress(body.newEmail, whose);
  if (!other) return carryOut(deps, order, answerOf);
  const old = { subject, entries: before, head: headOf(history.all) ?? null };
  const { expects, dryRun = false } = body;
  if (dryRun || expects === undefined || expects === old.head)
    return moveAddress(deps, operation, body, old, other, now);
  const preview = await moveAddress(deps, operation, { ...body, dryRun: true }, old, other, now);
  // It was asked already.
  if (preview.done.length === 0) return { ...preview, dryRun };
  throw changedMeanwhile(preview);
}
