import { plus } from '../../shared/calendar';
import { reviewed, type Reviewed, type Ruling } from '../../shared/consent/decide/review-decisions';
import type { Operation } from '../../shared/consent/decide/operator-decisions';
import { roundFrom, type Round } from '../../shared/consent/keep/yearly-review';
import { requirements } from '../../shared/policy/sites';
import type { Site } from '../../shared/policy/schema';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { History } from './history';

export const START = new Date('2026-11-22T09:15:30Z');
export const RULE = { every: 'P1Y', deleteWithin: 'P1M' };
export const CASE = 'C'.repeat(22);

export function person(...purposes: string[]): History {
  const history = new History(START);
  history.confirm('r1', ...(purposes.length > 0 ? purposes : ['newsletter']));
  return history;
}

export const roundAfter = (duration: string): Round => roundFrom(plus(START, duration), RULE);

export const operationOf = (site: Site): Operation => ({
  site,
  requires: requirements(site),
  operator: { kind: 'operator', id: 'someone' },
  told: {},
});

export function ruled(history: History, item: Reviewed, ruling: Ruling, round: Round | undefined, site = notice002) {
  return reviewed(operationOf(site), item, ruling, round)(history.entries, history.now, history.entries);
}
