/* The four ends of what belongs to a record, milliseconds since 1970. */

/** Entry, address, details, and all other parts. */
export type Four = readonly [entry: number, address: number, details: number, rest: number];

export const NEVER = Infinity;
export const same = (end: number): Four => [end, end, end, end];
export const later = (a: Four, b: Four): Four => a.map((end, n) => Math.max(end, b[n] ?? 0)) as unknown as Four;

export const isFour = (value: Four | never[]): value is Four => value.length === 4;

/** What is stored has no end but one that had come by then. */
export const unlessOver = (end: number, stored: number | undefined): number =>
  stored === undefined || end <= stored ? end : NEVER;
