import { dayOf, plus } from '../calendar';
import type { CarriedOut } from '../consent/carried-out';
import { requestBegun, requestNoted } from '../consent/decide/cases';
import type { Operation } from '../consent/decide/operator-decisions';
import type { EntryFor, Operator } from '../consent/entry';
import { requestsOf, dueOf, type Request } from '../consent/requests';
import { isKnown } from '../consent/standing';
import { readCursor, writeCursor } from '../http/cursor';
import { Problem } from '../http/problem';
import type { Whose } from '../http/subject-body';
import type { SubjectId } from '../ids';
import { closedCases, listClosedCase, openCases, relistCase, type Case, type ClosedCase } from '../ledger/cases';
import { readWholeHistory } from '../ledger/ledger';
import { caseIdFor, subjectId } from '../ledger/subject-id';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import * as z from '../zod';
import type { Deps } from './deps';
import type { OpenCase } from './find-open-case';
import { endOfReason } from './order-steps';
import { takeStep } from './take-step';
import { needAtSite } from './whose';

type RequestDeps = Pick<Deps, 'ledger' | 'vault' | 'audience'>;

interface By {
  readonly site: Site;
  readonly operator: Operator;
  readonly now: Date;
}

interface Heard {
  readonly whose: Whose;
  readonly via: 'e-mail' | 'letter' | 'phone' | 'in-person';
  readonly receivedOn: string;
  readonly wish: EntryFor<'RequestReceived'>['facts']['wish'];
  readonly note: string;
}

/**
 * Writes down what a person wants. The same by the same way on the same day is the same request, so it can be repeated.
 *
 * 1. Add the entry. A crash before leaves nothing.
 * 2. Put it on the list. A crash before leaves that to the projector, which hears of the entry.
 */
export async function beginRequest(
  deps: RequestDeps & Pick<Deps, 'subjectKey'>,
  { site, operator, now }: By,
  { whose, via, receivedOn, wish, note }: Heard,
): Promise<{ readonly subject: SubjectId; readonly request: Request }> {
  const subject = 'id' in whose ? whose.id : await subjectId(deps.subjectKey, site.id, whose.canonical);
  const { all } = await readWholeHistory(deps.ledger, subject, now);
  // An id is one of a list: who is named by it is known at this site.
  needAtSite(whose, isKnown(all) ? all : [], site);
  const id = await caseIdFor(deps.subjectKey, subject, `${via} ${receivedOn} ${wish}`);
  const operation: Operation = { site, requires: requirements(site), operator, told: { via, receivedOn } };
  const request = await noted(deps, { site, subject, id, now }, note, requestBegun(operation, { id, wish }));
  if (request.closed === undefined) await relistCase(deps.audience, site.id, rowOf(subject, request));
  return { subject, request };
}

interface About {
  readonly site: Site;
  readonly subject: SubjectId;
  readonly id: string;
  readonly now: Date;
}

/** Takes a step about a request, and says how that stands then. */
async function noted(
  deps: RequestDeps,
  { site, subject, id, now }: About,
  reason: string,
  decide: ReturnType<typeof requestNoted>,
): Promise<Request> {
  const { entries, entry } = await takeStep(deps, {
    subject,
    now,
    onAll: true,
    decide: (_, ...seen) => decide(...seen),
    parts: { reason: { reason } },
    partsEnd: endOfReason(site, now),
  });
  const request = requestsOf(entry ? [...entries, entry] : entries).find((one) => one.case === id);
  if (!request) throw unknownCase();
  return request;
}

type Note = Parameters<typeof requestNoted>[2];

/** Notes something about an open request: that it takes longer, or how the operator made sure who asks. */
export async function noteRequest(
  deps: RequestDeps,
  { open, operation }: OpenCase,
  { reason, ...note }: Note & { readonly reason: string },
  now: Date,
): Promise<{ readonly subject: SubjectId; readonly request: Request }> {
  const { site } = operation;
  const { id, subject } = open;
  const { receivedOn = dayOf(new Date(open.since)), isExtended } = open;
  if (note.did === 'extended' && !isExtended) needInTime(receivedOn, note.informedOn, now);
  const request = await noted(deps, { site, subject, id, now }, reason, requestNoted(operation, id, note));
  await relistCase(deps.audience, site.id, rowOf(subject, request));
  return { subject, request };
}

/** Art. 12(3) GDPR: that it takes longer the person is told within the month, and why. */
function needInTime(receivedOn: string, informedOn: string | undefined, now: Date): void {
  const [today, due] = [dayOf(now), dueOf(receivedOn, false)];
  if (informedOn === undefined || informedOn > today || informedOn < receivedOn) {
    const detail = 'Tell the person first that it takes longer, and why; and say here on which day you did.';
    throw new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', [
      { pointer: '/informedOn', detail },
    ]);
  }
  if (informedOn > due) {
    const detail = `The person had to be told by ${due} that it takes longer (Art. 12(3) GDPR). Answer the request now.`;
    throw new Problem(409, 'too-late', detail);
  }
}

/** Opens a request again that was closed. */
export async function reopenRequest(
  deps: RequestDeps,
  { site, operator, now }: By,
  { id, subject, reason }: { readonly id: string; readonly subject: SubjectId; readonly reason: string },
): Promise<{ readonly subject: SubjectId; readonly request: Request }> {
  const { entries } = await readWholeHistory(deps.ledger, subject, now);
  const before = requestsOf(entries.filter((entry) => entry.site === site.id)).find((one) => one.case === id);
  if (!before) throw unknownCase();
  const operation: Operation = { site, requires: requirements(site), operator, told: {} };
  const decide = requestNoted(operation, id, { did: 'reopened' });
  const request = await noted(deps, { site, subject, id, now }, reason, decide);
  await relistCase(deps.audience, site.id, rowOf(subject, request));
  if (before.closed) {
    const closed = { ...rowOf(subject, before), closedAt: before.closed.at, outcome: before.closed.outcome };
    await listClosedCase(deps.audience, site.id, closed, now);
  }
  return { subject, request };
}

/** What the list has of a request. */
export function rowOf(subject: SubjectId, request: Request): Case {
  const { case: id, since, receivedOn, via, wish, reading, provenBy, isExtended } = request;
  return {
    ...{ id, subject, since, receivedOn, via, isExtended },
    // What is said to an operator by letter or by phone is no flood of mails.
    isProven: wish !== undefined || provenBy !== undefined,
    ...(wish && { wish }),
    ...(reading && { reading }),
    ...(provenBy && { provenBy }),
  };
}

interface Page {
  readonly state: 'open' | 'closed';
  readonly dueBefore: string | undefined;
  readonly cursor: string | undefined;
  readonly limit: number | undefined;
}

const openPlace = z.strictObject({ due: z.iso.date(), case: z.string() });
const closedPlace = z.strictObject({ closed: z.string() });
const PAGE = 50;

/** A page of the requests of a site: those that are open by their day, and those that are closed with the newest first. */
export async function pageOfRequests(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  { state, dueBefore, cursor, limit }: Page,
  now: Date,
) {
  if (state === 'closed') {
    const after = cursor === undefined ? undefined : readCursor(closedPlace, cursor).closed;
    const { cases, next } = await closedCases(audience, site.id, { after, limit: limit ?? PAGE, now });
    const rows = cases.map((one) => ({
      ...lineOf(one, now),
      overdue: false,
      outcome: one.outcome,
      closedAt: one.closedAt,
      ...(one.carriedOut && { carriedOut: one.carriedOut }),
    }));
    return { rows, ...(next !== undefined && { cursor: writeCursor({ closed: next }) }) };
  }
  const after = cursor === undefined ? undefined : readCursor(openPlace, cursor);
  const all = (await openCases(audience, site.id, now)).map((one) => lineOf(one, now)).sort(byDay);
  const left = all
    .filter((row) => dueBefore === undefined || row.due < dueBefore)
    .filter((row) => !after || byDay(row, after) > 0);
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows,
    ...(last && rows.length < left.length && { cursor: writeCursor({ due: last.due, case: last.case }) }),
  };
}

const byDay = (one: { due: string; case: string }, other: { due: string; case: string }): number =>
  `${one.due} ${one.case}`.localeCompare(`${other.due} ${other.case}`);

/** A row of the list, as it is answered. Rows of earlier versions say no more than since when a mail waits. */
function lineOf({ id, subject, since, isProven: _, ...told }: Case, now: Date) {
  const { receivedOn = dayOf(new Date(since)), via = 'e-mail', isExtended = false, wish, reading, provenBy } = told;
  const due = dueOf(receivedOn, isExtended);
  return {
    ...{ case: id, since, id: subject, receivedOn, via, due, extended: isExtended, overdue: due < dayOf(now) },
    ...(wish && { wish }),
    ...(reading && { reading }),
    ...(provenBy && { provenBy }),
  };
}

/** A request, as it is answered to whoever changed something about it. */
export function requestAnswer(subject: SubjectId, request: Request, now: Date) {
  const { closed, done, letters, identity } = request;
  return {
    ...lineOf(rowOf(subject, request), now),
    ...(closed && { overdue: false, closedAt: closed.at, outcome: closed.outcome }),
    ...(identity && { identity }),
    done: [...done],
    letters: [...letters],
  };
}

/** What the list of closed ones has of what the system did by itself. */
export function doneRow(subject: SubjectId, { id, at, wish, provenBy, ...done }: CarriedOut): ClosedCase {
  const via = done.isMail ? 'e-mail' : 'page';
  const told = { via, receivedOn: dayOf(new Date(at)), wish, ...(provenBy && { provenBy }) } as const;
  return { id, subject, since: at, isProven: true, ...told, closedAt: at, outcome: wish, carriedOut: true };
}

/** When a closed request is on no list any more. */
export const endOfClosed = (site: Site, now: Date): Date => plus(now, site.retention.accessLog);

function unknownCase(): Problem {
  return new Problem(404, 'unknown-case', 'There is no request of this id of this person at this site.');
}
