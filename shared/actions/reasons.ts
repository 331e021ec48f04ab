import { digestsIn, type AnyEntry } from '../consent/read-entry';
import type { Digest } from '../ids';
import type { SealedPart } from '../ledger/part';
import { readPart } from '../ledger/read-part';

/** The part that says why an operator took a step. */
export interface ReasonPart {
  readonly class: 'reason' | 'reading';
  readonly digest: Digest;
}

/** Of what is read, the reason is part of what says how. Of a letter there is the digest of its text instead, which is no reason. */
export function reasonPart(entry: AnyEntry): ReasonPart | undefined {
  if (entry.type === 'PersonInformed') return undefined;
  const { reason, reading } = digestsIn(entry);
  if (reason !== undefined) return { class: 'reason', digest: reason };
  return reading === undefined ? undefined : { class: 'reading', digest: reading };
}

/** Why a step was taken, as far as that is among the parts that are still there. */
export function reasonAmong(parts: ReadonlyMap<Digest, SealedPart>, entry: AnyEntry): string | undefined {
  const named = reasonPart(entry);
  return named && readPart(named.class, parts.get(named.digest))?.reason;
}
