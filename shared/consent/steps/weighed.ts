import type { Standing } from '../state';
import type { EntryPurpose } from './entry-fields';
import type { Later } from './step-type';

const BY_NAME = ['ObjectionRecorded', 'ConsentGiven', 'RenewedConsentGiven'];

/**
 * Whether a step settles what is weighed about a purpose: it was refused, an objection stands in its place, or the person said yes to
 * the purpose anew, which is no part of what they objected to.
 */
export function settles({ type, facts, purposes }: Later, purpose: string): boolean {
  const isRefusal = type === 'ObjectionDecided' && 'decision' in facts && facts.decision === 'refused';
  return (isRefusal || BY_NAME.includes(type)) && purposes.some(({ id }) => id === purpose);
}

/** Whether from a step on nothing is weighed about a purpose: also of what is erased nothing is left to weigh. */
export const endsWeighing =
  (purpose: string) =>
  (later: Later): boolean =>
    later.type === 'DataErased' || settles(later, purpose);

/** What is still weighed once a step of those settled these purposes. */
export function withoutSettled({ weighed }: Standing, purposes: readonly EntryPurpose[]): Standing['weighed'] {
  return new Map([...weighed].filter(([id]) => !purposes.some((one) => one.id === id)));
}
