import type { Bundle, BundleRecord } from '../bundle';

export type PurposeStanding = BundleRecord['purposes'][number];

const IN_FORCE = new Set(['ConsentGiven', 'RenewedConsentGiven']);

export function isInForce({ status }: PurposeStanding): boolean {
  return IN_FORCE.has(status);
}

/**
 * The records by what they matter for the question "is there consent": what is in force, then what was confirmed, then the
 * rest; the newest first.
 */
export function byRelevance({ records }: Bundle): BundleRecord[] {
  const rank = (record: BundleRecord): string => {
    const inForce = record.purposes.some(isInForce) ? '2' : '1';
    return record.confirmedAt === null ? `0 ${record.requestedAt}` : `${inForce} ${record.confirmedAt}`;
  };
  return records.toSorted((a, b) => compare(rank(b), rank(a)));
}

/** Each purpose once, as the person's consent stands: in force if it is so in any record, else what came last. */
export function standings(records: readonly BundleRecord[]): PurposeStanding[] {
  const best = new Map<string, PurposeStanding>();
  for (const purpose of records.flatMap(({ purposes }) => purposes)) {
    const known = best.get(purpose.id);
    if (!known || compare(standingRank(purpose), standingRank(known)) > 0) best.set(purpose.id, purpose);
  }
  return [...best.values()];
}

function standingRank(purpose: PurposeStanding): string {
  return `${isInForce(purpose) ? 1 : 0} ${purpose.since}`;
}

/** Each ordered asset once: confirmed if it was so in any record. */
export function orders(records: readonly BundleRecord[]): { id: string; confirmedAt: string | null }[] {
  const ordered = new Map<string, string | null>();
  for (const { asset, confirmedAt } of records) {
    if (asset && !ordered.get(asset.id)) ordered.set(asset.id, confirmedAt);
  }
  return [...ordered].map(([id, confirmedAt]) => ({ id, confirmedAt }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
