import type { Digest } from '../../ids';
import type { Entry } from '../../consent/entry';
import type { SealedPart } from '../../ledger/part';
import type { Notice } from '../../policy/notices';

/** Everything that is kept about a person at a site. */
export interface Held {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** By digest; also those that no entry names, which a step left behind that was never taken. */
  readonly parts: ReadonlyMap<Digest, SealedPart>;
  /** Digest -> when it went, of the parts that are kept no longer. */
  readonly wentAt: ReadonlyMap<Digest, string>;
  /** By hash: the wordings that the entries name. */
  readonly notices: ReadonlyMap<string, Notice>;
}

export function isAnythingHeld({ entries, parts }: Held): boolean {
  return entries.length > 0 || parts.size > 0;
}
