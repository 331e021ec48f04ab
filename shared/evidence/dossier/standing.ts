import { isInForce } from '../../consent/state';
import { isBeginning, proofOfBeginning } from '../../consent/steps/roles';
import type { Bundle, BundleEntry, BundleRecord } from '../bundle';

export type PurposeStanding = BundleRecord['purposes'][number];

/** A purpose, and the record that says so of it. */
export interface Standing {
  readonly purpose: PurposeStanding;
  readonly record: BundleRecord;
}

/** The step that a record began with. */
export function beginningOf({ entries }: Bundle, { recordId }: BundleRecord): BundleEntry | undefined {
  return entries.find(({ entry }) => entry.recordId === recordId && isBeginning(entry));
}

/**
 * The strength of a record's proof: a consent confirmed here proves more than one from elsewhere, and that more than
 * none.
 */
function strength(bundle: Bundle, record: BundleRecord): number {
  const beginning = beginningOf(bundle, record);
  return beginning ? proofOfBeginning(beginning.entry) : -1;
}

/**
 * The records by what they matter for the question "is there consent": what is in force, then what was confirmed, then the
 * rest; the stronger and the newer first.
 */
export function byRelevance(bundle: Bundle): BundleRecord[] {
  const rank = (record: BundleRecord): string => {
    const inForce = record.purposes.some(isInForce) ? `2 ${strength(bundle, record)}` : '1';
    return record.confirmedAt === null ? `0 ${record.requestedAt}` : `${inForce} ${record.confirmedAt}`;
  };
  return bundle.records.toSorted((a, b) => compare(rank(b), rank(a)));
}

/**
 * Each purpose once, as the person's consent stands: in force if it is so in any record, else how it ended last, and only
 * where it never was in force, that it was asked for.
 */
export function standings(bundle: Bundle): Standing[] {
  const rank = ({ purpose, record }: Standing): string => {
    if (isInForce(purpose)) return `2 ${strength(bundle, record)} ${purpose.since}`;
    const wasInForce = record.confirmedAt !== null && purpose.status !== 'ConsentRequested';
    return `${wasInForce ? 1 : 0} ${purpose.since}`;
  };
  const best = new Map<string, Standing>();
  const all = bundle.records.flatMap((record) => record.purposes.map((purpose) => ({ purpose, record })));
  for (const standing of all) {
    const known = best.get(standing.purpose.id);
    if (!known || compare(rank(standing), rank(known)) > 0) best.set(standing.purpose.id, standing);
  }
  return [...best.values()];
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
