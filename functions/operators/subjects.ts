import { httpFunction } from '../../shared/http/http-function';
import { Problem, unknownSite } from '../../shared/http/problem';
import { json } from '../../shared/http/response';
import { moveAddress, otherAddress } from '../../shared/actions/subject-address';
import { answerOf, erasureAnswer } from '../../shared/http/subject-answer';
import { erasureWish, movesOf } from '../../shared/actions/subject-moves';
import { readSubjectStep, type SubjectAction, type SubjectBody } from '../../shared/http/subject-steps';
import { NoSuchHold } from '../../shared/consent/errors';
import { isKnown } from '../../shared/consent/standing';
import { plus } from '../../shared/calendar';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { imagineSteps, takeSteps } from '../../shared/actions/take-steps';
import { findSite, requirements } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** What operators do about a person, mostly at their request. Each order becomes part of the person's record. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const now = new Date();
  const action = call.routeKey.split('/').at(-1) as SubjectAction;
  const { address, told, body } = readSubjectStep(action, site, call, now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const { entries: before } = await readHistory(deps.ledger, subject, now);
  if (!isKnown(before) && !isForAnybody(body)) throw unknownPerson();
  const operator = { kind: 'operator', id: call.operator ?? 'unknown' } as const;
  const operation = { site, requires: requirements(site), operator, told };
  const other = otherAddress(body, address);
  if (other) return json(200, await moveAddress(deps, operation, body, { subject, entries: before }, other, now));
  const moves = await movesOf(deps, operation, body, { subject, entries: before, now });
  const dryRun = body.dryRun ?? false;
  // Until `retention` sees to it. What explains an order is kept as long as who looked at what.
  const partsEnd = plus(now, site.retention.accessLog);
  const taken = await (
    dryRun
      ? Promise.resolve().then(() => imagineSteps(moves, { subject, now }, before))
      : takeSteps(deps, moves, { subject, now, partsEnd })
  ).catch(explain);
  const outcome = { site, dryRun, before, taken, now };
  const erasure = body.action === 'erasures' && { erasure: erasureAnswer(outcome, erasureWish(body)) };
  return json(200, { ...answerOf(outcome), ...erasure });
});

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
