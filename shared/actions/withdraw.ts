import { withdraw, withdrawable, type Requirements, type Withdrawal } from '../consent/decide/decisions';
import { withFacts, type Entry, type Facts, type Step } from '../consent/entry';
import { NothingToWithdraw } from '../consent/errors';
import { fold, type SubjectState } from '../consent/fold';
import { readHistory } from '../ledger/ledger';
import { findSite, requirements } from '../policy/sites';
import { alongMoves } from './along-moves';
import type { Parts } from '../ledger/part';
import { takeStep } from './take-step';
import type { Deps } from './deps';

/** What a withdrawal found and ended at one address of the person. */
export interface Ending {
  readonly subject: string;
  /** As they were before it. */
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly ended: readonly { readonly id: string }[];
}

export interface WithdrawalRequest extends Pick<Withdrawal, 'recordId' | 'purposes' | 'via'> {
  readonly subject: string;
  /** What else the step says of itself. */
  readonly facts: Facts;
  readonly parts: Parts;
  readonly now: Date;
}

/** Ends it wherever the person moved to since. Whoever was interrupted asks again, and what is left is done. */
export function withdrawAlongMoves(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  request: WithdrawalRequest,
): Promise<Ending[]> {
  return alongMoves(request.subject, (subject) => withdrawAt(deps, { ...request, subject }));
}

/** Needs nothing but the ledger. */
async function withdrawAt(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  { subject, now, parts, facts, ...wish }: WithdrawalRequest,
): Promise<Ending> {
  const decide = (state: SubjectState, _: readonly Entry[], moment: Date): Step | undefined => {
    const step = stepOf(state, { ...wish, requires: requirementsOf(deps, state) }, moment);
    return step && withFacts(step, facts);
  };
  const { entry, state, entries } = await takeStep(deps, { subject, now, decide, parts, evenWithoutParts: true });
  return { subject, state, entries, ended: entry?.purposes ?? [] };
}

function stepOf(state: SubjectState, withdrawal: Withdrawal, now: Date): Step | undefined {
  try {
    return withdraw(state, withdrawal, now);
  } catch (error) {
    if (error instanceof NothingToWithdraw) return undefined;
    throw error;
  }
}

/** What a withdrawal would find and end, wherever the person moved to since. Changes nothing. */
export function lookAtWithdrawal(
  deps: Pick<Deps, 'ledger' | 'sites'>,
  { subject: first, purposes }: Pick<WithdrawalRequest, 'subject' | 'purposes'>,
  now: Date,
): Promise<Ending[]> {
  return alongMoves(first, async (subject): Promise<Ending> => {
    const { entries } = await readHistory(deps.ledger, subject, now);
    const state = fold(entries, now);
    return { subject, entries, state, ended: withdrawable(state, { purposes, requires: requirementsOf(deps, state) }) };
  });
}

/** By the rules of the site that the person is known to. */
export function requirementsOf(deps: Pick<Deps, 'sites'>, state: SubjectState): Requirements {
  return requirements(findSite(deps.sites, state[0]?.site ?? ''));
}
