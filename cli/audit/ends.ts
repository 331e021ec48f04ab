import { endOf, recordEnds } from '../../shared/consent/ends';
import type { Entry } from '../../shared/consent/entry';
import { fold } from '../../shared/consent/fold';
import type { EndCode } from './finding';

/** What waits for longer raises an alarm; until then it is on its way: to the log, or to the end that it should have. */
export const PATIENCE_MS = 15 * 60 * 1000;
/** DynamoDB deletes within a few days of an item's end. */
const DELETED_AFTER_MS = 4 * 24 * 60 * 60 * 1000;

/** What a subject's items have to be like, as far as their ends go. */
export interface Ends {
  readonly now: Date;
  /** Whether `retention` had time to follow the subject's history. */
  readonly isSettled: boolean;
  /** As in `shared/consent/ends.ts`. */
  readonly of: (entry: Entry) => Date | undefined | 'as-born';
}

export function endsOf(entries: readonly Entry[], now: Date): Ends {
  const ends = recordEnds(fold(entries, now));
  const newest = entries.reduce((latest, { at }) => Math.max(latest, Date.parse(at)), 0);
  return { now, isSettled: now.getTime() - newest > PATIENCE_MS, of: (entry) => endOf(entry, ends) };
}

/** What is wrong with an item's end; `entry` is the one that the item is or belongs to, if there is any. */
export function faultOfEnd(expiresAt: unknown, entry: Entry | undefined, ends: Ends): EndCode | undefined {
  // DynamoDB takes nothing but a number for an end.
  const end = typeof expiresAt === 'number' ? expiresAt * 1000 : undefined;
  if (end !== undefined && ends.now.getTime() - end > DELETED_AFTER_MS) return 'notDeleted';
  // What belongs to no entry was born with its end, and nobody has to see to it.
  if (entry && !ends.isSettled) return undefined;
  const mayStay = entry !== undefined && ends.of(entry) === undefined;
  if (end === undefined) return mayStay ? undefined : 'noEnd';
  return mayStay ? 'endNotLifted' : undefined;
}

export function textOfEnd(fault: EndCode, name: string, expiresAt: unknown): string {
  switch (fault) {
    case 'noEnd':
      return `${name} has no end, and belongs to no confirmed record.`;
    case 'endNotLifted':
      return `${name} belongs to a confirmed record, and yet has an end: ${time(expiresAt)}.`;
    case 'notDeleted':
      return `${name} is not deleted yet; its end was ${time(expiresAt)}.`;
  }
}

function time(seconds: unknown): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString();
}
