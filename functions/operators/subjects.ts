import { carryOut, readOrder } from '../../shared/actions/carry-out-order';
import { giveAccess } from '../../shared/actions/give-access';
import { moveAddress, otherAddress } from '../../shared/actions/move-address';
import { erasureWish } from '../../shared/actions/order-steps';
import { erase } from '../../shared/http/operations/erase';
import { giveAccess as giveAccessContract } from '../../shared/http/operations/give-access';
import { hold } from '../../shared/http/operations/hold';
import { object } from '../../shared/http/operations/object';
import { rectify } from '../../shared/http/operations/rectify';
import { restrict } from '../../shared/http/operations/restrict';
import { withdraw } from '../../shared/http/operations/withdraw';
import { on, serve } from '../../shared/http/serve';
import { answerOf, erasureAnswer } from '../../shared/http/subject-answer';
import type { SubjectBody } from '../../shared/http/subject-steps';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

type OrderCall = Parameters<typeof readOrder>[1];

/** Each order becomes part of the person's record. */
const order = async (call: OrderCall, wanted: SubjectBody) =>
  answerOf(await carryOut(deps, await readOrder(deps, call, wanted)));

/** What operators do about a person, mostly at their request. */
export const handler = serve(
  deps.sites,
  on(withdraw, async (call, answer) => answer.json(200, await order(call, { action: 'withdrawals', ...call.body }))),
  on(object, async (call, answer) => answer.json(200, await order(call, { action: 'objections', ...call.body }))),
  on(restrict, async (call, answer) => answer.json(200, await order(call, { action: 'restrictions', ...call.body }))),
  on(hold, async (call, answer) => answer.json(200, await order(call, { action: 'holds', ...call.body }))),
  on(erase, async (call, answer) => {
    const erasure = { action: 'erasures', ...call.body } as const;
    const outcome = await carryOut(deps, await readOrder(deps, call, erasure));
    return answer.json(200, { ...answerOf(outcome), erasure: erasureAnswer(outcome, erasureWish(erasure)) });
  }),
  on(rectify, async (call, answer) => {
    const read = await readOrder(deps, call, { action: 'rectifications', ...call.body });
    const { address, body, subject, before, operation, now } = read;
    const other = otherAddress(body, address);
    if (!other) return answer.json(200, answerOf(await carryOut(deps, read)));
    return answer.json(200, await moveAddress(deps, operation, body, { subject, entries: before }, other, now));
  }),
  on(giveAccessContract, (call, answer) => giveAccess(deps, call, answer)),
);
