import type { Row } from './row';
import type { RowResult } from './send';

/** How many rows became what. */
export interface Tally {
  rows: number;
  /** Kind -> rows. */
  readonly imported: Record<string, number>;
  alreadyThere: number;
  invalid: number;
  leftOut: number;
  /** Reason -> rows. */
  readonly refused: Record<string, number>;
}

export const newTally = (): Tally => ({ rows: 0, imported: {}, alreadyThere: 0, invalid: 0, leftOut: 0, refused: {} });

export function count(tally: Tally, { kind }: Pick<Row, 'kind'>, result: RowResult): void {
  tally.rows += 1;
  if (result.kind === 'imported') add(tally.imported, kind);
  else if (result.kind === 'refused') add(tally.refused, result.why);
  else tally[result.kind] += 1;
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

export function summaryOf(tally: Tally, isDryRun: boolean): string {
  const { rows, alreadyThere, invalid, leftOut } = tally;
  const kinds = Object.keys(tally.imported);
  const imported = sum(tally.imported, kinds.length === 1 && kinds[0] === 'consents');
  const parts = [
    `${imported[0]} ${isDryRun ? 'would be ' : ''}imported${imported[1]}`,
    `${alreadyThere} already there`,
    `${sum(tally.refused)[0]} refused${sum(tally.refused)[1]}`,
    `${invalid} invalid`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ];
  return `${rows} row${rows === 1 ? '' : 's'}: ${parts.join(', ')}.`;
}

function sum(counts: Readonly<Record<string, number>>, isPlain = false): [number: string, why: string] {
  const named = Object.entries(counts);
  const total = named.reduce((all, [, number]) => all + number, 0);
  const why = total === 0 || isPlain ? '' : ` (${named.map(([name, number]) => `${number} ${name}`).join(', ')})`;
  return [`${total}`, why];
}
