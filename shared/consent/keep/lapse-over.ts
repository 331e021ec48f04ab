import { dayBefore, plus, startOfDay } from '../../calendar';
import { withdrawable, type Requirements } from '../decide/decisions';
import type { Entry, Step } from '../entry';
import { fold, isInForce, purposesInForce } from '../fold';
import { lapse } from './inactivity';
import { overIn, type Because, type Over, type OverRules } from './over';
import { withoutOver } from './state-at';

/** Until when nobody looks again. */
const NEXT_REVIEW = 'P1D';

/**
 * From when on {@link lapseOver} may have something to write down, if nothing happens until then: never later. A purpose is over with
 * the last registration that holds it.
 */
export function overFrom(entries: readonly Entry[], rules: OverRules, now: Date): Date | undefined {
  const state = fold(entries, now);
  const overOf = overIn(state, rules);
  const ends = new Map<string, number>();
  for (const record of state) {
    for (const purpose of record.purposes.filter(isInForce)) {
      const over = overOf(record, purpose);
      ends.set(purpose.id, Math.max(ends.get(purpose.id) ?? 0, over ? lookFrom(over).getTime() : Infinity));
    }
  }
  const first = Math.min(Infinity, ...ends.values());
  return first === Infinity ? undefined : new Date(first);
}

/** What comes to its longest time ends with the review before. */
const lookFrom = ({ at, because }: Over): Date =>
  because === 'registration-maximum' ? startOfDay(dayBefore(at, 1)) : at;

/**
 * Writes down what time alone ended, so that those who mail for the site hear of it. What comes to its longest time before the next
 * review ends now already, as long as there is an address by which they can be told. Undefined where nothing is over, or where a
 * later registration holds the same; what is over for another reason is a step of its own.
 */
export function lapseOver(
  entries: readonly Entry[],
  rules: OverRules,
  requires: Requirements,
  now: Date,
): Step | undefined {
  const state = fold(entries, now);
  const overOf = overIn(state, rules);
  const horizon = (because: Because): Date => (because === 'registration-maximum' ? plus(now, NEXT_REVIEW) : now);
  const left = purposesInForce(withoutOver(state, overOf, horizon));
  const inForce = [...purposesInForce(state).values()];
  const reasons = new Map(
    inForce
      .filter(({ id }) => !left.has(id))
      .map((purpose) => {
        const record = state.find(({ purposes }) => purposes.includes(purpose));
        return [purpose.id, record && overOf(record, purpose)] as const;
      }),
  );
  const [first] = reasons.values();
  if (!first) return undefined;
  const { because, endsOn } = first;
  const isAlike = (why: Over | undefined): boolean => why?.because === because && why.endsOn === endsOn;
  const over = [...reasons].filter(([, why]) => isAlike(why)).map(([id]) => id);
  const fallen = withdrawable(state, { purposes: over, requires }).filter(isInForce);
  const contracts = inForce.filter(({ id, legalBasis }) => legalBasis === 'contract' && over.includes(id));
  const ended = [...fallen, ...contracts];
  const record = state.findLast(({ purposes }) => purposes.some((purpose) => ended.includes(purpose)));
  return record && lapse(record, ended, now, { because, ...(endsOn !== undefined && { endedOn: endsOn }) });
}
