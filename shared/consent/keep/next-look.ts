import type { Entry } from '../entry';
import { fold, purposesInForce } from '../fold';
import { dialoguesOf } from './dialogues';
import type { Requirements } from '../decide/decisions';
import { dueForInactivity, nextForInactivity, type InactivityDue } from './inactivity';
import { lapseOver, overFrom } from './lapse-over';
import type { OverRules } from './over';
import { unusedFrom } from './yearly-review';

/**
 * What time alone calls for now, besides a place on a list. Whoever comes to the longest time that registrations are kept is asked
 * nothing any more; what ends does not wait for a question about something else, whose mail may take its time.
 */
export function dueByTime(
  entries: readonly Entry[],
  rules: OverRules,
  requires: Requirements,
  now: Date,
): InactivityDue | undefined {
  const step = lapseOver(entries, rules, requires, now);
  if (step) return { due: 'lapse', step };
  const due = dialoguesOf(rules).flatMap(
    ({ rule, has }) => dueForInactivity(entries, rule, now, { has, requires }) ?? [],
  );
  return due.find((one) => one.due === 'lapse') ?? due[0];
}

/**
 * From when on time alone may call for something about a person, if nothing is heard of them until then: a question, an end, or a
 * place on the list of what a round finds unused. Never later than that; undefined where time alone never does.
 *
 * @param nextRound when the next round begins that nobody was looked at for, as far as that is known
 */
export function nextLook(
  entries: readonly Entry[],
  rules: OverRules,
  now: Date,
  nextRound: Date = now,
): Date | undefined {
  const unused = unusedFrom(entries, rules, now);
  const moments = [
    overFrom(entries, rules, now),
    ...dialoguesOf(rules).map(({ rule, has }) => nextForInactivity(entries, rule, now, { has })?.at),
    unused && (unused > nextRound ? unused : nextRound),
  ].filter((moment) => moment !== undefined);
  return moments.reduce<Date | undefined>(
    (first, one) => (first === undefined || one < first ? one : first),
    undefined,
  );
}

/** The purposes that are in force by what was said. */
export const inForce = (entries: readonly Entry[], now: Date): string[] => [
  ...purposesInForce(fold(entries, now)).keys(),
];
