import { withdraw, type Requirements, type Withdrawal } from '../consent/decide/decisions';
import { withFacts, type Entry, type Facts } from '../consent/entry';
import { NothingToWithdraw } from '../consent/errors';
import type { SubjectState } from '../consent/fold';
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
  let seen: Pick<Ending, 'state' | 'entries'> = { state: [], entries: [] };
  const decide = (state: SubjectState, entries: readonly Entry[]) => {
    seen = { state, entries };
    const step = withdraw(state, { ...wish, requires: requirementsOf(deps, state) }, now);
    return withFacts(step, facts);
  };
  try {
    const entry = await takeStep(deps, { subject, now, decide, parts, evenWithoutParts: true });
    return { subject, ...seen, ended: entry?.purposes ?? [] };
  } catch (error) {
    if (error instanceof NothingToWithdraw) return { subject, ...seen, ended: [] };
    throw error;
  }
}

/** By the rules of the site that the person is known to. */
export function requirementsOf(deps: Pick<Deps, 'sites'>, state: SubjectState): Requirements {
  return requirements(findSite(deps.sites, state[0]?.site ?? ''));
}
