import type { EntryType } from './steps';

/** A step as far as it is counted: whose site, and what it was. */
export interface CountedStep {
  readonly site: string;
  readonly type: string;
  /** How somebody left, where they did. */
  readonly via?: string | undefined;
}

/** How many there were of a kind, at a site. */
export interface Count {
  readonly site: string;
  readonly kind: string;
  readonly count: number;
}

/** Stands for all sites together. No site can be called so. */
export const ALL_SITES = 'all sites';

/** What operators watch, by type of entry. */
const KINDS: Partial<Record<EntryType, string>> = {
  ConsentRequested: 'SignUps',
  ConsentGiven: 'Confirmations',
  ConsentWithdrawn: 'Withdrawals',
  MailSent: 'Mails',
  MailBounced: 'Bounces',
};
const COMPLAINTS = 'Complaints';

export const COUNTED: readonly string[] = [...Object.values(KINDS), COMPLAINTS];

/** What came into the log, by site and kind, and for all sites. Nobody can be found in it. */
export function countsOf(steps: readonly CountedStep[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { site, type, via } of steps) {
    const kind = KINDS[type as EntryType];
    for (const one of [...(kind ? [kind] : []), ...(via === 'complaint' ? [COMPLAINTS] : [])]) {
      for (const where of [site, ALL_SITES]) {
        const key = `${where} ${one}`;
        counts.set(key, { site: where, kind: one, count: (counts.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...counts.values()];
}
