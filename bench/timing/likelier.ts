/** How two samples differ, whatever their distribution. */
export interface Likelier {
  /** How often a value of the first is greater than one of the second; 0.5 if neither tends to be. */
  readonly slower: number;
  /** How likely chance alone makes as much of a difference, in either direction. */
  readonly p: number;
}

/** The test of Mann and Whitney: by the ranks of all values, with the normal approximation, good from some twenty of each on. */
export function likelier(ones: readonly number[], others: readonly number[]): Likelier {
  const sorted = [
    ...ones.map((value) => ({ value, isOne: true })),
    ...others.map((value) => ({ value, isOne: false })),
  ];
  sorted.sort((one, other) => one.value - other.value);
  const ranks = sorted.reduce((sum, { isOne }, n) => sum + (isOne ? n + 1 : 0), 0);
  const [n1, n2] = [ones.length, others.length];
  const u = ranks - (n1 * (n1 + 1)) / 2;
  const z = (u - (n1 * n2) / 2) / Math.sqrt((n1 * n2 * (n1 + n2 + 1)) / 12);
  return { slower: u / (n1 * n2), p: 2 * upperTail(Math.abs(z)) };
}

/** Of the normal distribution; Abramowitz and Stegun 26.2.17, to seven digits. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((total, factor) => (total + factor) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
