import { asRecord } from '../ids';
import { caseClosed } from '../../shared/consent/decide/cases';
import * as operator from '../../shared/consent/decide/operator-decisions';
import { erasable, erasure } from '../../shared/consent/decide/operator-erasure';
import { droppedIn, reviewed } from '../../shared/consent/decide/review-decisions';
import { decided, raised } from '../../shared/consent/decide/weighing';
import type { Entry } from '../../shared/consent/entry';
import { lapseOver } from '../../shared/consent/keep/lapse-over';
import { roundFrom, waitingOf } from '../../shared/consent/keep/yearly-review';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { REQUIRES } from './model';
import { SITE } from './model-site';

/** What one rule says of a history. */
export type Rule = (entries: readonly Entry[], all: readonly AnyEntry[], now: Date) => unknown;

const DAY = 24 * 60 * 60 * 1000;
const OPERATION: operator.Operation = {
  site: SITE,
  requires: REQUIRES,
  operator: { kind: 'operator', id: 'x' },
  told: {},
};
const CASE = 'A'.repeat(22);

/** What operators decide. */
export const OPERATOR_RULES: Readonly<Record<string, Rule>> = {
  review: (entries, all, now) => {
    const round = roundFrom(new Date(now.getTime() - DAY), SITE.retention.review!);
    const unused = { what: 'unused' } as const;
    return [
      waitingOf(entries, SITE, round, now),
      said(() => droppedIn(OPERATION, round)(entries, now, all)),
      said(() => reviewed(OPERATION, unused, { decision: 'keep' }, round)(entries, now, all)),
      said(() => reviewed(OPERATION, unused, { decision: 'let-go' }, round)(entries, now, all)),
      said(() => reviewed(OPERATION, { what: 'hold', case: CASE }, { decision: 'let-go' }, round)(entries, now, all)),
      said(() => reviewed(OPERATION, { what: 'restriction' }, { decision: 'let-go' }, round)(entries, now, all)),
      lapseOver(entries, SITE, REQUIRES, now),
    ];
  },
  operator: (entries, all, now) => {
    const orders = [
      ...[operator.withdrawal(OPERATION, []), operator.objection(OPERATION, []), operator.restriction(OPERATION)],
      ...[operator.liftedRestriction(OPERATION, undefined), operator.hold(OPERATION, CASE, '2027-01-01')],
      ...[operator.liftedHold(OPERATION, CASE), operator.rectification(OPERATION, asRecord('r1'))],
      ...[erasure(OPERATION, { suppress: false, despiteDuty: false })],
      ...[erasure(OPERATION, { suppress: true, despiteDuty: true }), raised(OPERATION, [])],
      ...[decided(OPERATION, [], 'refused'), ...caseClosed(OPERATION, 'A', 'nothing')],
    ];
    return [orders.map((decide) => said(() => decide(entries, now, all))), erasable(all, entries).length === 0];
  },
};

/** What a rule says, or throws. */
export function said(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    return (error as Error).name;
  }
}
