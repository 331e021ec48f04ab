import { erase } from '../../shared/http/operations/erase';
import { hold } from '../../shared/http/operations/hold';
import { object } from '../../shared/http/operations/object';
import { rectify } from '../../shared/http/operations/rectify';
import { restrict } from '../../shared/http/operations/restrict';
import { withdraw } from '../../shared/http/operations/withdraw';
import type { Operation } from '../../shared/http/operation';
import { Problem } from '../../shared/http/problem';
import { on, serve, type Call } from '../../shared/http/serve';
import { moveAddress, otherAddress } from '../../shared/actions/move-address';
import { answerOf, erasureAnswer, type Outcome } from '../../shared/http/subject-answer';
import { erasureWish, orderedSteps } from '../../shared/actions/order-steps';
import { readSubjectStep, type SubjectBody } from '../../shared/http/subject-steps';
import { NoSuchHold } from '../../shared/consent/errors';
import { isKnown } from '../../shared/consent/standing';
import { plus } from '../../shared/calendar';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { imagineSteps, takeSteps } from '../../shared/actions/take-steps';
import { requirements } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** What is known of the person whom an order is about, and what the operator wants. */
async function readOrder({ site, operator, now }: OrderCall, wanted: SubjectBody) {
  const { address, told, body } = readSubjectStep(wanted, site, now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const history = await readHistory(deps.ledger, subject, now);
  const before = history.entries;
  if (!isKnown(history.all) && !isForAnybody(body)) throw unknownPerson();
  const actor = { kind: 'operator', id: operator } as const;
  const operation = { site, requires: requirements(site), operator: actor, told };
  return { address, body, subject, before, history, operation, now };
}

type OrderCall = Pick<Call<Operation>, 'site' | 'operator' | 'now'>;
type Order = Awaited<ReturnType<typeof readOrder>>;

async function carryOut({ body, subject, before, history, operation, now }: Order): Promise<Outcome> {
  const { site } = operation;
  const steps = await orderedSteps(deps, operation, body, { subject, entries: before, now });
  const dryRun = body.dryRun ?? false;
  // Until `retention` sees to it. What explains an order is kept as long as who looked at what.
  const partsEnd = plus(now, site.retention.accessLog);
  const taken = await (
    dryRun
      ? Promise.resolve().then(() => imagineSteps(steps, { subject, now }, history))
      : takeSteps(deps, steps, { subject, now, partsEnd })
  ).catch(explain);
  return { site, dryRun, before, taken, now };
}

/** Each order becomes part of the person's record. */
const order = async (call: OrderCall, wanted: SubjectBody) => answerOf(await carryOut(await readOrder(call, wanted)));

/** What operators do about a person, mostly at their request. */
export const handler = serve(
  deps.sites,
  on(withdraw, async (call, answer) => answer.json(200, await order(call, { action: 'withdrawals', ...call.body }))),
  on(object, async (call, answer) => answer.json(200, await order(call, { action: 'objections', ...call.body }))),
  on(restrict, async (call, answer) => answer.json(200, await order(call, { action: 'restrictions', ...call.body }))),
  on(hold, async (call, answer) => answer.json(200, await order(call, { action: 'holds', ...call.body }))),
  on(erase, async (call, answer) => {
    const erasure = { action: 'erasures', ...call.body } as const;
    const outcome = await carryOut(await readOrder(call, erasure));
    return answer.json(200, { ...answerOf(outcome), erasure: erasureAnswer(outcome, erasureWish(erasure)) });
  }),
  on(rectify, async (call, answer) => {
    const read = await readOrder(call, { action: 'rectifications', ...call.body });
    const { address, body, subject, before, operation, now } = read;
    const other = otherAddress(body, address);
    if (!other) return answer.json(200, answerOf(await carryOut(read)));
    return answer.json(200, await moveAddress(deps, operation, body, { subject, entries: before }, other, now));
  }),
);

/** An objection, and the wish not to be brought back, are good from people of whom nothing is known. */
function isForAnybody(body: SubjectBody): boolean {
  return body.action === 'objections' || (body.action === 'erasures' && body.suppress === true);
}

function unknownPerson(): Problem {
  const detail =
    'Nothing is known of this person at this site; check the address. An objection can be recorded all the same.';
  return new Problem(404, 'unknown-person', detail);
}

function explain(error: unknown): never {
  if (!(error instanceof NoSuchHold)) throw error;
  const held = error.held.length === 0 ? 'none at all' : error.held.join('; ');
  throw new Problem(409, 'no-such-hold', `There is no hold of that name. There is: ${held}.`);
}
