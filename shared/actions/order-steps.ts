import type { SubjectId } from '../ids';
import { plus } from '../calendar';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import type { Site } from '../policy/schema';
import type { Entry } from '../consent/entry';
import { randomBytes } from 'node:crypto';
import {
  hold,
  keptHold,
  liftedHold,
  liftedRestriction,
  objection,
  rectification,
  restriction,
  withdrawals,
  type Decision,
  type Operation,
} from '../consent/decide/operator-decisions';
import { decided, raised } from '../consent/decide/weighing';
import { erasure, type ErasureWish } from '../consent/decide/operator-erasure';
import { correctedIdentities } from './identities';
import { standingOf, wholeHolds } from '../consent/standing';
import { holdLabels } from './hold-labels';
import { keepEverything } from './keep-for-now';
import { keepObjectionable } from './keep-objectionable';
import type { OrderedStep } from './take-steps';
import type { SubjectBody } from '../http/subject-steps';
import type { Deps } from './deps';

/** The person whom an order is about, as it finds them. */
export interface About {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  readonly now: Date;
}

/**
 * When the reason of an order goes, until `retention` sees to it. It explains the order for as long as it is kept who looked at what,
 * and is there when `retention` was down.
 */
export function endOfReason({ retention }: Site, now: Date): Date {
  const [log, least] = [plus(now, retention.accessLog), endOfUnclaimed(now)];
  return log > least ? log : least;
}

/** The steps that an order comes to. */
export async function orderedSteps(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  operation: Operation,
  body: SubjectBody,
  about: About,
): Promise<OrderedStep[]> {
  if (body.action === 'rectifications') return rectifications(deps, operation, body, about);
  if (body.action === 'holds') return [await holding(deps, operation, body, about)];
  const parts = { reason: { reason: body.reason } };
  const alongside = besides(deps, operation, body, about);
  return decisionsOf(operation, body).map((decide) => ({ decide, parts, ...(alongside && { alongside }) }));
}

/** What has to be durable before the step is. */
function besides(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  { site }: Operation,
  body: SubjectBody,
  about: About,
): OrderedStep['alongside'] {
  if (body.action === 'objections' || body.action === 'weighings') return () => keepObjectionable(deps, site);
  // Art. 18 GDPR: it is stored because the person wants it to be.
  if (body.action === 'restrictions' && !body.lift) return (entries) => keepEverything(deps, { ...about, entries });
  return undefined;
}

type Rectification = Extract<SubjectBody, { action: 'rectifications' }>;

type Holding = Extract<SubjectBody, { action: 'holds' }>;

function decisionsOf(operation: Operation, body: Exclude<SubjectBody, Rectification | Holding>): Decision[] {
  switch (body.action) {
    case 'withdrawals':
      return withdrawals(operation, body.purposes);
    case 'objections':
      return [objection(operation, body.purposes)];
    case 'weighings':
      return [body.decision ? decided(operation, body.purposes, body.decision) : raised(operation, body.purposes)];
    case 'restrictions':
      return [body.lift ? liftedRestriction(operation, body.informedOn) : restriction(operation)];
    case 'erasures':
      // It takes three steps; the fourth is for what the person gives in this very moment.
      return Array<Decision>(4).fill(erasure(operation, erasureWish(body)));
  }
}

export function erasureWish(body: Extract<SubjectBody, { action: 'erasures' }>): ErasureWish {
  return { suppress: body.suppress ?? false, despiteDuty: body.despiteDuty ?? false };
}

/**
 * The ledger gets an id of ours, and only the vault what the operator calls the dispute: an order that calls it the same is about
 * the same hold. Placed again, it takes its label along. A label means a hold of everything: an incident that is called the same is
 * something else, and known here by its id alone.
 */
async function holding(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  operation: Operation,
  { case: asked, label: given, lift, reason, reviewBy = '' }: Holding,
  about: About,
): Promise<OrderedStep> {
  const labels = await holdLabels(deps, about);
  const whole = new Set(wholeHolds(standingOf(about.entries)).map((one) => one.case));
  const id = asked ?? [...labels].find(([one, label]) => label === given && whole.has(one))?.[0];
  if (lift) return { decide: liftedHold(operation, id), parts: { reason: { reason } } };
  const label = given ?? labels.get(id ?? '');
  const parts = { reason: { reason, ...(label !== undefined && { label }) } };
  const alongside = (entries: readonly Entry[]): Promise<void> => keepEverything(deps, { ...about, entries });
  if (id !== undefined) return { decide: keptHold(operation, id, reviewBy), parts, alongside };
  return { decide: hold(operation, randomBytes(16).toString('base64url'), reviewBy), parts, alongside };
}

/** Each record goes by an identity of its own, which ends with it. */
async function rectifications(
  deps: Pick<Deps, 'vault'>,
  operation: Operation,
  { newEmail, fields, reason }: Rectification,
  { subject, entries, now }: About,
): Promise<OrderedStep[]> {
  const correction = { fields, ...(newEmail !== undefined && { email: newEmail.trim() }) };
  const corrected = await correctedIdentities(deps, subject, entries, correction, now);
  return [...corrected].map(([recordId, identity]) => ({
    decide: rectification(operation, recordId),
    parts: { ...identity, reason: { reason } },
  }));
}
