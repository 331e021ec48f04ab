import type { LegalBasis } from '../policy/schema';
import { isGiven, isInForce, standBy, type ConsentStatus, type PurposeState, type SubjectState } from './fold';
import type { Standing } from './standing';

export interface Permission {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  /** Whether mail for this purpose may be sent now. */
  readonly allowed: boolean;
  /** Where the consent, or what stands in its place, is; absent where nothing is known of any. */
  readonly status?: ConsentStatus;
  readonly since?: string;
}

/**
 * May we write, purpose by purpose? Mail that a contract needs is not asked for and cannot be withdrawn here, so it is
 * always allowed; whether there is a contract is for the sender to know, who need not have reported it. What is restricted
 * (Art. 18 GDPR) may be kept and used for nothing else.
 */
export function permissions(
  purposes: readonly { id: string; legalBasis: LegalBasis }[],
  state: SubjectState,
  standing: Limits,
): Permission[] {
  return purposes.map(({ id, legalBasis }) => {
    const current = standBy(state, id)?.current;
    const known = current && { status: current.status, since: current.since };
    const allowed = legalBasis === 'contract' || (current !== undefined && mayMail(current, standing));
    return { id, legalBasis, allowed, ...known };
  });
}

type Limits = Pick<Standing, 'restrictedSince' | 'objections' | 'undeliverableSince'>;

/** Whether mail may rest on it now: it is in force, nothing stands against it, and the address takes mail. */
export function mayMail(purpose: PurposeState, { restrictedSince, objections, undeliverableSince }: Limits): boolean {
  const isWanted = isInForce(purpose) && !objections.has(purpose.id);
  return isWanted && isUnrestricted(purpose, restrictedSince) && undeliverableSince === undefined;
}

/** A restriction covers what there was when it began. What is consented to afterwards may be used (Art. 18(2) GDPR). */
function isUnrestricted(purpose: PurposeState, restrictedSince: string | undefined): boolean {
  return restrictedSince === undefined || (isGiven(purpose) && restrictedSince < purpose.since);
}
