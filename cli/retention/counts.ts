import type { SubjectId } from '../../shared/ids';
import { isGone } from '../../shared/ledger/dynamo';
import type { Change } from '../../shared/ledger/end-plan';

/** The ways in which an item's end can change. */
export const KINDS = ['atOnce', 'earlier', 'later', 'overdue'] as const;
export type Kind = (typeof KINDS)[number];

export interface Count {
  readonly items: number;
  /** Some of the subjects that they belong to. */
  readonly examples: readonly string[];
}

/** The changes, counted by site, class and kind, of which there are few. */
export interface Counts {
  readonly subjects: number;
  readonly changes: Readonly<Record<string, Count>>;
  /** Site that is configured no longer -> its people, whose ends stay as they are. */
  readonly unknown: Readonly<Record<string, number>>;
}

export const NOTHING: Counts = { subjects: 0, changes: {}, unknown: {} };

const EXAMPLES = 3;

export function countUnknown(counts: Counts, site: string): Counts {
  const unknown = { ...counts.unknown, [site]: (counts.unknown[site] ?? 0) + 1 };
  return { ...counts, subjects: counts.subjects + 1, unknown };
}

export interface Plan {
  readonly site: string;
  readonly subject: SubjectId;
  readonly changes: readonly Change[];
}

export function countPlan(counts: Counts, { site, subject, changes }: Plan, now: Date): Counts {
  const found = { ...counts.changes };
  for (const change of changes.filter(isMove)) {
    const key = `${site} ${change.class} ${kindOf(change, now)}`;
    const { items, examples } = found[key] ?? { items: 0, examples: [] };
    found[key] = { items: items + 1, examples: [...new Set([...examples, subject])].slice(0, EXAMPLES) };
  }
  return { ...counts, subjects: counts.subjects + 1, changes: found };
}

/** The counts of several parts of a table, which have nobody in common. */
export function sumOf(parts: readonly Counts[]): Counts {
  return parts.reduce((all, { subjects, changes, unknown }) => {
    const [sum, left] = [{ ...all.changes }, { ...all.unknown }];
    for (const [key, { items, examples }] of Object.entries(changes)) {
      const before = sum[key] ?? { items: 0, examples: [] };
      sum[key] = { items: before.items + items, examples: [...before.examples, ...examples].slice(0, EXAMPLES) };
    }
    for (const [site, people] of Object.entries(unknown)) left[site] = (left[site] ?? 0) + people;
    return { subjects: all.subjects + subjects, changes: sum, unknown: left };
  }, NOTHING);
}

/** An entry is also written to where the end of one of its parts is to stand beside it, and its own stays as it is. */
const isMove = ({ was, end, isPast }: Change): boolean => isPast || was !== end;

function kindOf({ was, end, isPast }: Change, now: Date): Kind {
  if (was !== undefined && isGone({ expiresAt: was }, now) && isPast) return 'overdue';
  if (isPast) return 'atOnce';
  return (end ?? Infinity) > (was ?? Infinity) ? 'later' : 'earlier';
}

const WORDS: Readonly<Record<Kind, string>> = {
  atOnce: 'end at once',
  earlier: 'end earlier',
  later: 'end later, or not at all',
  overdue: 'are past their end already, and not deleted yet',
};

/** The counts as text, of what a dry run would do or of what was done. */
export function summaryOf({ subjects, changes, unknown }: Counts, isDryRun: boolean): string {
  const number = (n: number): string => n.toLocaleString('en');
  const lines = Object.entries(changes)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([key, { items, examples }]) => {
      const [site, name, kind] = key.split(' ') as [string, string, Kind];
      return `${site}  ${name}: ${number(items)} ${WORDS[kind]}, e.g. of subject ${examples.join(', ')}`;
    });
  const left = Object.entries(unknown).map(
    ([site, people]) => `${site}: not among the sites; the ends of ${number(people)} people stay as they are`,
  );
  const total = `Looked at ${number(subjects)} people.`;
  const close = isDryRun ? 'Nothing was changed.' : 'All of that is done.';
  return [...lines, ...left, total, lines.length === 0 ? 'Every end is as it has to be.' : close, ''].join('\n');
}
