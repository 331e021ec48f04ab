import { isOffered } from '../policy/offered';
import type { LegalBasis, Purpose } from '../policy/schema';
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
 * May we write, purpose by purpose? Whether there is a contract is for the sender to know, who need not report it: mail that one
 * needs is allowed, unless its end was reported, or the site is closed. That no registration of one is kept any more ends none.
 */
export function permissions(
  purposes: readonly Pick<Purpose, 'id' | 'legalBasis' | 'endsOn'>[],
  state: SubjectState,
  standing: Limits,
  now: Date,
): Permission[] {
  return purposes.map(({ id, legalBasis, endsOn }) => {
    const stand = standBy(state, id)?.current;
    const current = stand?.isForgotten ? undefined : stand;
    const known = current && { status: current.status, since: current.since };
    const isUnreported = legalBasis === 'contract' && current?.legalBasis !== 'contract' && isOffered({ endsOn }, now);
    const allowed = isUnreported || (current !== undefined && mayMail(current, standing));
    return { id, legalBasis, allowed, ...known };
  });
}

export type Limits = Pick<Standing, 'restrictedSince' | 'objections' | 'undeliverableSince' | 'weighed'>;

/**
 * Whether mail may rest on it now: it is in force, nothing stands against it, and the address takes mail. Whoever lets somebody be
 * mailed, or shows that they may be, asks this, so that all give the same answer at the same moment. What a contract needs goes on
 * for as long as the contract does: nobody can be without it, and the restriction of what rests on consent or interest is none of it.
 */
export function mayMail(purpose: PurposeState, limits: Limits): boolean {
  const { objections, undeliverableSince } = limits;
  if (purpose.status === 'ContractRecorded') return true;
  const isWanted = isInForce(purpose) && !objections.has(purpose.id);
  return isWanted && isUnrestricted(purpose, limits) && undeliverableSince === undefined;
}

/**
 * Whether a purpose is no part of a restriction: one covers what there was when it began, and so does the weighing of an
 * objection. What is consented to afterwards may be used (Art. 18(2) GDPR).
 */
export function isUnrestricted(
  purpose: PurposeState,
  { restrictedSince, weighed }: Pick<Limits, 'restrictedSince' | 'weighed'>,
): boolean {
  return [restrictedSince, weighed.get(purpose.id)].every(
    (since) => since === undefined || (isGiven(purpose) && since < purpose.since),
  );
}
