import type { RecordId } from '../../ids';
import type { Site } from '../../policy/schema';
import { endOfDay, endOfYear, plus } from '../../calendar';
import { endOfUnconfirmed } from './birth-ends';
import { entriesOf, type Entry } from '../entry';
import { BEGINNING, fold, isInForce, wasInForce, type PurposeState, type RecordState } from '../fold';
import { maximumOf, untilMaximum } from './registration-maximum';
import { endedByInactivity } from './inactivity';

/** What of a site says how long things are kept. */
export type RetentionRules = Pick<Site, 'retention' | 'purposes' | 'processors'>;

/** When what belongs to a record goes; undefined for what stays. */
export interface RecordEnd {
  /** The entries, which name nobody. */
  readonly end: Date | undefined;
  /** The parts that say who it is. Sooner than the entries where registrations are kept no longer than a maximum. */
  readonly address: Date | undefined;
  /** All other parts. Sooner than the address where R10 keeps that longer. */
  readonly allButAddress: Date | undefined;
}

/** The last moment that a Date can be. */
const END_OF_TIME = new Date(8.64e15);

/** For that long the link of an order works, even where proof is kept for no time at all. */
const LEAST_FOR_ORDERS = 'P30D';

/** Record id -> its end. Not a matter of the moment at which it is asked for. */
export function recordEnds(entries: readonly Entry[], rules: RetentionRules): ReadonlyMap<RecordId, RecordEnd> {
  return new Map(
    fold(entries, BEGINNING).map((record) => [
      record.recordId,
      atMost(naturalEnd(record, entries, rules), record, rules),
    ]),
  );
}

/** What was registered goes at its maximum, in whatever state it is; that it was stays for as long as any other proof. */
function atMost({ end, address, allButAddress }: RecordEnd, record: RecordState, rules: RetentionRules): RecordEnd {
  const maximum = maximumOf(record, rules);
  if (!maximum) return { end, address, allButAddress };
  return { end, address: earliest(address, maximum), allButAddress: earliest(allButAddress, maximum) };
}

function naturalEnd(record: RecordState, entries: readonly Entry[], rules: RetentionRules): RecordEnd {
  if (record.confirmedAt === undefined) return all(endOfUnconfirmed(new Date(record.confirmBy)));
  // So that a duty begins at the maximum, also where nobody wrote down yet that it came.
  const last = untilMaximum(record, rules, END_OF_TIME);
  if (last.purposes.some(isInForce)) return all(undefined);
  return afterInactivity(last, entries, rules) ?? all(dutiesEnd(last, entries, rules));
}

/** R10: who did not want to go on when asked is forgotten at once, but for the address. */
function afterInactivity(
  record: RecordState,
  entries: readonly Entry[],
  { retention }: RetentionRules,
): RecordEnd | undefined {
  const ended = endedByInactivity(entries).get(record.recordId);
  if (!retention.inactivity || !ended) return undefined;
  const end = plus(ended, retention.inactivity.addressAfter);
  return { end, address: end, allButAddress: ended };
}

/** The latest of the duties that its purposes have, those that were never in force none; and of its order. */
function dutiesEnd(record: RecordState, entries: readonly Entry[], rules: RetentionRules): Date {
  const duties = record.purposes.filter(wasInForce).map((purpose) => dutyEnd(purpose, entries, rules));
  const isOrder = record.asset !== undefined || duties.length === 0;
  return latestOf([...duties, ...(isOrder ? [orderEnd(record, rules)] : [])]);
}

function dutyEnd(purpose: PurposeState, entries: readonly Entry[], { purposes, retention }: RetentionRules): Date {
  const own = purposes.find(({ id }) => id === purpose.id)?.retention?.evidence;
  const { keep, from } = own ?? retention.evidence;
  const ended = endOf(purpose, entries);
  switch (from) {
    case 'withdrawal':
      return plus(ended, keep);
    case 'end-of-year-of-withdrawal':
      return plus(endOfYear(ended), keep);
    case 'last-mail':
      return plus(lastMailed(purpose.id, entries) ?? ended, keep);
  }
}

/** A contract may have ended before that was reported; a duty does not wait for it. */
function endOf({ id, since }: PurposeState, entries: readonly Entry[]): Date {
  const reported = new Date(since);
  const step = entriesOf('ContractEnded', entries).find(
    ({ at, purposes }) => at === since && purposes.some((named) => named.id === id),
  );
  return step?.facts.endedOn === undefined ? reported : earliest(endOfDay(step.facts.endedOn), reported);
}

/** When the last mail for a purpose went out, as far as whoever sends them reported it. */
function lastMailed(purpose: string, entries: readonly Entry[]): Date | undefined {
  const times = entriesOf('ActivityReported', entries)
    .filter(({ purposes }) => purposes.some(({ id }) => id === purpose))
    .flatMap(({ facts }) => (facts.mailedAt === undefined ? [] : [new Date(facts.mailedAt)]));
  return times.length > 0 ? latestOf(times) : undefined;
}

/** An order goes on for itself: who withdraws what came along with it still gets the download. */
function orderEnd({ confirmedAt, requestedAt }: RecordState, { retention }: RetentionRules): Date {
  const { keep, from } = retention.evidence;
  const confirmed = new Date(confirmedAt ?? requestedAt);
  const start = from === 'end-of-year-of-withdrawal' ? endOfYear(confirmed) : confirmed;
  return latestOf([plus(start, keep), plus(confirmed, LEAST_FOR_ORDERS)]);
}

export const all = (end: Date | undefined): RecordEnd => ({ end, address: end, allButAddress: end });

/** Undefined is never. */
export function earliest(one: Date | undefined, other: Date): Date {
  return one !== undefined && one < other ? one : other;
}

function latestOf(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map(Number)));
}
