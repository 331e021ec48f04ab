import { dayOf, plus, startOfDay } from '../../calendar';
import { retentionOf } from '../../policy/retention';
import { entriesOf, type Entry } from '../entry';
import { fold, type PurposeState } from '../fold';
import { isUnrestricted } from '../permissions';
import { standingOf } from '../standing';
import { undecided } from '../weighing';
import { lastHeardOf, wanted } from './inactivity';
import type { OverRules } from './over';

/** `retention.review` of a site. */
export interface ReviewRule {
  readonly every: string;
  readonly deleteWithin: string;
}

/** Whether it is time for the next round. */
export function isRoundDue(last: Date, { every }: ReviewRule, now: Date): boolean {
  return plus(last, every) <= now;
}

/** One time that a site reviews what is still needed. */
export interface Round {
  readonly began: Date;
  /** ISO 8601 date: what nobody wants to keep ends on that day at the latest. */
  readonly deleteBy: string;
}

export function roundFrom(began: Date, { deleteWithin }: ReviewRule): Round {
  return { began, deleteBy: dayOf(plus(began, deleteWithin)) };
}

/** Where nothing says how often, somebody looks once a year. */
const LEAST_OFTEN = 'P1Y';

/** Something of a person that an operator has to decide about. Names nobody. */
export type Waiting =
  | {
      /** Consents of which nothing was heard for as long as from one round to the next. */
      readonly what: 'unused';
      readonly purposes: readonly PurposeState[];
      /** Since when, ISO 8601. */
      readonly since: string;
    }
  | {
      readonly what: 'hold';
      readonly case: string;
      readonly since: string;
      /** ISO 8601 date. */
      readonly reviewBy: string;
      /** The steps whose connection data alone it keeps; undefined where it keeps everything. */
      readonly connections?: readonly number[];
    }
  | { readonly what: 'restriction'; readonly since: string; readonly reviewBy: string }
  | {
      /** An objection with reasons (Art. 21(1) GDPR), by the purposes about which nobody decided yet. */
      readonly what: 'weighing';
      readonly weighed: readonly string[];
      readonly since: string;
      readonly reviewBy: string;
    };

/** What an operator has to decide about, now or on a day to come. `round` is undefined where the site has none under way. */
export function waitingOf(entries: readonly Entry[], rules: OverRules, round: Round | undefined, now: Date): Waiting[] {
  const unused = round && unusedIn(entries, rules, round, now);
  return [...(unused ? [unused] : []), ...reviewedByDay(entries, rules)];
}

/** What stays until an operator ends it or decides, each with its day of review: no day ends it by itself. */
export function reviewedByDay(
  entries: readonly Entry[],
  { retention }: OverRules,
): Exclude<Waiting, { what: 'unused' }>[] {
  const { holds, restrictedSince, storedSince, restrictionReviewBy } = standingOf(entries);
  const every = retention.review?.every ?? LEAST_OFTEN;
  return [
    ...holds.map((hold) => ({ what: 'hold' as const, ...hold })),
    // What is restricted in place of an erasure goes with the duty, and nobody has to see to it.
    ...(storedSince.length > 0 && restrictedSince !== undefined
      ? [
          {
            what: 'restriction' as const,
            since: restrictedSince,
            reviewBy: restrictionReviewBy ?? dayOf(plus(new Date(restrictedSince), every)),
          },
        ]
      : []),
    ...weighings(entries),
  ];
}

/** By which days an operator has to look at what is held, restricted or weighed of a person. */
export function heldDays(waiting: readonly Waiting[]) {
  return waiting.flatMap((one) => (one.what === 'unused' ? [] : [{ what: one.what, day: one.reviewBy }]));
}

/** Whoever asks has an answer within a month of when that arrived (Art. 12(3) GDPR). */
const ANSWER_WITHIN = 'P1M';

/** All of a person as one, by the day of the first. */
function weighings(entries: readonly Entry[]): Extract<Waiting, { what: 'weighing' }>[] {
  const open = undecided(entries);
  const [first] = open.map(({ raised }) => raised).sort((one, other) => one.seq - other.seq);
  if (!first) return [];
  const { receivedOn } = first.facts;
  const arrived = receivedOn === undefined ? new Date(first.at) : startOfDay(receivedOn);
  const reviewBy = dayOf(plus(arrived, ANSWER_WITHIN));
  return [{ what: 'weighing', weighed: open.map(({ purpose }) => purpose.id), since: first.at, reviewBy }];
}

/**
 * R11: the consents of a person that a round finds unused, unless an operator kept them in it. Not those about which the person is
 * asked themselves (`inactivity`), nor what is restricted: that is kept, and used for nothing. Whatever the person does takes them
 * off, also after the round began.
 */
export function unusedIn(
  entries: readonly Entry[],
  rules: OverRules,
  { began }: Round,
  now: Date,
): Extract<Waiting, { what: 'unused' }> | undefined {
  const silent = silentIn(entries, rules, now);
  if (!silent || silent.unusedFrom > began) return undefined;
  const kept = keptIn(entries, began);
  const purposes = silent.purposes.filter(({ id }) => !kept.has(id));
  return purposes.length === 0 ? undefined : { what: 'unused', purposes, since: silent.since };
}

/** From when on a round that begins finds consents of a person unused, if nothing is heard of them until then. */
export function unusedFrom(entries: readonly Entry[], rules: OverRules, now: Date): Date | undefined {
  return silentIn(entries, rules, now)?.unusedFrom;
}

function silentIn(entries: readonly Entry[], rules: OverRules, now: Date) {
  const every = rules.retention.review?.every;
  const isMeant = (purpose: string): boolean => retentionOf(rules, purpose).inactivity === undefined;
  const state = fold(entries, now);
  const since = lastHeardOf(entries, state, isMeant);
  if (every === undefined || since === undefined) return undefined;
  const standing = standingOf(entries);
  const purposes = [...wanted(state, isMeant).values()].filter((purpose) => isUnrestricted(purpose, standing));
  return purposes.length === 0 ? undefined : { since, unusedFrom: plus(new Date(since), every), purposes };
}

/** The purposes that operators kept in the round that began then. */
function keptIn(entries: readonly Entry[], began: Date): ReadonlySet<string> {
  const steps = entriesOf('KeptOnReview', entries).filter(({ at }) => at >= began.toISOString());
  return new Set(
    steps.flatMap(({ facts, purposes }) => (facts.reviewed === 'consents' ? purposes.map(({ id }) => id) : [])),
  );
}
