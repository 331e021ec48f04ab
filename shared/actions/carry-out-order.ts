import { NoSuchHold } from '../consent/errors';
import { entriesOf } from '../consent/entry';
import { isKnown } from '../consent/standing';
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
import { imagineSteps, takeSteps } from './take-steps';

type OrderDeps = Pick<Deps, 'ledger' | 'vault' | 'subjectKey'>;
type OrderCall = Pick<Call<Operation>, 'site' | 'operator' | 'now'>;

/** What an operator wants, and the person as it finds them. */
export type Order<B extends SubjectBody = SubjectBody> = Awaited<ReturnType<typeof readOrder<B>>>;

/** What is known of the person whom an order is about, and what the operator wants. @throws {Problem} 404 where nothing is known */
export async function readOrder<B extends SubjectBody>(deps: OrderDeps, { site, operator, now }: OrderCall, body: B) {
  const { address, told } = readSubjectStep(body, site, now);
  const subject = await subjectId(deps.subjectKey, site.id, address.canonical);
  const history = await readWholeHistory(deps.ledger, subject, now);
  const before = history.entries;
  if (!isKnown(history.all) && !isForAnybody(body)) throw unknownPerson();
  const operation = { site, requires: requirements(site), operator, told };
  return { address, body, subject, before, history, operation, now };
}

/** Makes an order part of the person's record; of a dry run only says what that would be. */
export async function carryOut(deps: OrderDeps, order: Order): Promise<Outcome> {
  const { body, subject, before, history, operation, now } = order;
  const { site } = operation;
  const steps = await orderedSteps(deps, operation, body, { subject, entries: before, now });
  const dryRun = body.dryRun ?? false;
  const partsEnd = endOfReason(site, now);
  const taken = await (
    dryRun
      ? Promise.resolve().then(() => imagineSteps(steps, { subject, now }, history))
      : takeSteps(deps, steps, { subject, now, partsEnd, onAll: true })
  ).catch(explain);
  const entries = [...before, ...taken];
  return { site, dryRun, before, taken, now, labels: await labelsWith(deps, order, { subject, entries, now }) };
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

function explain(error: unknown): never {
  if (!(error instanceof NoSuchHold)) throw error;
  const held = error.held.length === 0 ? 'none at all' : error.held.join('; ');
  throw new Problem(409, 'no-such-hold', `There is no such hold of this person. There is: ${held}.`);
}
