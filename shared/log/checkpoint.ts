import type { Hash } from '../hash';

/** The state of a log at one moment, https://c2sp.org/tlog-checkpoint. */
export interface Checkpoint {
  /** Names the log; its address without scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text that is signed as a note. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}
