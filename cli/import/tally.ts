import type { RowResult } from './send';

/** How many rows became what. */
export interface Tally {
  rows: number;
  imported: number;
  alreadyThere: number;
  invalid: number;
  /** Reason -> rows. */
  readonly refused: Record<string, number>;
}

export const newTally = (): Tally => ({ rows: 0, imported: 0, alreadyThere: 0, invalid: 0, refused: {} });

export function count(tally: Tally, result: RowResult): void {
  tally.rows += 1;
  if (result.kind === 'refused') tally.refused[result.why] = (tally.refused[result.why] ?? 0) + 1;
  else tally[result.kind] += 1;
}

export function summaryOf({ rows, imported, alreadyThere, invalid, refused }: Tally, isDryRun: boolean): string {
  const reasons = Object.entries(refused);
  const sum = reasons.reduce((total, [, number]) => total + number, 0);
  const why = sum === 0 ? '' : ` (${reasons.map(([reason, number]) => `${number} ${reason}`).join(', ')})`;
  const would = isDryRun ? 'would be ' : '';
  return `${rows} row${rows === 1 ? '' : 's'}: ${imported} ${would}imported, ${alreadyThere} already there, ${sum} refused${why}, ${invalid} invalid.`;
}
