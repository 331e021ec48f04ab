import { randomBytes } from 'node:crypto';
import { canonicalHash } from '../canonical';
import type { Entry, Step } from '../consent/entry';

/** The end of a subject's chain that the next entry hangs on. */
export interface Tail {
  readonly seq: number;
  readonly hash: string;
}

/** What comes before a subject's first entry: 256 zero bits, base64url. */
export const EMPTY: Tail = { seq: -1, hash: 'A'.repeat(43) };

export interface Sealing {
  readonly subject: string;
  readonly parts: Readonly<Record<string, string>>;
}

/** Makes a step the subject's next entry. */
export function seal(step: Step, { subject, parts }: Sealing, tail: Tail): Entry {
  const nonce = randomBytes(16).toString('base64url');
  const body = { v: 1 as const, subject, seq: tail.seq + 1, ...step, parts, nonce, prev: tail.hash };
  return { ...body, hash: canonicalHash(body) };
}

/** Whether an entry says what it said when it was written. */
export function isSealed({ hash, ...body }: Entry): boolean {
  return canonicalHash(body) === hash;
}
