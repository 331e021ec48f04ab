import type { Entry } from '../entry';
import { stepType } from '../steps';
import { isEnding } from '../steps/roles';
import { unchanged } from '../steps/step-type';
import { itemEnds, type ItemEnds } from './item-ends';
import type { RetentionRules } from './record-end';

/** In histories with more turns no day is said: to find it, the ends are found anew after each. */
const MOST_TURNS = 20;

/**
 * When a part of a step was deleted that is gone, as far as the rules say; undefined where they do not, as they were others then.
 * An end can lie before the step that it follows from: a letter counts from its day and is entered later. Until then the part was
 * there. And what went stays gone, though a hold that is placed later would keep it.
 */
export function deletions(
  entries: readonly Entry[],
  rules: RetentionRules,
  now: Date,
): (step: Entry, name: string) => Date | undefined {
  const turns = entries.flatMap((entry, n) => (isTurn(entry) ? [n] : []));
  if (turns.length > MOST_TURNS) return () => undefined;
  const known = new Map<number, readonly ItemEnds[]>();
  const endsBefore = (n: number): readonly ItemEnds[] => {
    const ends = known.get(n) ?? itemEnds(entries.slice(0, n), rules);
    known.set(n, ends);
    return ends;
  };
  return (step, name) => {
    const place = entries.indexOf(step);
    const own = [place, ...turns.filter((n) => n > place), entries.length];
    for (const [i, begin] of own.slice(0, -1).entries()) {
      const next = own[i + 1] ?? entries.length;
      const end = endsBefore(next)[place]?.parts[name];
      const since = new Date(entries[begin]?.at ?? now);
      const until = new Date(entries[next]?.at ?? now);
      if (end && end <= until) return end > since ? end : since;
    }
    return undefined;
  };
}

/** Steps by which parts may end sooner or later than they would have. */
function isTurn(entry: Entry): boolean {
  return isEnding(entry) || stepType(entry).standing !== unchanged;
}
