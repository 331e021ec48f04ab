import { decideReviews } from '../../shared/actions/decide-reviews';
import { pageOfReviews } from '../../shared/actions/list-reviews';
import { closeCase } from '../../shared/actions/close-case';
import { findOpenCase } from '../../shared/actions/find-open-case';
import { readCase } from '../../shared/actions/read-case';
import { closeCase as closeContract } from '../../shared/http/operations/close-case';
import { writeCursor } from '../../shared/http/cursor';
import { decideReviews as decideContract } from '../../shared/http/operations/decide-reviews';
import { listReviews } from '../../shared/http/operations/list-reviews';
import { readReview, reviewPlace } from '../../shared/http/review-body';
import { listCases } from '../../shared/http/operations/list-cases';
import { readCase as readContract } from '../../shared/http/operations/read-case';
import { on, serve } from '../../shared/http/serve';
import { outlineOf } from '../../shared/http/subject-answer';
import { openCases } from '../../shared/ledger/cases';
import type { SubjectId } from '../../shared/ids';
import { guard } from '../deps/guard';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience() };

/** What waits for operators: mails that somebody has to read, and what is to be reviewed. */
export const handler = serve(
  guard(),
  on(listCases, async ({ site, now }, answer) => {
    const cases = await openCases(deps.audience, site.id, now);
    return answer.json(200, { site: site.id, cases: cases.map(({ id, since }) => ({ case: id, since })) });
  }),
  on(readContract, async (call, answer) => {
    const shown = await readCase(deps, await findOpenCase(deps, call), call.body.reason, call.now);
    return answer.json(200, { site: call.site.id, ...shown });
  }),
  on(closeContract, async (call, answer) => {
    const taken = await closeCase(deps, await findOpenCase(deps, call), call.body, call.now);
    const done = taken.map((entry) => outlineOf(entry, false));
    return answer.json(200, { site: call.site.id, case: call.params.case, outcome: call.body.outcome, done });
  }),
  on(listReviews, async ({ site, query: { limit, cursor }, now }, answer) => {
    const { round, waiting, next } = await pageOfReviews(deps, site, { after: reviewPlace(cursor), limit, now });
    const shown = round && { began: round.began.toISOString(), deleteBy: round.deleteBy };
    return answer.json(200, { site: site.id, round: shown ?? null, waiting, ...placeAfter(next) });
  }),
  on(decideContract, async ({ site, body, operator, now }, answer) => {
    const order = readReview(body, now);
    const { decisions, next } = await decideReviews(deps, { site, operator, order, now });
    return answer.json(200, { site: site.id, dryRun: order.isDry, decisions, ...placeAfter(next) });
  }),
);

const placeAfter = (next: SubjectId | undefined) =>
  next === undefined ? {} : { cursor: writeCursor({ after: next }) };
