import type { Digest, RecordId } from '../../ids';
import type { Language } from '../../policy/schema';
import type { Actor, EntryAsset, EntryPurpose, Source, Step, StepFor, Way } from '../entry';
import {
  AlreadyConfirmed,
  AlreadyWithdrawn,
  ConfirmationExpired,
  NothingToRenew,
  NothingToWithdraw,
  UnknownRecord,
} from '../errors';
import {
  entryPurpose,
  canBeWithdrawn,
  isInForce,
  isPending,
  isWithdrawn,
  purposesInForce,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../fold';

/** A record, as far as leaving goes. */
export type Leavable = Pick<RecordState, 'site' | 'confirmedAt' | 'isFromElsewhere' | 'purposes'> & {
  readonly recordId?: RecordId;
};

const SUBJECT: Actor = { kind: 'subject' };
const DAY_MS = 24 * 60 * 60 * 1000;

export interface SignUp {
  readonly site: string;
  readonly recordId: RecordId;
  readonly actor: Actor;
  readonly language: Language;
  readonly purposes: readonly EntryPurpose[];
  readonly asset?: EntryAsset;
  /** Where the person was asked, unless by a sign-up form. */
  readonly source?: Source;
  /** The digest of the address that is asked. */
  readonly address: Digest;
  /** The version of the site's privacy notice. */
  readonly privacyNotice: string;
  /** That the form reported exactly these wordings as those that it showed. */
  readonly wordingBy?: 'form';
  /** The form, by its id in the site's configuration. */
  readonly formId?: string;
  readonly confirmBy: Date;
}

export interface MailLimits {
  /** Confirmation mails within 24 hours. */
  readonly mailsPerDay: number;
  /** No second one within this many milliseconds for the same request. */
  readonly pauseMs: number;
}

/**
 * A person, or somebody in their name, asks. Each request sends one confirmation mail, so this is where a flood
 * of them ends: undefined means that nothing is to be written or sent, and nobody may notice the difference.
 */
export function request(
  state: SubjectState,
  signUp: SignUp,
  limits: MailLimits,
  now: Date,
): StepFor<'ConsentRequested'> | undefined {
  const isLately = (at: string, ms: number): boolean => now.getTime() - Date.parse(at) < ms;
  const isWaiting = ({ requestedAt, mails }: RecordState): boolean =>
    [requestedAt, ...mails.map(({ at }) => at)].some((at) => isLately(at, limits.pauseMs));
  const repeated = state.some((record) => isPending(record, now) && isSameRequest(record, signUp) && isWaiting(record));
  const today = state.filter((record) => !record.isFromElsewhere && isLately(record.requestedAt, DAY_MS));
  if (repeated || today.length >= limits.mailsPerDay) return undefined;
  const { confirmBy, source, address, privacyNotice, wordingBy, formId, ...said } = signUp;
  const facts = {
    confirmBy: confirmBy.toISOString(),
    address,
    privacyNotice,
    ...(source && { source }),
    ...(wordingBy && { wordingBy }),
    ...(formId !== undefined && { formId }),
  };
  return { type: 'ConsentRequested', at: now.toISOString(), ...said, facts };
}

/** Whether two sign-ups ask for the same, by the same wording. */
export function isSameRequest(one: Wishes, other: Wishes): boolean {
  const wording = ({ purposes, asset }: Wishes): string =>
    [asset?.noticeHash ?? '', ...purposes.map(({ noticeHash }) => noticeHash).sort()].join();
  return wording(one) === wording(other);
}

type Wishes = Pick<SignUp, 'purposes' | 'asset'>;

/** Purpose -> the purposes of which it needs at least one: it cannot be given, and falls, without any of them. */
export type Requirements = ReadonlyMap<string, readonly string[]>;

/**
 * The person pressed the button of the confirmation page.
 *
 * @throws {UnknownRecord | ConfirmationExpired | AlreadyConfirmed | AlreadyWithdrawn}
 */
export function confirm(state: SubjectState, recordId: RecordId, requires: Requirements, now: Date): Step {
  return give('ConsentGiven', state, waitingRecord(state, recordId, now), requires, now);
}

/**
 * The person confirmed their order alone. What they could have agreed to along with it they did not, and this record's link
 * does not ask for it again.
 *
 * @throws {UnknownRecord | ConfirmationExpired | AlreadyConfirmed | AlreadyWithdrawn}
 */
export function confirmOrder(state: SubjectState, recordId: RecordId, now: Date): Step {
  return confirmation('ConsentGiven', waitingRecord(state, recordId, now), [], now);
}

/** Whether all that the record asks for is in force already, so that its confirmation renews it. */
export function isRenewal(state: SubjectState, recordId: RecordId): boolean {
  const inForce = purposesInForce(state);
  const purposes = state.find((record) => record.recordId === recordId)?.purposes ?? [];
  const waiting = purposes.filter(isRequested);
  return waiting.length > 0 && waiting.every(({ id }) => inForce.has(id));
}

/**
 * The person pressed the button once more for what they had given before.
 *
 * @throws {UnknownRecord | ConfirmationExpired | AlreadyConfirmed | AlreadyWithdrawn | NothingToRenew}
 */
export function renew(state: SubjectState, recordId: RecordId, requires: Requirements, now: Date): Step {
  const record = waitingRecord(state, recordId, now);
  if (!isRenewal(state, recordId)) throw new NothingToRenew();
  return give('RenewedConsentGiven', state, record, requires, now);
}

function waitingRecord(state: SubjectState, recordId: RecordId, now: Date): RecordState {
  const record = state.find((candidate) => candidate.recordId === recordId);
  if (!record) throw new UnknownRecord();
  if (isWithdrawn(record)) throw new AlreadyWithdrawn();
  if (record.confirmedAt !== undefined) throw new AlreadyConfirmed();
  if (!isPending(record, now)) throw new ConfirmationExpired();
  return record;
}

function give(
  type: 'ConsentGiven' | 'RenewedConsentGiven',
  state: SubjectState,
  record: RecordState,
  requires: Requirements,
  now: Date,
): Step {
  const waiting = record.purposes.filter(isRequested);
  const standing = new Set([...purposesInForce(state).keys(), ...waiting.map(({ id }) => id)]);
  const purposes = waiting.filter(({ id }) => stands(id, standing, requires)).map(entryPurpose);
  if (purposes.length === 0 && !record.asset) throw new AlreadyWithdrawn();
  return confirmation(type, record, purposes, now);
}

function confirmation(
  type: 'ConsentGiven' | 'RenewedConsentGiven',
  { site, recordId, language, asset }: RecordState,
  purposes: readonly EntryPurpose[],
  now: Date,
): Step {
  return {
    type,
    site,
    recordId,
    at: now.toISOString(),
    actor: SUBJECT,
    language,
    purposes,
    ...(asset && { asset }),
    facts: {},
  };
}

function stands(id: string, others: ReadonlySet<string>, requires: Requirements): boolean {
  const needed = requires.get(id);
  return needed === undefined || needed.some((other) => others.has(other));
}

const isRequested = ({ status }: PurposeState): boolean => status === 'ConsentRequested';

export interface Withdrawal {
  /** The record whose link was used, if it was one. */
  readonly recordId?: RecordId | undefined;
  /** Purposes to withdraw; empty for all that there are. */
  readonly purposes: readonly string[];
  readonly requires: Requirements;
  readonly via: Extract<Way, 'page' | 'one-click' | 'complaint' | 'e-mail' | 'elsewhere'>;
}

/**
 * What a withdrawal would end: in whichever record it was given, also what still waits for confirmation,
 * and what cannot stand without it.
 */
export function withdrawable(
  state: readonly Leavable[],
  { purposes, requires }: Pick<Withdrawal, 'purposes' | 'requires'>,
): PurposeState[] {
  // Whoever confirmed an order alone did not agree to the rest, and has nothing of it to withdraw.
  const open = state.flatMap((record) =>
    record.purposes.filter((purpose) => canBeWithdrawn(purpose) && (isInForce(purpose) || !record.confirmedAt)),
  );
  const inForce = [...purposesInForce(state).values()].filter(canBeWithdrawn);
  // Where one record has a purpose in force and another has it waiting, it is in force, also where a contract has it besides.
  const inOrder = [...open.filter((purpose) => !isInForce(purpose)), ...open.filter(isInForce), ...inForce];
  const current = [...new Map(inOrder.map((purpose) => [purpose.id, purpose])).values()];
  const named = ({ id }: PurposeState): boolean => purposes.length === 0 || purposes.includes(id);
  const left = current.filter((purpose) => !named(purpose));
  const falls = (purpose: PurposeState): boolean => {
    const support = isInForce(purpose) ? left.filter(isInForce) : left;
    return !stands(purpose.id, new Set(support.map(({ id }) => id)), requires);
  };
  return current.filter((purpose) => named(purpose) || falls(purpose));
}

/** What one step ends of what is to be withdrawn; another ends the rest. */
export interface EndedTogether {
  readonly type: 'ConsentWithdrawn' | 'ConsentRefused';
  readonly purposes: readonly PurposeState[];
}

/**
 * What is in force is withdrawn first. What only waits for its confirmation was never given: it is refused, by a step of its own.
 */
export function endedTogether(ended: readonly PurposeState[]): EndedTogether {
  const inForce = ended.filter(isInForce);
  return inForce.length > 0
    ? { type: 'ConsentWithdrawn', purposes: inForce }
    : { type: 'ConsentRefused', purposes: ended };
}

/**
 * The person takes consent back, or objects, wholly or for some purposes; takes effect at once and everywhere. A link whose
 * own record is gone still withdraws what other records hold. One step at a time: to be asked again after each.
 *
 * @throws {NothingToWithdraw}
 */
export function withdraw(
  state: readonly Leavable[],
  withdrawal: Withdrawal,
  now: Date,
): StepFor<'ConsentWithdrawn' | 'ConsentRefused' | 'ObjectionRecorded'> {
  const ended = endedTogether(withdrawable(state, withdrawal));
  const purposes = ended.purposes.map(entryPurpose);
  const holds = (record: Leavable): boolean => record.purposes.some(({ id }) => purposes.some((p) => p.id === id));
  const record = state.find(({ recordId }) => recordId === withdrawal.recordId) ?? state.find(holds);
  if (!record || purposes.length === 0) throw new NothingToWithdraw();
  const { site, recordId } = record;
  const facts = { via: withdrawal.via };
  // Nobody consented to what rests on legitimate interest: one objects to it, and that stands whatever is reported later.
  const isObjection = purposes.some(({ legalBasis }) => legalBasis === 'legitimate-interest');
  const type = isObjection ? 'ObjectionRecorded' : ended.type;
  const about = { site, ...(recordId !== undefined && { recordId }) };
  return { type, ...about, at: now.toISOString(), actor: SUBJECT, purposes, facts };
}
