import { type Digest, type EntryHash, type SubjectId, entryHashOf } from '../ids';
import { randomBytes } from 'node:crypto';
import { canonicalHash, canonicalSha256 } from '../canonical';
import type { Entry, Step } from '../consent/entry';
import { wellFormed } from '../well-formed';

/** The end of a subject's chain that the next entry hangs on. */
export interface Tail {
  readonly seq: number;
  readonly hash: EntryHash;
  /** When the last step was taken, ISO 8601. */
  readonly at: string;
}

/** What comes before a subject's first entry: 256 zero bits, base64url, at a time before any step. */
export const EMPTY: Tail = { seq: -1, hash: entryHashOf(new Uint8Array(32)), at: new Date(0).toISOString() };

/**
 * The moment at which a step can follow on the end of a chain. Several containers write, and their clocks differ; times in a
 * chain never go backwards all the same.
 */
export function momentAfter({ at }: Tail, now: Date): Date {
  const last = new Date(at);
  return now < last ? last : now;
}

export interface Sealing {
  readonly subject: SubjectId;
  readonly parts: Readonly<Record<string, Digest>>;
}

/** Makes a step the subject's next entry; its time is never before that of the entry it follows. */
export function seal(step: Step, { subject, parts }: Sealing, tail: Tail): Entry {
  const nonce = randomBytes(16).toString('base64url');
  const at = momentAfter(tail, new Date(step.at)).toISOString();
  const body = { v: 1 as const, subject, seq: tail.seq + 1, ...wellFormed(step), at, parts, nonce, prev: tail.hash };
  return { ...body, hash: entryHashOf(canonicalSha256(body)) };
}

/** Whether an entry, of whatever type, says what it said when it was written. */
export function isSealed({ hash, ...body }: { readonly hash?: unknown }): boolean {
  return canonicalHash(body) === hash;
}
