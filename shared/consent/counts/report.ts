import { addDays, daysSinceMonday } from '../../calendar';
import { KINDS, type Kind } from './contribution';
import { inForceKey, type Group, type Split, type Tally } from './tally';

/** Of old days, a number of a split that is smaller and not none is hidden: the persons may be gone by then. */
export const HIDDEN_BELOW = 5;

export const STEPS = ['day', 'week', 'month'] as const;

/** Days, ISO 8601 dates, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Asked extends Span {
  readonly each: (typeof STEPS)[number];
  readonly by?: Split | undefined;
  readonly against?: 'previous' | undefined;
}

/** Null stands for a number that is hidden, and for the median of nobody. */
export type Numbers = Readonly<Record<Kind | 'confirmedOfThese', number | null>> & {
  readonly medianSeconds: number | null;
};

type Period = Span & Numbers & { readonly inForce?: number };

export interface Counted {
  /** The sum of the whole span. */
  readonly sum: Numbers;
  /** The same of the span before. */
  readonly previous?: Period;
  readonly periods: readonly Period[];
  /** At the end of the span; of all, and by purpose. */
  readonly inForce?: number;
}

export interface Found {
  readonly days: ReadonlyMap<string, Tally>;
  /** How many were in force before the first of them. */
  readonly before: Tally['inForce'];
  /** The keys that there are besides those that were counted. */
  readonly keys: readonly string[];
  /** What happened on a day before that one outlives persons. */
  readonly oldBefore: string;
}

/** The span of as many days before another. */
export function spanBefore({ from, to }: Span): Span {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  return { from: addDays(from, -length), to: addDays(from, -1) };
}

/** What was counted, all together and split as asked. */
export function reportOf(asked: Asked, found: Found): { all: Counted; groups?: ({ key: string | null } & Counted)[] } {
  const spans = { sum: asked, previous: asked.against && spanBefore(asked), periods: periodsOf(asked) };
  const look = new Look(found);
  const all = look.counted('all', spans);
  if (asked.by === undefined) return { all };
  const { by } = asked;
  const groups = keysIn(found, by).map((key) => ({ key: key || null, ...look.counted(`${by}:${key}`, spans) }));
  return { all, groups: hideSmall(groups, spans, found.oldBefore) };
}

/** Weeks begin on Mondays, months on their first day; the first and the last one are cut where the span is. */
export function periodsOf({ from, to, each }: Asked): Span[] {
  const periods: Span[] = [];
  for (let begin = from; begin <= to;) {
    const next = after(begin, each);
    periods.push({ from: begin, to: next > to ? to : addDays(next, -1) });
    begin = next;
  }
  return periods;
}

function after(day: string, each: Asked['each']): string {
  if (each === 'day') return addDays(day, 1);
  if (each === 'week') return addDays(day, 7 - daysSinceMonday(day));
  return `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

function keysIn({ days, keys }: Found, by: Split): string[] {
  const groups = [...days.values()].flatMap(({ cells }) => Object.keys(cells));
  const found = groups.filter((group) => group.startsWith(`${by}:`)).map((group) => group.slice(by.length + 1));
  return [...new Set([...keys, ...found])];
}

interface Spans {
  readonly sum: Span;
  readonly previous: Span | undefined;
  readonly periods: readonly Span[];
}

/** Seconds -> how many. */
type Histogram = ReadonlyMap<number, number>;

class Look {
  private readonly dayNames: readonly string[];

  constructor(private readonly found: Found) {
    this.dayNames = [...found.days.keys()].sort();
  }

  counted(group: Group, { sum, previous, periods }: Spans): Counted {
    const cohorts = this.cohorts(group);
    const numbers = (span: Span): Numbers => this.numbers(group, span, cohorts);
    const key = inForceKey(group);
    const inForceAt = (day: string) => (key === undefined ? {} : { inForce: this.inForce(key, day) });
    const period = (span: Span): Period => ({ ...span, ...numbers(span), ...inForceAt(span.to) });
    return {
      ...inForceAt(sum.to),
      sum: numbers(sum),
      ...(previous && { previous: period(previous) }),
      periods: periods.map(period),
    };
  }

  /** Day -> after how long those who had signed up on it confirmed, whenever that was. */
  private cohorts(group: Group): ReadonlyMap<string, Histogram> {
    const cohorts = new Map<string, Map<number, number>>();
    for (const { cells } of this.found.days.values())
      for (const [day, times] of Object.entries(cells[group]?.confirmed ?? {})) {
        const histogram = cohorts.get(day) ?? new Map<number, number>();
        for (const [seconds, count] of Object.entries(times))
          histogram.set(Number(seconds), (histogram.get(Number(seconds)) ?? 0) + count);
        cohorts.set(day, histogram);
      }
    return cohorts;
  }

  private numbers(group: Group, span: Span, cohorts: ReadonlyMap<string, Histogram>): Numbers {
    const cells = this.dayNames
      .filter((day) => isIn(span, day))
      .flatMap((day) => this.found.days.get(day)?.cells[group] ?? []);
    const sums = KINDS.map((kind) => [kind, cells.reduce((sum, cell) => sum + (cell[kind] ?? 0), 0)] as const);
    const times = [...cohorts].filter(([day]) => isIn(span, day)).flatMap(([, histogram]) => [...histogram]);
    return {
      ...(Object.fromEntries(sums) as Record<Kind, number>),
      confirmedOfThese: times.reduce((sum, [, count]) => sum + count, 0),
      medianSeconds: medianOf(times),
    };
  }

  private inForce(key: string, at: string): number {
    const changes = this.dayNames.filter((day) => day <= at).map((day) => this.found.days.get(day)?.inForce[key] ?? 0);
    return changes.reduce((sum, change) => sum + change, this.found.before[key] ?? 0);
  }
}

const isIn = ({ from, to }: Span, day: string): boolean => from <= day && day <= to;

/** The one in the middle; of two the smaller. Null of none. */
function medianOf(times: readonly (readonly [seconds: number, count: number])[]): number | null {
  const inOrder = [...times].sort(([one], [other]) => one - other);
  let left = Math.ceil(inOrder.reduce((sum, [, count]) => sum + count, 0) / 2);
  for (const [seconds, count] of inOrder) {
    left -= count;
    if (left <= 0) return seconds;
  }
  return null;
}

/**
 * Hides what is small in what may outlive persons; and where that is one number alone, the next larger one as well, or the sum of all
 * would say it.
 */
function hideSmall<G extends Counted>(groups: readonly G[], { periods, sum, previous }: Spans, oldBefore: string): G[] {
  const shown = <N extends Numbers>(span: Span, rows: readonly N[]): readonly N[] =>
    span.to < oldBefore ? hidden(rows) : rows;
  const sums = shown(
    sum,
    groups.map((group) => group.sum),
  );
  const before =
    previous &&
    shown(
      previous,
      groups.flatMap((group) => group.previous ?? []),
    );
  const columns = periods.map((span, n) =>
    shown(
      span,
      groups.flatMap((group) => group.periods[n] ?? []),
    ),
  );
  return groups.map((group, g) => ({
    ...group,
    sum: sums[g] ?? group.sum,
    ...(before?.[g] && { previous: before[g] }),
    periods: columns.flatMap((column) => column[g] ?? []),
  }));
}

const HIDEABLE = [...KINDS, 'confirmedOfThese'] as const;

function hidden<N extends Numbers>(rows: readonly N[]): N[] {
  const hides = HIDEABLE.map((kind) => {
    const some = rows.filter((row) => (row[kind] ?? 0) > 0).sort((one, other) => (one[kind] ?? 0) - (other[kind] ?? 0));
    const small = some.filter((row) => (row[kind] ?? 0) < HIDDEN_BELOW);
    return [kind, new Set(small.length === 1 ? some.slice(0, 2) : small)] as const;
  });
  return rows.map((row) => {
    const names: string[] = hides.filter(([, hiding]) => hiding.has(row)).map(([kind]) => kind);
    if (names.includes('confirmedOfThese')) names.push('medianSeconds');
    return { ...row, ...Object.fromEntries(names.map((name) => [name, null])) };
  });
}
