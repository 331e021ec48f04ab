import type { AudienceSegment } from '../audience-segments';
import type { SubjectId } from '../ids';
import { memberKey, memberOf, queryShard, SHARDS, type Member, type MemberItem, type Position } from './audience';
import { readItems } from './read-items';
import type { AudienceTable } from './table';

/** Where a page of the audience begins: in each of the shards that have more. */
export type Place = readonly Position[];

/** The shards of a segment; all of them are in one segment of those that a list is parted in. */
export function beginningOf(segment: AudienceSegment): Place {
  const [n, of] = segment.split('/').map(Number) as [number, number];
  const all = Array.from({ length: SHARDS }, (_, shard) => ({ shard }));
  return all.filter(({ shard }) => shard % of === n - 1);
}

export interface MembersPage {
  readonly members: readonly Member[];
  /** Empty after the last page. */
  readonly next: Place;
}

/** A page with less than this part of what was asked for is filled up: who left counts until their row is gone. */
const FULL = 0.9;

/**
 * Up to `limit` active members, the shards side by side, an equal part of each. Within a shard they come in an order that stays the
 * same while others come and go.
 */
export async function readPage(
  table: AudienceTable,
  site: string,
  purpose: string,
  place: Place,
  limit: number,
): Promise<MembersPage> {
  const members: Member[] = [];
  let next = place;
  while (next.length > 0 && members.length < FULL * limit) {
    const left = limit - members.length;
    const pages = await Promise.all(
      next.map((at, n) => readPart(table, site, purpose, at, partOf(left, next.length, n))),
    );
    members.push(...pages.flatMap(({ found }) => found));
    next = pages.flatMap((page) => page.next ?? []);
  }
  return { members, next };
}

/** What the nth of so many gets, where all get the same but for what cannot be divided. */
function partOf(total: number, count: number, n: number): number {
  return Math.floor(total / count) + (n < total % count ? 1 : 0);
}

async function readPart(table: AudienceTable, site: string, purpose: string, at: Position, limit: number) {
  return limit === 0 ? { found: [], next: at } : queryShard(table, site, purpose, at, limit);
}

/**
 * Where people stand with purposes that they were asked for: all rows there are, also of those who left. Sees whatever was saved
 * before.
 */
export async function readMembersOf(
  table: AudienceTable,
  site: string,
  subjects: readonly SubjectId[],
  purposes: readonly string[],
): Promise<readonly Member[]> {
  const keys = [...new Set(subjects)].flatMap((subject) => purposes.map((id) => memberKey(site, id, subject)));
  const items = await readItems<MemberItem>(table, keys, { ConsistentRead: true });
  return items.map((item) => memberOf(site, item.pk.split('#')[1] ?? '', item));
}
