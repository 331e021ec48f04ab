import type { RecordId, SubjectId } from '../ids';
import { confirm, confirmOrder, isRenewal, renew } from '../consent/decide/decisions';
import { confirmationOf, leftOut, type LeftOut } from '../consent/decide/left-out';
import { entriesOf, withFacts, type Entry, type Facts, type Step } from '../consent/entry';
import { AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, SiteClosed, UnknownRecord } from '../consent/errors';
import { fold, type RecordState, type SubjectState } from '../consent/fold';
import { endOfUnclaimed, endOfUnconfirmed } from '../consent/keep/birth-ends';
import { byRules } from '../consent/keep/state-at';
import { standingOf } from '../consent/standing';
import { readHistory } from '../ledger/ledger';
import type { Network } from '../ledger/part';
import { putOffEnds } from '../ledger/put-off';
import type { Link } from '../links/link-token';
import { isClosed } from '../policy/closing';
import { findSite } from '../policy/sites';
import type { Deps } from './deps';
import { takeStep } from './take-step';
import { requirementsOf } from './withdraw';

/** Why a link does not confirm, or not any more. */
export type Refusal = AlreadyConfirmed | AlreadyWithdrawn | ConfirmationExpired | SiteClosed | UnknownRecord;

/** What a link leads to. */
export interface Confirmation {
  readonly record: RecordState | undefined;
  readonly entries: readonly Entry[];
  /** What the step says that the button takes, or took. */
  readonly covered: Covered;
  /** What the sign-up asked for besides, and why it is no part of that, or not any more. */
  readonly leftOut: readonly LeftOut[];
  /** Undefined where the button confirms, or did. */
  readonly refusal: Refusal | undefined;
}

export type Covered = Pick<Step, 'purposes' | 'asset'>;

/** What a press would do now. Changes nothing, so a mail scanner that fetches the link confirms nothing. */
export async function lookAtConfirmation(
  deps: Pick<Deps, 'ledger' | 'sites'>,
  { subject, recordId }: Link,
  now: Date,
): Promise<Confirmation> {
  const { entries } = await readHistory(deps.ledger, subject, now);
  return seen(deps, recordId, { state: fold(entries, now), entries, now });
}

/** A press of the button: for what, from where, and what the step says of it. */
export interface Pressed {
  /** Everything that was asked for; where an order is among it, the order alone unless the person chose everything. */
  readonly choice: 'all' | 'order';
  readonly facts: Facts;
  /** Whether our confirmation page was shown before, which has the wordings of the record word for word. */
  readonly sawPage: boolean;
  readonly network: Network;
}

/** The person presses the button that their mail leads to: what they chose is given. */
export async function confirmRecord(
  deps: Pick<Deps, 'ledger' | 'vault' | 'sites'>,
  { subject, recordId }: Link,
  { choice, facts, sawPage, network }: Pressed,
  now: Date,
): Promise<Confirmation> {
  const decide = (state: SubjectState, _: readonly Entry[], moment: Date): Step | undefined => {
    const decided = decision(
      deps,
      byRules(state, findSite(deps.sites, state[0]?.site), moment),
      { recordId, choice },
      moment,
    );
    return decided.step && withFacts(decided.step, { ...facts, ...shown(deps, decided.step, sawPage) });
  };
  const beforeAnswer = (entries: readonly Entry[]): Promise<void> => keep(deps, subject, recordId, entries, now);
  const request = { subject, now, decide, beforeAnswer, parts: { network }, savesFor: recordId };
  const { entry, ...found } = await takeStep(deps, request);
  if (!entry) {
    const confirmation = seen(deps, recordId, found);
    // Whoever confirmed it may have come no further, and had no answer.
    if (confirmation.refusal instanceof AlreadyConfirmed) await beforeAnswer(found.entries);
    return confirmation;
  }
  const entries = [...found.entries, entry];
  return { ...seen(deps, recordId, { ...found, entries, state: fold(entries, found.now) }), refusal: undefined };
}

/** What was signed up for was to go soon, and `retention`, which lifts that, may be down. */
async function keep(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  subject: SubjectId,
  recordId: RecordId,
  entries: readonly Entry[],
  now: Date,
): Promise<void> {
  const own = entries.filter((entry) => entry.recordId === recordId);
  const [request] = entriesOf('ConsentRequested', own);
  if (!request) return;
  const given = own.findIndex(({ type }) => type === 'ConsentGiven' || type === 'RenewedConsentGiven');
  const from = endOfUnconfirmed(new Date(request.facts.confirmBy));
  await putOffEnds(deps, subject, given < 0 ? own : own.slice(0, given), { from, to: endOfUnclaimed(now) });
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

function seen(deps: Pick<Deps, 'sites'>, recordId: RecordId, { state, entries, now }: Seen): Confirmation {
  const site = findSite(deps.sites, state[0]?.site);
  const current = byRules(state, site, now);
  const record = current.find((candidate) => candidate.recordId === recordId);
  const { step, refusal } = decision(deps, current, { recordId, choice: 'all' }, now);
  const { erased } = standingOf(entries);
  const isErased = erased !== undefined && record !== undefined && record.requestedAt <= erased.at;
  const covered = step ?? (record && confirmationOf(record, entries)) ?? { purposes: [] };
  return {
    record,
    entries,
    covered,
    leftOut: record ? leftOut(record, covered.purposes, entries) : [],
    // An erasure ends what waits: then nobody confirmed too late, and nobody unsubscribed.
    refusal: refusal && isErased ? new UnknownRecord() : refusal,
  };
}

interface Decided {
  readonly step?: Step;
  readonly refusal: Refusal | undefined;
}

interface Wish {
  readonly recordId: RecordId;
  readonly choice: Pressed['choice'];
}

/** Where the site is closed nothing is given any more, also what it did not end by itself, as an order. */
function decision(deps: Pick<Deps, 'sites'>, state: SubjectState, wish: Wish, now: Date): Decided {
  const decided = decisionWhileOpen(deps, state, wish, now);
  const site = findSite(deps.sites, state[0]?.site);
  const isKnown = decided.refusal instanceof AlreadyConfirmed || decided.refusal instanceof UnknownRecord;
  return site && isClosed(site, now) && !isKnown ? { refusal: new SiteClosed() } : decided;
}

function decisionWhileOpen(
  deps: Pick<Deps, 'sites'>,
  state: SubjectState,
  { recordId, choice }: Wish,
  now: Date,
): Decided {
  const give = isRenewal(state, recordId) ? renew : confirm;
  const { asset } = state.find((record) => record.recordId === recordId) ?? {};
  try {
    if (asset && choice === 'order') return { step: confirmOrder(state, recordId, now), refusal: undefined };
    return { step: give(state, recordId, requirementsOf(deps, state), now), refusal: undefined };
  } catch (error) {
    if (isRefusal(error)) return { refusal: error };
    throw error;
  }
}

function isRefusal(error: unknown): error is Refusal {
  return [AlreadyConfirmed, AlreadyWithdrawn, ConfirmationExpired, UnknownRecord].some((kind) => error instanceof kind);
}
