import type { RecordId } from '../ids';
import type { Site } from '../policy/schema';
import type { Leavable } from './decide/decisions';
import { BEGINNING, fold, type SubjectState } from './fold';
import { isOfOne, purposesIn, recordIn, understoodEntries, type AnyEntry, type NamedPurpose } from './read-entry';
import { isConfirmation, isEndOfConsent } from './steps/begins-and-ends';

/*
 * What this version can say of consents that a later version wrote down in a way that it does not understand: nobody is mailed
 * because of them and nothing of them is deleted, and a person can leave all the same.
 */

export interface NotUnderstood {
  readonly entries: readonly AnyEntry[];
  /**
   * Records with something that is not understood, of which this version sees no beginning or no confirmation: nobody here can
   * tell whether they are in force, and how long anything of them is needed.
   */
  readonly records: ReadonlySet<RecordId>;
}

/** What of a history this version does not understand. */
export function notUnderstood(all: readonly AnyEntry[]): NotUnderstood {
  const known = understoodEntries(all);
  if (known.length === all.length) return { entries: [], records: new Set() };
  const places = new Set(known.map(({ seq }) => seq));
  const entries = all.filter(({ seq }) => !places.has(seq));
  const confirmed = fold(known, BEGINNING).filter(({ confirmedAt }) => confirmedAt !== undefined);
  const settled = new Set(confirmed.map(({ recordId }) => recordId));
  const records = [...entries, ...known.filter(isConfirmation)]
    .flatMap((entry) => recordIn(entry) ?? [])
    .filter((recordId) => !settled.has(recordId));
  return { entries, records: new Set(records) };
}

/** A purpose that a person may have agreed to, for all that this version knows. */
export interface Doubt extends NamedPurpose {
  /** The entry that says so. */
  readonly entry: AnyEntry;
}

/**
 * The purposes that entries name which this version does not understand, or which belong to a record that it does not. Where such
 * a record names none in a way that can be read, it may be about any purpose of the site.
 */
function doubtsIn(all: readonly AnyEntry[], site: Pick<Site, 'purposes'> | undefined): Doubt[] {
  const { entries, records } = notUnderstood(all);
  const isOf = (entry: AnyEntry, recordId: RecordId): boolean => recordIn(entry) === recordId && !isEnd(entry);
  const related = [...records].map((recordId) => all.filter((entry) => isOf(entry, recordId)));
  const silent = related.filter((group) => !group.some((entry) => purposesIn(entry).length > 0));
  const inOrder = [...new Set([...entries, ...related.flat()])].sort((one, other) => one.seq - other.seq);
  const doubts = inOrder.flatMap((entry) => purposesIn(entry).map((purpose): Doubt => ({ ...purpose, entry })));
  const any = silent.flatMap(([entry]) =>
    (site?.purposes ?? []).flatMap(({ id, legalBasis }): Doubt[] => (entry ? [{ id, legalBasis, entry }] : [])),
  );
  return [...any, ...doubts].filter(({ legalBasis }) => legalBasis !== 'contract');
}

const isEnd = (entry: AnyEntry): boolean => understoodEntries([entry]).some(isEndOfConsent);

/** The purposes that may be in force, for all that this version knows, each as it was named last. */
export function perhapsInForce(all: readonly AnyEntry[], site: Pick<Site, 'purposes'> | undefined): Doubt[] {
  const doubts = doubtsIn(all, site);
  const ends = doubts.length === 0 ? [] : understoodEntries(all).filter(isEndOfConsent);
  const isOpen = ({ id, entry }: Doubt): boolean =>
    !ends.some(({ seq, purposes }) => seq > entry.seq && purposes.some((purpose) => purpose.id === id));
  return [...new Map(doubts.filter(isOpen).map((doubt) => [doubt.id, doubt])).values()];
}

/** No wording: where a later version named a purpose without one that this version can read. */
const NO_WORDING = 'A'.repeat(43);

/** What a person can leave: what is in force or asked for, and what may be. */
export function leavable(
  state: SubjectState,
  all: readonly AnyEntry[],
  site: Pick<Site, 'purposes'> | undefined,
): readonly Leavable[] {
  const perhaps = perhapsInForce(all, site).map(({ id, legalBasis, noticeHash = NO_WORDING, entry }): Leavable => {
    const status = legalBasis === 'consent' ? 'ConsentGiven' : 'LegitimateInterestRecorded';
    const purposes = [{ id, legalBasis, noticeHash, status, since: entry.at } as const];
    const recordId = recordIn(entry);
    const about = { site: entry.site, ...(recordId !== undefined && { recordId }), confirmedAt: entry.at };
    return { ...about, isFromElsewhere: true, purposes };
  });
  return [...state, ...perhaps];
}

/**
 * The places of what is left for the later version to end: what is not understood, all that belongs to a record that is not, and
 * whatever took back what may have been given. A withdrawal must not go before the consent that it took back, nor that processors
 * heard of it.
 */
export function leftToLater(all: readonly AnyEntry[], site: Pick<Site, 'purposes'>): ReadonlySet<number> {
  const { entries, records } = notUnderstood(all);
  const doubts = doubtsIn(all, site);
  const tookBack = (entry: AnyEntry): boolean =>
    isEnd(entry) &&
    purposesIn(entry).some(({ id }) => doubts.some((doubt) => doubt.id === id && doubt.entry.seq < entry.seq));
  if (entries.length === 0) return new Set();
  const ends = all.filter(tookBack);
  const told = all.filter(({ type, seq }) => type === 'ProcessorInformed' && ends.some((end) => end.seq < seq));
  const related = all.filter((entry) => isOfOne(records, entry));
  return new Set([...entries, ...related, ...ends, ...told].map(({ seq }) => seq));
}
