import type { Entry } from './entry';
import { isInForce, standBy, type Stand, type SubjectState } from './fold';
import { isUnrestricted, type Permission } from './permissions';
import type { Standing } from './standing';

/** Why somebody may not be mailed for a purpose, in a word; what follows from each is another thing. */
export const BECAUSE = [
  /** Nobody asked them for it here. */
  'never-asked',
  /** They were sent the mail with the button, and have not pressed it yet. */
  'pending',
  /** They never pressed it, and it is too late. */
  'pending-expired',
  /** They took the sign-up back before it was confirmed. */
  'taken-back',
  'withdrawn',
  /** They pressed "spam" in their mail program, which is taken as a withdrawal. */
  'complained',
  'objected',
  /** An objection with reasons of their own is being decided on (Art. 21(1) GDPR). */
  'weighed',
  /** Their data may be kept and used for nothing else (Art. 18 GDPR). */
  'restricted',
  /** Mail to the address comes back for good. */
  'undeliverable',
  /** The address that they gave was lost here. */
  'address-missing',
  'erased',
  /** Erased, and no import may bring them back. */
  'suppressed',
  /** They were asked whether to go on, or a review let it go. */
  'not-renewed',
  /** Its time was over by the rules of the site. */
  'over',
  'contract-ended',
] as const;
export type Because = (typeof BECAUSE)[number];

/** Whether mail rests on something, whatever stands against it: consent, legitimate interest or a contract. */
export type State = 'in-force' | 'pending' | 'none';

export interface Explained extends Permission {
  readonly state: State;
  /** Where it is not allowed. */
  readonly because?: Because;
}

/** What is known of a person, and what they may be mailed for by it. */
export interface Known {
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly standing: Standing;
  /** As they were given to whoever asked. */
  readonly permissions: readonly Permission[];
  readonly isAddressMissing: boolean;
}

/** Says of each permission why it is not given. It decides none: that is done in one place. */
export function explained(known: Known): Explained[] {
  return known.permissions.map((permission) => {
    const stand = standBy(known.state, permission.id);
    const state = stateOf(permission, stand, known.state);
    if (permission.allowed) return { ...permission, state };
    const because = state === 'pending' ? ofWaiting(known.standing) : becauseOf(permission, stand, known);
    return { ...permission, state, because };
  });
}

function stateOf({ id, allowed }: Permission, stand: Stand | undefined, state: SubjectState): State {
  // Mail that a contract needs is allowed, though nobody reported the contract.
  if (allowed || (stand && isInForce(stand.current))) return 'in-force';
  return isWaiting(id, state) ? 'pending' : 'none';
}

/** Whether a sign-up waits for the button: whoever left once and comes back can press it like anybody. */
function isWaiting(id: string, state: SubjectState): boolean {
  return state.some(({ purposes }) => purposes.some((one) => one.id === id && one.status === 'ConsentRequested'));
}

function becauseOf({ id, legalBasis }: Permission, stand: Stand | undefined, known: Known): Because {
  const { standing, isAddressMissing } = known;
  if (standing.objections.has(id)) return isComplaint(id, known) ? 'complained' : 'objected';
  if (standing.erased && (!stand || stand.current.since <= standing.erased.at)) {
    return standing.isSuppressed ? 'suppressed' : 'erased';
  }
  if (!stand) return legalBasis === 'contract' ? 'over' : 'never-asked';
  if (isInForce(stand.current)) return againstForce(stand, standing, isAddressMissing);
  return byStatus(id, stand, known);
}

function againstForce({ current }: Stand, standing: Standing, isAddressMissing: boolean): Because {
  if (standing.weighed.has(current.id)) return 'weighed';
  if (!isUnrestricted(current, standing)) return 'restricted';
  return standing.undeliverableSince === undefined && isAddressMissing ? 'address-missing' : 'undeliverable';
}

function byStatus(id: string, { record, current }: Stand, known: Known): Because {
  const { status, since } = current;
  if (status === 'ConsentRefused') return 'taken-back';
  if (status === 'ContractEnded') return 'contract-ended';
  if (status !== 'ConsentExpired') return isComplaint(id, known) ? 'complained' : 'withdrawn';
  if (record.confirmedAt === undefined) return 'pending-expired';
  return isUnanswered(id, since, known.entries) ? 'not-renewed' : 'over';
}

/** Where the mail with the button came back nobody can press it. */
function ofWaiting({ undeliverableSince }: Standing): Because {
  return undeliverableSince === undefined ? 'pending' : 'undeliverable';
}

/** Whether what ended it last was a press on "spam". */
function isComplaint(id: string, { entries }: Known): boolean {
  const ended = entries.findLast(
    ({ type, purposes }) =>
      (type === 'ConsentWithdrawn' || type === 'ObjectionRecorded') && purposes.some((purpose) => purpose.id === id),
  );
  return ended !== undefined && 'via' in ended.facts && ended.facts.via === 'complaint';
}

/** Whether it lapsed as nobody answered, or as a review let it go. */
function isUnanswered(id: string, since: string, entries: readonly Entry[]): boolean {
  return entries.some(
    (entry) =>
      entry.type === 'ConsentLapsed' &&
      entry.at === since &&
      entry.purposes.some((purpose) => purpose.id === id) &&
      (entry.facts.because === undefined || entry.facts.because === 'review'),
  );
}
