import { isInForce, wasInForce, type PurposeState, type RecordState } from '../../consent/fold';
import { stateAt } from '../../consent/keep/state-at';
import { isBeginning, proofOfBeginning } from '../../consent/steps/begins-and-ends';
import type { Site } from '../../policy/schema';
import type { Bundle, BundleEntry } from '../bundle';

/** The steps, and what they amount to. */
export interface History {
  readonly entries: readonly BundleEntry[];
  /** In the order in which they began. */
  readonly records: readonly RecordState[];
}

/** A purpose, and the record that says so of it. */
export interface Standing {
  readonly purpose: PurposeState;
  readonly record: RecordState;
}

/** By the rules of the site, where it is configured still: `permissions` goes by the same. */
export function historyOf({ entries, at }: Bundle, site: Site | undefined): History {
  const known = entries.map(({ entry }) => entry);
  const now = new Date(at);
  return { entries, records: stateAt(known, site, now) };
}

/** The step that a record began with. */
export function beginningOf({ entries }: History, { recordId }: RecordState): BundleEntry | undefined {
  return entries.find(({ entry }) => entry.recordId === recordId && isBeginning(entry));
}

/**
 * The strength of a record's proof: a consent confirmed here proves more than one from elsewhere, and that more than
 * none.
 */
function strength(history: History, record: RecordState): number {
  const beginning = beginningOf(history, record);
  return beginning ? proofOfBeginning(beginning.entry) : -1;
}

/**
 * Each purpose once, as the person's consent stands: in force if it is so in any record, else how it ended last, and only
 * where it never was in force, that it was asked for.
 */
export function standings(history: History): Standing[] {
  const rank = ({ purpose, record }: Standing): string => {
    if (isInForce(purpose)) return `2 ${strength(history, record)} ${purpose.since}`;
    const isProof = record.confirmedAt !== undefined && wasInForce(purpose);
    return `${isProof ? 1 : 0} ${purpose.since}`;
  };
  const best = new Map<string, Standing>();
  const all = history.records.flatMap((record) => record.purposes.map((purpose) => ({ purpose, record })));
  for (const standing of all) {
    const known = best.get(standing.purpose.id);
    if (!known || compare(rank(standing), rank(known)) > 0) best.set(standing.purpose.id, standing);
  }
  return [...best.values()];
}

/** Each ordered asset once: confirmed if it was so in any record. */
export function orders({ records }: History): { id: string; record: RecordState }[] {
  const ordered = new Map<string, RecordState>();
  for (const record of records) {
    const { asset } = record;
    if (asset && ordered.get(asset.id)?.confirmedAt === undefined) ordered.set(asset.id, record);
  }
  return [...ordered].map(([id, record]) => ({ id, record }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
