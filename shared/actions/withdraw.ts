import type { SubjectId } from '../ids';
import { withdraw, withdrawable, type Leavable, type Requirements, type Withdrawal } from '../consent/decide/decisions';
import { withFacts, type Entry, type Facts, type Step } from '../consent/entry';
import { NothingToWithdraw } from '../consent/errors';
import { fold, type SubjectState } from '../consent/fold';
import { leavable } from '../consent/not-understood';
import type { AnyEntry } from '../consent/read-entry';
import { readHistory } from '../ledger/ledger';
import { findSite, requirements } from '../policy/sites';
import type { Site } from '../policy/schema';
import { alongMoves } from './along-moves';
import type { Parts } from '../ledger/part';
import { siteOf } from './site-of';
import type { StepRequest } from './take-step';
import { takeWholeStep } from './take-steps';
import type { Deps } from './deps';

/** What a withdrawal found and ended at one address of the person. */
export interface Ending {
  readonly subject: SubjectId;
  /** As they were before it. */
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  /** The entries and those that this version does not understand. */
  readonly all: readonly AnyEntry[];
  /** The site that the person is known to. */
  readonly site: Site | undefined;
  readonly ended: readonly { readonly id: string }[];
}

export interface WithdrawalRequest extends Pick<Withdrawal, 'recordId' | 'purposes' | 'via'> {
  readonly subject: SubjectId;
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
  return alongMoves(request.subject, (subject) =>
    // At another address of theirs it is another record that ends, and nobody knows which before it was read.
    withdrawAt(deps, { ...request, subject, savesFor: subject === request.subject ? request.recordId : undefined }),
  );
}

/** Needs nothing but the ledger. */
async function withdrawAt(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  { subject, now, parts, facts, savesFor, ...wish }: WithdrawalRequest & Pick<StepRequest, 'savesFor'>,
): Promise<Ending> {
  const decide: StepRequest['decide'] = (state, _, moment, all) => {
    const site = siteOf(deps, all);
    const step = stepOf(leavable(state, all, site), { ...wish, requires: requirements(site) }, moment);
    return step && withFacts(step, facts);
  };
  const request = { subject, now, decide, parts, savesFor, evenWithoutParts: true };
  const { taken, state, entries, all } = await takeWholeStep(deps, request);
  return { subject, state, entries, all, site: siteOf(deps, all), ended: taken.flatMap(({ purposes }) => purposes) };
}

function stepOf(state: readonly Leavable[], withdrawal: Withdrawal, now: Date): Step | undefined {
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
    const { entries, all } = await readHistory(deps.ledger, subject, now);
    const state = fold(entries, now);
    const site = siteOf(deps, all);
    const ended = withdrawable(leavable(state, all, site), { purposes, requires: requirements(site) });
    return { subject, entries, state, all, site, ended };
  });
}

/** By the rules of the site that the person is known to. */
export function requirementsOf(deps: Pick<Deps, 'sites'>, state: SubjectState): Requirements {
  return requirements(findSite(deps.sites, state[0]?.site));
}
