import type { RecordId } from '../../ids';
import { dayOf, plus } from '../../calendar';
import type { Entry } from '../entry';
import { fold, purposesInForce } from '../fold';
import { keptRecordEnds } from './item-ends';
import type { RetentionRules } from './record-end';
import { lastHeardOf } from './inactivity';
import { standingOf } from '../standing';

/** `retention.review` of a site. */
export interface ReviewRule {
  readonly every: string;
  readonly deleteWithin: string;
}

/** Whether it is time for the next review. */
export function isRoundDue(last: Date, { every }: ReviewRule, now: Date): boolean {
  return plus(last, every) <= now;
}

/** Something that somebody has to look at, or that goes by itself before the review has to be done. Names no address. */
export type Due =
  /** In force, and no sign of life since the last review. */
  | { readonly what: 'unused'; readonly since: string }
  /** Kept as proof until that day, and then deleted. */
  | { readonly what: 'ends'; readonly recordId: RecordId; readonly on: string }
  | { readonly what: 'hold'; readonly case: string; readonly reviewBy: string }
  /** Restricted since the last review or longer. */
  | { readonly what: 'restricted'; readonly since: string };

export interface PersonReview {
  /** Each purpose in force, and for how many whole years. */
  readonly inForce: readonly { readonly purpose: string; readonly years: number }[];
  readonly due: readonly Due[];
}

/** R11: what of a person the yearly review has to look at. */
export function reviewPerson(
  entries: readonly Entry[],
  rules: RetentionRules,
  rule: ReviewRule,
  now: Date,
): PersonReview {
  const state = fold(entries, now);
  const inForce = [...purposesInForce(state).values()];
  const { holds, restrictedSince } = standingOf(entries);
  const isOld = (since: string | undefined): since is string =>
    since !== undefined && plus(new Date(since), rule.every) <= now;
  const active = lastHeardOf(entries, state);
  return {
    inForce: inForce.map(({ id, since }) => ({ purpose: id, years: wholeYears(since, now) })),
    due: [
      ...(inForce.length > 0 && isOld(active) ? [{ what: 'unused' as const, since: active }] : []),
      ...endings(entries, rules, plus(now, rule.deleteWithin)),
      ...holds
        .filter(({ reviewBy }) => reviewBy <= dayOf(now))
        .map(({ case: name, reviewBy }) => ({ what: 'hold' as const, case: name, reviewBy })),
      ...(isOld(restrictedSince) ? [{ what: 'restricted' as const, since: restrictedSince }] : []),
    ],
  };
}

function endings(entries: readonly Entry[], rules: RetentionRules, until: Date): Due[] {
  return [...keptRecordEnds(entries, rules)].flatMap(([recordId, { end }]) =>
    end && end <= until ? [{ what: 'ends' as const, recordId, on: dayOf(end) }] : [],
  );
}

function wholeYears(since: string, now: Date): number {
  let years = 0;
  while (plus(new Date(since), `P${years + 1}Y`) <= now) years += 1;
  return years;
}
