import { dayOf } from '../../shared/calendar';
import { decideReviews } from '../../shared/actions/decide-reviews';
import { countWorklists } from '../../shared/actions/count-worklists';
import { pageOfDeletions } from '../../shared/actions/list-deletions';
import { pageOfReviews, pageOfReviewsByDay, type Rounds } from '../../shared/actions/list-reviews';
import { takeDeletion } from '../../shared/actions/take-deletion';
import { readDeletion } from '../../shared/http/deletion-body';
import { getWorklists } from '../../shared/http/operations/get-worklists';
import { listDeletions } from '../../shared/http/operations/list-deletions';
import { noteDeletion } from '../../shared/http/operations/note-deletion';
import { closeCase } from '../../shared/actions/close-case';
import { findOpenCase } from '../../shared/actions/find-open-case';
import { readCase } from '../../shared/actions/read-case';
import { beginRequest, noteRequest, pageOfRequests, reopenRequest, requestAnswer } from '../../shared/actions/requests';
import { closeCase as closeContract } from '../../shared/http/operations/close-case';
import { writeCursor } from '../../shared/http/cursor';
import { decideReviews as decideContract } from '../../shared/http/operations/decide-reviews';
import { listReviews } from '../../shared/http/operations/list-reviews';
import { readReview, reviewDayPlace, reviewPlace } from '../../shared/http/review-body';
import { listCases } from '../../shared/http/operations/list-cases';
import { checkIdentity } from '../../shared/http/operations/check-identity';
import { extendCase } from '../../shared/http/operations/extend-case';
import { openCase as openContract } from '../../shared/http/operations/open-case';
import { reopenCase } from '../../shared/http/operations/reopen-case';
import { readWhose } from '../../shared/http/subject-body';
import { needPast } from '../../shared/http/order-fields';
import { readCase as readContract } from '../../shared/http/operations/read-case';
import { on, serve } from '../../shared/http/serve';
import { outlineOf } from '../../shared/http/subject-answer';
import type { SubjectId } from '../../shared/ids';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), subjectKey: subjectKey() };

/** What waits for operators: requests that somebody has to see to, what is to be reviewed, and deletions that nobody confirmed. */
export const handler = serve(
  guard(),
  on(listCases, async ({ site, query: { state = 'open', dueBefore, limit, cursor }, now }, answer) => {
    const { rows, ...place } = await pageOfRequests(deps, site, { state, dueBefore, limit, cursor }, now);
    return answer.json(200, { site: site.id, cases: rows, ...place });
  }),
  on(openContract, async ({ site, body, operator, now }, answer) => {
    needPast('/receivedOn', body.receivedOn, now);
    const heard = { ...body, whose: readWhose(body) };
    const { subject, request } = await beginRequest(deps, { site, operator, now }, heard);
    return answer.json(201, requestAnswer(subject, request, now));
  }),
  on(extendCase, async (call, answer) => {
    const note = { did: 'extended', ...call.body } as const;
    const { subject, request } = await noteRequest(deps, await findOpenCase(deps, call), note, call.now);
    return answer.json(200, requestAnswer(subject, request, call.now));
  }),
  on(checkIdentity, async (call, answer) => {
    const note = { did: 'identity-checked', ...call.body } as const;
    const { subject, request } = await noteRequest(deps, await findOpenCase(deps, call), note, call.now);
    return answer.json(200, requestAnswer(subject, request, call.now));
  }),
  on(reopenCase, async ({ site, params, body: { id, reason }, operator, now }, answer) => {
    const whose = { id: params.case, subject: id, reason };
    const { subject, request } = await reopenRequest(deps, { site, operator, now }, whose);
    return answer.json(200, requestAnswer(subject, request, now));
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
  on(listReviews, async ({ site, query: { what, limit, cursor }, now }, answer) => {
    if (what !== undefined) {
      const wanted = { what, after: reviewDayPlace(cursor), limit, now };
      const { waiting, next, ...rounds } = await pageOfReviewsByDay(deps, site, wanted);
      return answer.json(200, {
        site: site.id,
        ...shownRounds(rounds),
        waiting,
        ...(next && { cursor: writeCursor(next) }),
      });
    }
    const { waiting, next, ...rounds } = await pageOfReviews(deps, site, { after: reviewPlace(cursor), limit, now });
    return answer.json(200, { site: site.id, ...shownRounds(rounds), waiting, ...placeAfter(next) });
  }),
  on(getWorklists, async ({ site, now }, answer) => {
    const lists = await countWorklists(deps, site, now);
    return answer.json(200, { site: site.id, asOf: now.toISOString(), lists: [...lists] });
  }),
  on(listDeletions, async ({ site, query: { limit, cursor }, now }, answer) => {
    const page = await pageOfDeletions(deps, site, { limit, cursor }, now);
    return answer.json(200, { site: site.id, ...page });
  }),
  on(noteDeletion, async ({ site, body: { reason, ...body }, operator, now }, answer) => {
    const deletion = readDeletion(site, body);
    await takeDeletion(deps, site, deletion, { actor: operator, now, reason });
    const { id, processor } = deletion;
    return answer.json(200, { site: site.id, id, processor: processor.id, status: 'confirmed' });
  }),
  on(decideContract, async ({ site, body, operator, now }, answer) => {
    const order = readReview(body, now);
    const { decisions, next } = await decideReviews(deps, { site, operator, order, now });
    return answer.json(200, { site: site.id, dryRun: order.isDry, decisions, ...placeAfter(next) });
  }),
);

const shownRounds = ({ round, nextRound }: Rounds) => ({
  round: round ? { began: round.began.toISOString(), deleteBy: round.deleteBy } : null,
  nextRound: nextRound ? dayOf(nextRound) : null,
});

const placeAfter = (next: SubjectId | undefined) =>
  next === undefined ? {} : { cursor: writeCursor({ after: next }) };
