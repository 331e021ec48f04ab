import type { Entry } from '../../shared/consent/entry';
import { planEnds, type Change, type Kept } from '../../shared/ledger/end-plan';
import type { Keys } from '../../shared/ledger/dynamo';
import type { Site } from '../../shared/policy/schema';
import type { EndCode } from './finding';

/** What waits for longer raises an alarm; until then it is on its way: to the log, or to the end that it should have. */
export const PATIENCE_MS = 15 * 60 * 1000;
/** DynamoDB deletes within a few days of an item's end. */
const DELETED_AFTER_MS = 4 * 24 * 60 * 60 * 1000;
/** Who writes an item gives it its first end by a calendar without changes of the clock. */
const NEAR_ENOUGH_S = 2 * 60 * 60;

export interface Expiring extends Keys {
  readonly expiresAt?: unknown;
}

/** What a subject's items have to be like, as far as their ends go. */
export interface Ends {
  readonly now: Date;
  /** Whether `retention` had time to follow the subject's history. */
  readonly isSettled: boolean;
  /** What it would have to change, by `sk`; nothing where the site is configured no longer. */
  readonly changes: ReadonlyMap<string, Change>;
}

/** By what everything is held to be right or wrong. */
export interface Rules {
  readonly siteOf: (id: string) => Site | undefined;
  readonly now: Date;
}

/** `entries` are those of the items in the ledger that can be read as such. */
export function endsOf(
  entries: readonly Entry[],
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

/** What is wrong with an item's end; `entry` is the one that the item is or belongs to, if there is any. */
export function faultOfEnd({ sk, expiresAt }: Expiring, entry: Entry | undefined, ends: Ends): EndCode | undefined {
  // DynamoDB takes nothing but a number for an end.
  const end = typeof expiresAt === 'number' ? expiresAt : undefined;
  if (end !== undefined && ends.now.getTime() - end * 1000 > DELETED_AFTER_MS) return 'notDeleted';
  // What belongs to no entry was born with its end, and nobody has to see to it.
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
