import type { LegalBasis } from '../policy/schema';
import { purposesInForce, type ConsentStatus, type SubjectState } from './fold';

export interface Permission {
  readonly id: string;
  readonly legalBasis: LegalBasis;
  /** Whether mail for this purpose may be sent now. */
  readonly allowed: boolean;
  /** Where the consent stands; absent where it was never asked for, or where none is needed. */
  readonly status?: ConsentStatus;
  readonly since?: string;
}

/**
 * May we write, purpose by purpose? Mail that a contract needs is not asked for and cannot be withdrawn here,
 * so it is always allowed; whether there is a contract is for the sender to know.
 */
export function permissions(
  purposes: readonly { id: string; legalBasis: LegalBasis }[],
  state: SubjectState,
): Permission[] {
  const inForce = purposesInForce(state);
  return purposes.map(({ id, legalBasis }) => {
    if (legalBasis === 'contract') return { id, legalBasis, allowed: true };
    const current = inForce.get(id) ?? state.flatMap((record) => record.purposes.filter((p) => p.id === id)).at(-1);
    const standing = current && { status: current.status, since: current.since };
    return { id, legalBasis, allowed: inForce.has(id), ...standing };
  });
}
