import type { Answer } from '../../clients/typescript/src/types.ts';
import type { deskCounts } from '../../shared/words/de/desk-counts';
import type { Language } from '../../shared/words/languages';
import { localeIn } from '../../shared/words/locale';

export type CountsWords = typeof deskCounts;
export type SiteCounts = Answer<'getCounts'>;
export type Numbers = SiteCounts['all']['sum'];
export type Period = SiteCounts['all']['periods'][number];
/** Null where it is hidden, undefined where there is none. */
type Count = number | null | undefined;

/** A part of a whole; undefined where there is no whole, or a number is hidden. */
const shareOf = (part: Count, whole: Count): number | undefined =>
  typeof part !== 'number' || typeof whole !== 'number' || whole === 0 ? undefined : part / whole;

/** How many of those who signed up have confirmed until now. */
export const rateOf = ({ confirmedOfThese, signUps }: Numbers): number | undefined =>
  shareOf(confirmedOfThese, signUps);

/** Whether somebody who signed up then can still confirm, so that the rate is not final. */
export const mayRise = ({ to, signUps, confirmedOfThese }: Period, openFrom: string): boolean =>
  to >= openFrom && (signUps === null || confirmedOfThese === null || confirmedOfThese < signUps);

/** All that ended what was in force by somebody's own word. */
export function leftOf({ withdrawals, complaints, objections }: Numbers): number | null {
  return withdrawals === null || complaints === null || objections === null
    ? null
    : withdrawals + complaints + objections;
}

/** How numbers are written in a language. */
export class Figures {
  private readonly tag: string;

  constructor(
    language: Language,
    private readonly own: CountsWords,
  ) {
    this.tag = localeIn(language).tag;
  }

  count(value: Count): string {
    if (value === null) return this.own.hidden;
    return value === undefined ? this.own.none : value.toLocaleString(this.tag);
  }

  share(value: number | undefined): string {
    return value?.toLocaleString(this.tag, { style: 'percent' }) ?? this.own.none;
  }

  /** How much more there is than before, with its sign; undefined where that cannot be said. */
  change(value: Count, before: Count): string | undefined {
    const more = typeof value === 'number' && typeof before === 'number' ? value - before : undefined;
    const options = { style: 'percent', signDisplay: 'exceptZero' } as const;
    return shareOf(more, before)?.toLocaleString(this.tag, options);
  }

  /** How much higher a rate is than before: of percentages the difference is in points. */
  points(rate: number | undefined, before: number | undefined): string | undefined {
    if (rate === undefined || before === undefined) return undefined;
    const points = Math.round(rate * 100) - Math.round(before * 100);
    return this.own.points(points.toLocaleString(this.tag, { signDisplay: 'exceptZero' }));
  }

  time(seconds: number | null | undefined): string {
    if (typeof seconds !== 'number') return this.own.none;
    const units: readonly (readonly [number, (count: string) => string])[] = [
      [86_400, this.own.days],
      [3600, this.own.hours],
      [60, this.own.minutes],
    ];
    const [length, word] = units.find(([one]) => seconds >= 2 * one) ?? [1, this.own.seconds];
    return word(Math.round(seconds / length).toLocaleString(this.tag));
  }
}
