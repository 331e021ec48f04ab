import type { Digest } from '../ids';
import { digestsIn, type AnyEntry } from '../consent/read-entry';
import { isGone } from './dynamo';

/** What stands beside an entry of when it and its parts end; `retention` alone writes it. */
export interface EndsBeside {
  readonly expiresAt?: number;
  /** Canonical JSON, class -> end in epoch seconds, of the parts that do not end together with their entry. */
  readonly partEnds?: string;
}

/**
 * When a part of an entry ends, epoch seconds; undefined while it stays. It stands beside the entry and not with the part
 * alone, as only so can anybody tell, once the part is not there any more, whether it was to go.
 */
export function endOfPart(item: EndsBeside, name: string): number | undefined {
  return partEndsIn(item)[name] ?? item.expiresAt;
}

export function partEndsIn({ partEnds }: EndsBeside): Readonly<Record<string, number>> {
  return partEnds === undefined ? {} : (JSON.parse(partEnds) as Record<string, number>);
}

/** Digest -> when it went, ISO 8601, of the parts of an entry that are past their end. */
export function endedParts(item: EndsBeside, entry: AnyEntry, now: Date): [Digest, string][] {
  return Object.entries(digestsIn(entry)).flatMap(([name, digest]): [Digest, string][] => {
    const end = endOfPart(item, name);
    return end !== undefined && isGone({ expiresAt: end }, now) ? [[digest, new Date(end * 1000).toISOString()]] : [];
  });
}
