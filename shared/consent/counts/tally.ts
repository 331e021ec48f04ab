import { ANY, KINDS, type Contribution, type Kind } from './contribution';

/** What counts are split by. */
export const SPLITS = ['purpose', 'form', 'language'] as const;
export type Split = (typeof SPLITS)[number];

/** All together, or those of one purpose, form or language; a form that nobody named is `form:`. */
export type Group = 'all' | `${Split}:${string}`;

/** How many there were of each kind; what is missing is none. */
type Numbers = Partial<Record<Kind, number>>;

interface Cell extends Numbers {
  /** Of the confirmations: on which day they had signed up, and after how many seconds how many of them confirmed. */
  readonly confirmed?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** What happened on one day. Splits stand side by side and never crossed, so that no cell is about one person for being cut fine. */
export interface Tally {
  readonly cells: Readonly<Record<string, Cell>>;
  /** By purpose, or {@link ANY}: how many more are in force than before. */
  readonly inForce: Readonly<Record<string, number>>;
}

export const NOTHING: Tally = { cells: {}, inForce: {} };

export function tallyOf(contributions: readonly Contribution[]): Tally {
  return contributions.map(tallyOfOne).reduce(added, NOTHING);
}

function tallyOfOne(one: Contribution): Tally {
  const { kind, confirmed, came, went } = one;
  const cell: Cell = {
    ...(kind && { [kind]: 1 }),
    ...(confirmed && { confirmed: { [confirmed.signedUpOn]: { [confirmed.seconds]: 1 } } }),
  };
  const changes = [...came.map((id) => [id, 1] as const), ...went.map((id) => [id, -1] as const)];
  return {
    cells: kind ? Object.fromEntries(groupsOf(one).map((group) => [group, cell])) : {},
    inForce: Object.fromEntries(changes),
  };
}

function groupsOf({ purposes, form = '', language }: Contribution): Group[] {
  const split: Group[] = [...purposes.map((id): Group => `purpose:${id}`), `form:${form}`];
  return ['all', ...split, ...(language ? [`language:${language}` as const] : [])];
}

/** Of two tallies their sum. */
export function added(one: Tally, other: Tally): Tally {
  return { cells: merged(one.cells, other.cells, addedCells), inForce: merged(one.inForce, other.inForce, plus) };
}

const plus = (one: number, other: number): number => one + other;

function addedCells(one: Cell, other: Cell): Cell {
  const numbers = Object.fromEntries(
    KINDS.flatMap((kind) => {
      const sum = (one[kind] ?? 0) + (other[kind] ?? 0);
      return sum > 0 ? [[kind, sum]] : [];
    }),
  );
  const confirmed = merged(one.confirmed ?? {}, other.confirmed ?? {}, (a, b) => merged(a, b, plus));
  return { ...numbers, ...(Object.keys(confirmed).length > 0 && { confirmed }) };
}

function merged<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  sum: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const all = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const there = all.get(key);
    all.set(key, there === undefined ? value : sum(there, value));
  }
  return Object.fromEntries(all);
}

/** How many are in force of a group by which that can be said: of all, or of a purpose. */
export function inForceKey(group: Group): string | undefined {
  if (group === 'all') return ANY;
  return group.startsWith('purpose:') ? group.slice('purpose:'.length) : undefined;
}
