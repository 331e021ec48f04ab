import { plus } from '../../calendar';
import type { Site } from '../../policy/schema';
import { withdrawable, type Requirements } from '../decide/decisions';
import type { Entry, Step } from '../entry';
import { fold, isInForce, purposesInForce, type RecordState, type SubjectState } from '../fold';
import { lapse } from './inactivity';

type Rules = Pick<Site, 'retention'>;

/**
 * When a registration has been kept for as long as the site keeps any; undefined where that is not said. How long a
 * contract runs is not for us to say.
 */
export function maximumOf({ requestedAt, purposes }: RecordState, { retention }: Rules): Date | undefined {
  const isContract = purposes.some(({ legalBasis }) => legalBasis === 'contract');
  if (retention.registrationMaximum === undefined || isContract) return undefined;
  return plus(new Date(requestedAt), retention.registrationMaximum);
}

/**
 * From its maximum on nothing of a registration is in force: there is no address left to write to.
 *
 * @param rules undefined where the site is configured no more: then there is no maximum
 */
export function untilMaximum(record: RecordState, rules: Rules | undefined, now: Date): RecordState {
  const maximum = rules && maximumOf(record, rules);
  if (!maximum || now < maximum) return record;
  const over = { status: 'ConsentExpired' as const, since: maximum.toISOString() };
  const purposes = record.purposes.map((purpose) => (isInForce(purpose) ? { ...purpose, ...over } : purpose));
  return { ...record, purposes };
}

/**
 * What a subject's state is at the moment `now`: what their entries say (`fold`), by the rules of the site. Whoever shows a state or
 * lets somebody be mailed goes by it; what decides on a step goes by what was said, as that is what the step changes.
 */
export function stateAt(entries: readonly Entry[], rules: Rules | undefined, now: Date): SubjectState {
  return fold(entries, now).map((record) => untilMaximum(record, rules, now));
}

/** Until when nobody looks again. */
const NEXT_REVIEW = 'P1D';

/**
 * Ends what comes to its maximum before the next review, as long as there is an address by which those who mail for the site
 * can be told. Undefined where nothing does, or where a later registration holds the same.
 */
export function lapseAtMaximum(
  entries: readonly Entry[],
  rules: Rules,
  requires: Requirements,
  now: Date,
): Step | undefined {
  const state = fold(entries, now);
  const left = purposesInForce(stateAt(entries, rules, plus(now, NEXT_REVIEW)));
  const over = [...purposesInForce(state).keys()].filter((id) => !left.has(id));
  if (over.length === 0) return undefined;
  const ended = withdrawable(state, { purposes: over, requires }).filter(isInForce);
  const record = state.findLast(({ purposes }) => purposes.some((purpose) => ended.includes(purpose)));
  return record && lapse(record, ended, now, { because: 'registration-maximum' });
}
