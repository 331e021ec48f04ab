import type { AnyEntry } from '../../shared/consent/read-entry';
import { planEnds, type Change, type Kept } from '../../shared/ledger/end-plan';
import type { Keys } from '../../shared/ledger/dynamo';
import type { Site } from '../../shared/policy/schema';
import type { EndCode } from './finding';

/** Until then an entry is on its way, to the log or to its end; a message that waits for longer raises an alarm. */
export const PATIENCE_MS = 15 * 60 * 1000;
/** DynamoDB deletes within a few days of an item's end. */
const DELETED_AFTER_MS = 4 * 24 * 60 * 60 * 1000;
/** An item's first end is set by a calendar that knows no daylight saving time. */
const NEAR_ENOUGH_S = 2 * 60 * 60;

export interface Expiring extends Keys {
  readonly expiresAt?: unknown;
}

/** The ends that a subject's items have to have. */
export interface Ends {
  readonly now: Date;
  /** Whether `retention` had time to follow the subject's history. */
  readonly isSettled: boolean;
  /** `sk` -> the change that it would have to make; empty where the site is configured no longer. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** By what everything is held to be right or wrong. */
export interface Rules {
  readonly siteOf: (id: string) => Site | undefined;
  readonly now: Date;
}

/** `entries` are those of the items in the ledger that can be read as such. */
export function endsOf(
  entries: readonly AnyEntry[],
  ledger: readonly Expiring[],
  vault: readonly Expiring[],
  { siteOf, now }: Rules,
): Ends {
  const newest = entries.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  const site = entries[0] && siteOf(entries[0].site);
  const plan = site && planEnds(ledger as readonly Kept[], vault as readonly Kept[], site, now);
  const changes = [...(plan?.entries ?? []), ...(plan?.parts ?? [])].map((change) => [change.item.sk, change] as const);
  return { now, isSettled: now.getTime() - newest > PATIENCE_MS, changes: new Map(changes) };
}

/** The fault of an item's end. `entry` is the entry that the item is or belongs to, if there is one. */
export function faultOfEnd({ sk, expiresAt }: Expiring, entry: AnyEntry | undefined, ends: Ends): EndCode | undefined {
  // DynamoDB takes nothing but a number for an end.
  const end = typeof expiresAt === 'number' ? expiresAt : undefined;
  if (end !== undefined && ends.now.getTime() - end * 1000 > DELETED_AFTER_MS) return 'notDeleted';
  // An item that belongs to no entry has had its end from the start.
  if (!entry) return end === undefined ? 'noEnd' : undefined;
  const change = ends.isSettled ? ends.changes.get(sk) : undefined;
  return change && faultOf(end, change.end);
}

function faultOf(end: number | undefined, wanted: number | undefined): EndCode | undefined {
  if (end === undefined) return wanted === undefined ? undefined : 'noEnd';
  if (wanted === undefined) return 'endNotLifted';
  return Math.abs(end - wanted) > NEAR_ENOUGH_S ? 'endWrong' : undefined;
}

export function textOfEnd(fault: EndCode, name: string, { sk, expiresAt }: Expiring, { changes }: Ends): string {
  switch (fault) {
    case 'noEnd':
      return `${name} has no end, and nothing that it is kept for.`;
    case 'endNotLifted':
      return `${name} has to stay, and yet has an end: ${time(expiresAt)}.`;
    case 'endWrong':
      return `${name} ends at ${time(expiresAt)}, and by the rules of its site should at ${time(changes.get(sk)?.end)}.`;
    case 'notDeleted':
      return `${name} is not deleted yet; its end was ${time(expiresAt)}.`;
  }
}

function time(seconds: unknown): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}
