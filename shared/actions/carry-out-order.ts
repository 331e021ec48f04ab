import { NoSuchHold } from '../consent/errors';
import { entriesOf, type Entry } from '../consent/entry';
import { requestsOf } from '../consent/requests';
import { headOf, isKnown } from '../consent/standing';
import { changedMeanwhile } from '../http/changed-meanwhile';
import type { Operation } from '../http/operation';
import { Problem } from '../http/problem';
import type { Call } from '../http/serve';
import type { Outcome } from '../http/subject-answer';
import { readSubjectStep, type SubjectBody } from '../http/subject-steps';
import { readWholeHistory } from '../ledger/ledger';
import { subjectId } from '../ledger/subject-id';
import { requirements } from '../policy/sites';
import type { Deps } from './deps';
import { holdLabels } from './hold-labels';
import { endOfReason, orderedSteps, type About } from './order-steps';
import { imagineSteps, StoppedBetween, takeSteps } from './take-steps';

type OrderDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>;
type OrderCall = Pick<Call<Operation>, 'site' | 'operator' | 'now'>;

/** What an operator wants, and the person as it finds them. */
export type Order<B extends SubjectBody = SubjectBody> = Awaited<ReturnType<typeof readOrder<B>>>;

/** What is known of the person whom an order is about, and what the operator wants. @throws {Problem} 404 where nothing is known */
export async function readOrder<B extends SubjectBody>(deps: OrderDeps, { site, operator, now }: OrderCall, body: B) {
  const { whose, told } = readSubjectStep(body, site, now);
  const subject = 'id' in whose ? whose.id : await subjectId(deps.subjectKey, site.id, whose.canonical);
  const history = await readWholeHistory(deps.ledger, subject, now);
  const before = history.entries;
  // Whoever is named by an id has to be there: ids are of one site, and nobody makes one up.
  const isOfSite = history.all.some((entry) => entry.site === site.id);
  if (!isKnown(history.all) && !isForAnybody(body)) throw unknownPerson();
  if ('id' in whose && !isOfSite) throw unknownPerson();
  needRequest(before, body.forCase);
  const operation = { site, requires: requirements(site), operator, told };
  return { whose, body, subject, before, history, operation, now };
}

/** @throws {Problem} 404 where a step is to name a request that the person never made */
export function needRequest(entries: readonly Entry[], forCase: string | undefined): void {
  if (forCase === undefined || requestsOf(entries).some((request) => request.case === forCase)) return;
  throw new Problem(404, 'unknown-case', 'There is no request of this id of this person.');
}

/** Makes an order part of the person's record; of a dry run only says what that would be. */
export async function carryOut<A extends object>(
  deps: OrderDeps,
  order: Order,
  say: (outcome: Outcome) => A,
): Promise<A> {
  const { body, subject, before, history, operation, now } = order;
  const { dryRun = false, expects } = body;
  const steps = await orderedSteps(deps, operation, body, { subject, entries: before, now });
  const imagined = (): Entry[] => explained(() => imagineSteps(steps, { subject, now }, history));
  const head = headOf(history.all) ?? null;
  const answer = async (taken: readonly Entry[], isDry: boolean): Promise<A> => {
    const labels = await labelsWith(deps, order, { subject, entries: [...before, ...taken], now });
    const left = isDry ? head : (taken.at(-1)?.hash ?? head);
    return say({ site: operation.site, dryRun: isDry, head: left, before, taken, now, labels });
  };
  if (dryRun) return answer(imagined(), true);
  if (expects !== undefined && expects !== head) {
    const left = imagined();
    // What was done just so before is no change: an answer that got lost can be asked for again.
    if (left.length === 0) return answer([], false);
    throw changedMeanwhile(await answer(left, true));
  }
  const partsEnd = endOfReason(operation.site, now);
  try {
    return await answer(await takeSteps(deps, steps, { subject, now, partsEnd, expects, onAll: true }), false);
  } catch (error) {
    if (!(error instanceof StoppedBetween)) throw explain(error);
    const fresh = await readWholeHistory(deps.ledger, subject, now);
    const anew = { ...order, before: fresh.entries, history: fresh };
    // Nothing was done yet, so all is as if it had been sent a moment later.
    if (error.taken.length === 0) return carryOut(deps, anew, say);
    const preview = await carryOut(deps, { ...anew, body: { ...body, dryRun: true } }, say);
    throw changedMeanwhile(preview, error.taken);
  }
}

function explained<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw explain(error);
  }
}

/** What the disputes are called that hold data now, or would. */
async function labelsWith(deps: OrderDeps, { body }: Order, about: About): Promise<ReadonlyMap<string, string>> {
  const labels = await holdLabels(deps, about);
  const label = body.action === 'holds' && !body.lift ? body.label : undefined;
  const id = entriesOf('HoldPlaced', about.entries).at(-1)?.facts.case;
  return label === undefined || id === undefined ? labels : new Map([...labels, [id, label]]);
}

/** An objection, and the wish not to be brought back, are good from people of whom nothing is known. */
function isForAnybody(body: SubjectBody): boolean {
  return body.action === 'objections' || (body.action === 'erasures' && body.suppress === true);
}

function unknownPerson(): Problem {
  const detail =
    'Nothing is known of this person at this site; check the address. An objection can be recorded all the same.';
  return new Problem(404, 'unknown-person', detail);
}

function explain(error: unknown): unknown {
  if (!(error instanceof NoSuchHold)) return error;
  const held = error.held.length === 0 ? 'none at all' : error.held.join('; ');
  return new Problem(409, 'no-such-hold', `There is no such hold of this person. There is: ${held}.`);
}
