import { carryOut, readOrder } from '../../shared/actions/carry-out-order';
import { erase } from '../../shared/actions/erase';
import { giveAccess } from '../../shared/actions/give-access';
import { holdConnections } from '../../shared/actions/hold-connections';
import { rectify } from '../../shared/actions/rectify';
import { erase as eraseContract } from '../../shared/http/operations/erase';
import { giveAccess as giveAccessContract } from '../../shared/http/operations/give-access';
import { hold } from '../../shared/http/operations/hold';
import { holdConnections as holdConnectionsContract } from '../../shared/http/operations/hold-connections';
import { readIncident } from '../../shared/http/incident-body';
import { object } from '../../shared/http/operations/object';
import { rectify as rectifyContract } from '../../shared/http/operations/rectify';
import { restrict } from '../../shared/http/operations/restrict';
import { weigh } from '../../shared/http/operations/weigh';
import { withdraw } from '../../shared/http/operations/withdraw';
import { on, serve } from '../../shared/http/serve';
import { answerOf } from '../../shared/http/subject-answer';
import type { SubjectBody } from '../../shared/http/subject-steps';
import { writeLetter as writeLetterContract } from '../../shared/http/operations/write-letter';
import { writeLetter } from '../../shared/actions/write-letter';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, limits, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), limits: limits(), subjectKey: subjectKey() };

type OrderCall = Parameters<typeof readOrder>[1];

const read = <B extends SubjectBody>(call: OrderCall, wanted: B) => readOrder(deps, call, wanted);
const order = async (call: OrderCall, wanted: SubjectBody) => carryOut(deps, await read(call, wanted), answerOf);

/** What operators do about a person, mostly at their request. Each order becomes part of the person's record. */
export const handler = serve(
  guard(),
  on(withdraw, async (call, answer) => answer.json(200, await order(call, { action: 'withdrawals', ...call.body }))),
  on(object, async (call, answer) => answer.json(200, await order(call, { action: 'objections', ...call.body }))),
  on(weigh, async (call, answer) => answer.json(200, await order(call, { action: 'weighings', ...call.body }))),
  on(restrict, async (call, answer) => answer.json(200, await order(call, { action: 'restrictions', ...call.body }))),
  on(hold, async (call, answer) => answer.json(200, await order(call, { action: 'holds', ...call.body }))),
  on(eraseContract, async (call, answer) =>
    answer.json(200, await erase(deps, await read(call, { action: 'erasures', ...call.body }))),
  ),
  on(rectifyContract, async (call, answer) =>
    answer.json(200, await rectify(deps, await read(call, { action: 'rectifications', ...call.body }))),
  ),
  on(holdConnectionsContract, async ({ site, body, operator, now }, answer) => {
    const held = await holdConnections(deps, { site, operator, now, ...readIncident(body, now) });
    return answer.json(200, { site: site.id, ...held });
  }),
  on(giveAccessContract, (call, answer) => giveAccess(deps, call, answer)),
  on(writeLetterContract, (call, answer) => writeLetter(deps, call, answer)),
);
