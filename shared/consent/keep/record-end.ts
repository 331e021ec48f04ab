import type { RecordId } from '../../ids';
import type { Site } from '../../policy/schema';
import { retentionOf } from '../../policy/retention';
import { endOfDay, endOfYear, plus, startOfDay } from '../../calendar';
import { endOfUnconfirmed } from './birth-ends';
import { entriesOf, factsOf, type Entry } from '../entry';
import {
  BEGINNING,
  beginningOf,
  fold,
  isInForce,
  wasInForce,
  type PurposeState,
  type RecordState,
  type SubjectState,
} from '../fold';
import { PATIENCE } from '../processors';
import { isEnding } from '../steps/begins-and-ends';
import { dialoguesOf } from './dialogues';
import { endedByInactivity } from './inactivity';
import { maximumOf, overIn, type Over } from './over';

/** What of a site says how long things are kept. */
export type RetentionRules = Pick<Site, 'retention' | 'purposes' | 'processors' | 'closing'>;

/** When what belongs to a record goes; undefined for what stays. */
export interface RecordEnd {
  /** The entries, which name nobody. */
  readonly end: Date | undefined;
  /** The address. Sooner than the entries where registrations are kept no longer than a maximum. */
  readonly address: Date | undefined;
  /** Name and further fields. Sooner than the address where the site keeps that alone for proof. */
  readonly details: Date | undefined;
  /** All other parts. Sooner than the address where R10 keeps that longer. */
  readonly allButAddress: Date | undefined;
}

/** For that long the link of an order works, even where proof is kept for no time at all. */
const LEAST_FOR_ORDERS = 'P30D';

/** So that `review`, which writes down what is over, finds whom those who mail for the site have to delete. */
const UNTIL_WRITTEN = PATIENCE;

/**
 * Record id -> its end: the latest of what its purposes ask, each by its own rules, and its order. Not a matter of the moment at
 * which it is asked for.
 */
export function recordEnds(entries: readonly Entry[], rules: RetentionRules): ReadonlyMap<RecordId, RecordEnd> {
  const state = fold(entries, BEGINNING);
  const history: History = {
    entries,
    state,
    rules,
    overOf: overIn(state, rules),
    unwanted: unwantedBy(entries, rules),
  };
  return new Map(state.map((record) => [record.recordId, recordEnd(record, history)]));
}

interface History {
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly rules: RetentionRules;
  readonly overOf: ReturnType<typeof overIn>;
  /** Purpose -> the records for which the question whether to go on with it ended in no, and when. */
  readonly unwanted: (purpose: string) => ReadonlyMap<string, Date>;
}

function unwantedBy(entries: readonly Entry[], rules: RetentionRules): History['unwanted'] {
  const ended = dialoguesOf(rules).map(({ has }) => ({ has, records: endedByInactivity(entries, has) }));
  return (purpose) => ended.find(({ has }) => has(purpose))?.records ?? new Map<string, Date>();
}

function recordEnd(record: RecordState, history: History): RecordEnd {
  const isWaiting = record.confirmedAt === undefined;
  const waitsUntil = all(endOfUnconfirmed(new Date(record.confirmBy)));
  // What was asked for and not given when the rest was has no duty.
  const asked = record.purposes.filter(({ status }) => isWaiting || wasInForce({ status }));
  const ends = asked.map((purpose) =>
    isWaiting ? atMost(waitsUntil, maximumOf(record, purpose.id, history.rules)) : boundEnd(record, purpose, history),
  );
  if (record.asset === undefined && ends.length > 0) return ends.reduce(later);
  const order = isWaiting ? waitsUntil : orderEnd(record, history.rules);
  return [...ends, atMost(order, maximumOf(record, '', history.rules))].reduce(later);
}

function boundEnd(record: RecordState, purpose: PurposeState, history: History): RecordEnd {
  return atMost(purposeEnd(record, purpose, history), maximumOf(record, purpose.id, history.rules));
}

/** What was registered goes at its maximum, in whatever state it is; that it was stays for as long as any other proof. */
function atMost(natural: RecordEnd, maximum: Date | undefined): RecordEnd {
  return maximum ? { ...changed(natural, (end) => earliest(end, maximum)), end: natural.end } : natural;
}

function purposeEnd(record: RecordState, purpose: PurposeState, history: History): RecordEnd {
  const over = history.overOf(record, purpose);
  if (isInForce(purpose) && !over) return all(undefined);
  const unwanted = isInForce(purpose) ? undefined : afterInactivity(record, purpose, history);
  const own = unwanted ?? proofEnd(purpose, endOf(record, purpose, over, history), history);
  const measured = measuredBy(purpose, history);
  const proof = measured ? sooner(own, measured.end) : own;
  const isUnwritten = isInForce(purpose) && over !== undefined && over.because !== 'registration-maximum';
  if (!isUnwritten) return proof;
  return atMost(later(proof, all(plus(over.at, UNTIL_WRITTEN))), measured?.maximum);
}

/**
 * What only measures keeps nothing alive: it goes with the last of what it measures, whatever duty it would have by itself, and is
 * registered no longer than that. Undefined for what measures nothing.
 */
function measuredBy(
  { id }: PurposeState,
  history: History,
): { readonly end: RecordEnd; readonly maximum: Date | undefined } | undefined {
  const { measures, requires = [] } = history.rules.purposes.find((purpose) => purpose.id === id) ?? {};
  if (!measures) return undefined;
  const measured = history.state
    .filter(({ confirmedAt }) => confirmedAt !== undefined)
    .flatMap((record) =>
      record.purposes
        .filter((purpose) => requires.includes(purpose.id) && wasInForce(purpose))
        .map((purpose) => ({
          end: boundEnd(record, purpose, history),
          maximum: maximumOf(record, purpose.id, history.rules),
        })),
    );
  if (measured.length === 0) return undefined;
  return {
    end: measured.map(({ end }) => end).reduce(later),
    maximum: measured.map(({ maximum }) => maximum).reduce(latest),
  };
}

/** R10: who did not want to go on when asked is forgotten at once, but for the address. */
function afterInactivity(
  { recordId }: RecordState,
  { id }: PurposeState,
  { rules, unwanted }: History,
): RecordEnd | undefined {
  const { inactivity } = retentionOf(rules, id);
  const ended = unwanted(id).get(recordId);
  if (!inactivity || !ended) return undefined;
  const end = plus(ended, inactivity.addressAfter);
  return { end, address: end, details: ended, allButAddress: ended };
}

/** When a purpose ended. */
interface Ended {
  readonly at: Date;
  /** A moment of the day on which it did, where only that is known. */
  readonly within: Date;
  /** From when on the history says so; there was still mail until then. */
  readonly written: Date;
}

/** Details go so long after what they were told for, unless they are proof themselves. */
function proofEnd(purpose: PurposeState, ended: Ended, history: History): RecordEnd {
  const end = dutyEnd(purpose, ended, history);
  const { details } = retentionOf(history.rules, purpose.id);
  return details === 'as-evidence' ? all(end) : { ...all(end), details: earliest(end, plus(ended.at, details.keep)) };
}

function dutyEnd({ id }: PurposeState, { at, within, written }: Ended, { entries, rules }: History): Date {
  const { keep, from } = retentionOf(rules, id).evidence;
  switch (from) {
    case 'withdrawal':
      return plus(at, keep);
    case 'end-of-year-of-withdrawal':
      return plus(endOfYear(within), keep);
    case 'last-mail':
      return plus(latestOf([at, ...mailed(id, entries).filter((mail) => mail <= written)]), keep);
  }
}

/**
 * A duty counts from when the person's word arrived, or the contract ended, and not from when somebody wrote that down; and never
 * from before there was anything that could end.
 */
function endOf(record: RecordState, { id, since }: PurposeState, over: Over | undefined, { entries }: History): Ended {
  const written = new Date(since);
  const step = entries.find(
    (entry) => entry.at === since && isEnding(entry) && entry.purposes.some((named) => named.id === id),
  );
  if (!step) {
    const at = over?.at ?? written;
    return { at, within: over?.endsOn === undefined ? at : startOfDay(over.endsOn), written: at };
  }
  const { endedOn, receivedOn, saidAt } = factsOf(step);
  const day = endedOn ?? receivedOn;
  const between = (moment: Date): Date => earliest(latestOf([moment, beginningOf(record)]), written);
  if (day !== undefined) return { at: between(endOfDay(day)), within: between(startOfDay(day)), written };
  const at = between(saidAt === undefined ? written : new Date(saidAt));
  return { at, within: at, written };
}

/** When mails for a purpose went out, as far as whoever sends them reported it. */
function mailed(purpose: string, entries: readonly Entry[]): Date[] {
  return entriesOf('ActivityReported', entries)
    .filter(({ purposes }) => purposes.some(({ id }) => id === purpose))
    .flatMap(({ facts }) => (facts.mailedAt === undefined ? [] : [new Date(facts.mailedAt)]));
}

/** An order goes on for itself: who withdraws what came along with it still gets the download. */
function orderEnd({ confirmedAt, requestedAt }: RecordState, { retention }: RetentionRules): RecordEnd {
  const { evidence, details } = retention;
  const confirmed = new Date(confirmedAt ?? requestedAt);
  const start = evidence.from === 'end-of-year-of-withdrawal' ? endOfYear(confirmed) : confirmed;
  const atLeast = plus(confirmed, LEAST_FOR_ORDERS);
  const end = latestOf([plus(start, evidence.keep), atLeast]);
  if (details === 'as-evidence') return all(end);
  return { ...all(end), details: earliest(end, latestOf([plus(confirmed, details.keep), atLeast])) };
}

export const all = (end: Date | undefined): RecordEnd => ({
  end,
  address: end,
  details: end,
  allButAddress: end,
});

export function changed(ends: RecordEnd, to: (end: Date | undefined) => Date | undefined): RecordEnd {
  const { end, address, details, allButAddress } = ends;
  return { end: to(end), address: to(address), details: to(details), allButAddress: to(allButAddress) };
}

export function later(one: RecordEnd, other: RecordEnd): RecordEnd {
  return {
    end: latest(one.end, other.end),
    address: latest(one.address, other.address),
    details: latest(one.details, other.details),
    allButAddress: latest(one.allButAddress, other.allButAddress),
  };
}

function sooner(one: RecordEnd, other: RecordEnd): RecordEnd {
  const both = (name: keyof RecordEnd): Date | undefined => {
    const bound = other[name];
    return bound ? earliest(one[name], bound) : one[name];
  };
  return { end: both('end'), address: both('address'), details: both('details'), allButAddress: both('allButAddress') };
}

/** Undefined is never. */
export function latest(one: Date | undefined, other: Date | undefined): Date | undefined {
  return one === undefined || other === undefined ? undefined : one > other ? one : other;
}

/** Undefined is never. */
export function earliest(one: Date | undefined, other: Date): Date {
  return one !== undefined && one < other ? one : other;
}

function latestOf(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map(Number)));
}
