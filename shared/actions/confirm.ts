import { confirm, isRenewal, renew } from '../consent/decide/decisions';
import { withFacts, type Entry, type Facts, type Step } from '../consent/entry';
import { AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, UnknownRecord } from '../consent/errors';
import { fold, type RecordState, type SubjectState } from '../consent/fold';
import { readHistory } from '../ledger/ledger';
import { findSite } from '../policy/sites';
import type { Network } from '../ledger/part';
import type { Link } from '../links/link-token';
import type { Deps } from './deps';
import { takeStep } from './take-step';
import { requirementsOf } from './withdraw';

/** Why a link does not confirm, or not any more. */
export type Refusal = AlreadyConfirmed | AlreadyWithdrawn | ConfirmationExpired | UnknownRecord;

/** What a link leads to, as it was before it was pressed. */
export interface Confirmation {
  readonly record: RecordState | undefined;
  readonly entries: readonly Entry[];
  /** Undefined where the button confirms, or did. */
  readonly refusal: Refusal | undefined;
}

/** What a press would do now. Changes nothing, so a mail scanner that fetches the link confirms nothing. */
export async function lookAtConfirmation(
  deps: Pick<Deps, 'ledger' | 'sites'>,
  { subject, recordId }: Link,
  now: Date,
): Promise<Confirmation> {
  const { entries } = await readHistory(deps.ledger, subject, now);
  return seen(deps, recordId, { state: fold(entries, now), entries, now });
}

/** A press of the button: from where, and what the step says of it. */
export interface Pressed {
  readonly facts: Facts;
  /** Whether our confirmation page was shown before, which has the wordings of the record word for word. */
  readonly sawPage: boolean;
  readonly network: Network;
}

/** The person presses the button that their mail leads to: what they asked for is given. */
export async function confirmRecord(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  { subject, recordId }: Link,
  { facts, sawPage, network }: Pressed,
  now: Date,
): Promise<Confirmation> {
  const decide = (state: SubjectState, _: readonly Entry[], moment: Date): Step | undefined => {
    const decided = decision(deps, state, recordId, moment);
    return decided.step && withFacts(decided.step, { ...facts, ...shown(deps, decided.step, sawPage) });
  };
  const { entry, ...found } = await takeStep(deps, { subject, now, decide, parts: { network } });
  return entry ? { ...seen(deps, recordId, found), refusal: undefined } : seen(deps, recordId, found);
}

/** What the person had before their eyes when they pressed. */
function shown({ sites }: Pick<Deps, 'sites'>, step: Step, sawPage: boolean): Facts {
  const site = findSite(sites, step.site);
  return {
    ...(site && { privacyNotice: site.controller.privacyNotice.version }),
    ...(sawPage && { wordingBy: 'confirmation-page' as const }),
  };
}

interface Seen {
  readonly state: SubjectState;
  readonly entries: readonly Entry[];
  readonly now: Date;
}

function seen(deps: Pick<Deps, 'sites'>, recordId: string, { state, entries, now }: Seen): Confirmation {
  const record = state.find((candidate) => candidate.recordId === recordId);
  return { record, entries, refusal: decision(deps, state, recordId, now).refusal };
}

interface Decided {
  readonly step?: Step;
  readonly refusal: Refusal | undefined;
}

function decision(deps: Pick<Deps, 'sites'>, state: SubjectState, recordId: string, now: Date): Decided {
  const give = isRenewal(state, recordId) ? renew : confirm;
  try {
    return { step: give(state, recordId, requirementsOf(deps, state), now), refusal: undefined };
  } catch (error) {
    if (isRefusal(error)) return { refusal: error };
    throw error;
  }
}

function isRefusal(error: unknown): error is Refusal {
  return [AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, UnknownRecord].some((kind) => error instanceof kind);
}
