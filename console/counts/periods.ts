/** What can be chosen, relative to today. Stays relative in the address: a bookmark goes along with time. */
export const PERIODS = ['today', '7', '30', '90', 'month', 'last-month', 'year'] as const;
export type Period = (typeof PERIODS)[number];

export interface Span {
  readonly from: string;
  readonly to: string;
  /** How long a bar is. */
  readonly each: 'day' | 'week' | 'month';
}

const DAY_MS = 86_400_000;
const day = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The days of a period, by a day of today, ISO 8601 date. */
export function spanOf(period: Period, today: string): Span {
  const before = (days: number): string => day(new Date(Date.parse(today) - days * DAY_MS));
  const month = today.slice(0, 7);
  switch (period) {
    case 'today':
      return { from: today, to: today, each: 'day' };
    case '7':
    case '30':
      return { from: before(Number(period) - 1), to: today, each: 'day' };
    case '90':
      return { from: before(89), to: today, each: 'week' };
    case 'month':
      return { from: `${month}-01`, to: today, each: 'day' };
    case 'last-month': {
      const to = day(new Date(Date.parse(`${month}-01`) - DAY_MS));
      return { from: `${to.slice(0, 7)}-01`, to, each: 'day' };
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today, each: 'month' };
  }
}
