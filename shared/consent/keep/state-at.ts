import type { Entry } from '../entry';
import { fold, isInForce, type ConsentStatus, type PurposeState, type SubjectState } from '../fold';
import { endedAs } from '../steps/effects';
import { overIn, type OverOf, type OverRules } from './over';

/**
 * What a subject's state is at the moment `now`: what their entries say (`fold`), by the rules of the site. Whoever shows a state or
 * lets somebody be mailed goes by it; what decides on a step goes by what was said, as that is what the step changes.
 *
 * @param rules undefined where the site is configured no more: then nothing is over by itself
 */
export function stateAt(entries: readonly Entry[], rules: OverRules | undefined, now: Date): SubjectState {
  return byRules(fold(entries, now), rules, now);
}

/** The same of a state, as its entries say. */
export function byRules(state: SubjectState, rules: OverRules | undefined, now: Date): SubjectState {
  return rules ? withoutOver(state, overIn(state, rules), () => now) : state;
}

/** @param horizon up to when what is over counts, by why it is */
export function withoutOver(
  state: SubjectState,
  overOf: OverOf,
  horizon: (because: NonNullable<ReturnType<OverOf>>['because']) => Date,
): SubjectState {
  return state.map((record) => ({
    ...record,
    purposes: record.purposes.map((purpose) => {
      const over = isInForce(purpose) || purpose.status === 'ConsentRequested' ? overOf(record, purpose) : undefined;
      // What waits has time until its confirmation is late, unless nobody can be asked for it any more.
      const counts = isInForce(purpose) || over?.because === 'ends-on';
      return over && counts && over.at <= horizon(over.because)
        ? endedAs(purpose, lapsedStatus(purpose), over.at.toISOString(), over.because === 'registration-maximum')
        : purpose;
    }),
  }));
}

/** What time ends was not withdrawn, and a contract not given. */
function lapsedStatus({ status }: PurposeState): ConsentStatus {
  return status === 'ContractRecorded' ? 'ContractEnded' : 'ConsentExpired';
}
