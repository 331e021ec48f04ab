import type { OverRules } from './over';
import type { InactivityRule } from './inactivity';

/** What people are asked about in one mail, and by which rule. */
export interface Dialogue {
  readonly rule: InactivityRule;
  readonly has: (purpose: string) => boolean;
}

/** Each purpose with a rule of its own is asked about by itself; by the site's rule about all the others together. */
export function dialoguesOf({ retention, purposes }: OverRules): Dialogue[] {
  const own = new Map(
    purposes.flatMap(({ id, retention: rules }) => (rules?.inactivity ? [[id, rules.inactivity]] : [])),
  );
  const common = retention.inactivity;
  return [
    ...[...own].map(([id, rule]) => ({ rule, has: (purpose: string) => purpose === id })),
    ...(common ? [{ rule: common, has: (purpose: string) => !own.has(purpose) }] : []),
  ];
}
