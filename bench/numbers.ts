export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** By nearest rank, so always one of the values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The median of the quotients of two ways, round by round. */
export function ratio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? NaN)));
}

/** How many things a second some work does; it says how many it did. */
export async function perSecond(work: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  return (await work()) / ((performance.now() - start) / 1000);
}

/**
 * Measures each way in turn, round after round, so that whatever else the machine does happens to all of them alike.
 */
export async function inTurns<Name extends string, Sample>(
  rounds: number,
  ways: Readonly<Record<Name, () => Sample | Promise<Sample>>>,
): Promise<Readonly<Record<Name, Sample[]>>> {
  const names = Object.keys(ways) as Name[];
  const samples = Object.fromEntries(names.map((name): [string, Sample[]] => [name, []])) as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) samples[name].push(await ways[name]());
  return samples;
}
