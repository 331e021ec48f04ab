import { plus } from '../calendar';
import { AUDIENCE_SEGMENTS, type AudienceSegment } from '../audience-segments';
import { SHARDS, type Position } from '../ledger/audience';
import { beginningOf, type Place } from '../ledger/audience-pages';
import type { JournalPlace } from '../ledger/journal';
import { KEPT, readableUpTo } from '../ledger/changes';
import type { Purpose, Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import * as z from '../zod';
import { NOT_OURS, readCursor, writeCursor } from './cursor';
import { Problem } from './problem';

const subjectSchema = z.string().check(z.regex(/^[\w-]{22}$/));
const positionSchema = z.strictObject({
  shard: z.int().check(z.gte(0), z.lt(SHARDS)),
  after: z.optional(subjectSchema),
});
const audienceSchema = z.strictObject({
  segment: z.enum(AUDIENCE_SEGMENTS),
  place: z.array(positionSchema).check(z.minLength(1), z.maxLength(SHARDS)),
});

/** Where a page of the audience begins. @throws {Problem} 400 for a cursor that is none of ours, or of another segment */
export function audiencePlace({
  cursor,
  segment,
}: {
  readonly cursor?: string | undefined;
  readonly segment: AudienceSegment;
}): Place {
  const beginning = beginningOf(segment);
  if (cursor === undefined) return beginning;
  const { segment: of, place } = readCursor(audienceSchema, cursor);
  if (of !== segment)
    throw new Problem(400, 'cursor', `This cursor is one of the segment ${of}: send that along with it.`);
  const shards = beginning.map(({ shard }) => shard);
  const named = place.map(({ shard }) => shard);
  const isOurs = new Set(named).size === named.length && named.every((shard) => shards.includes(shard));
  if (!isOurs) throw new Problem(400, 'cursor', NOT_OURS);
  return place as readonly Position[];
}

/** Where the next page of an audience begins. */
export const audienceCursor = (segment: AudienceSegment, place: Place): string => writeCursor({ segment, place });

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(#[\w-]{22})?$/;
const FETCHED_AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{8}$/;
const LEFT_AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{22}#[a-z][a-z0-9-]{0,39}$/;
const changesSchema = z.strictObject({ after: z.string().check(z.regex(TIME)) });

/**
 * After which change a page begins; without a cursor, the one to begin with. @throws {Problem} 400 for a cursor that is none
 * of ours, 410 for one of which changes are kept no longer
 */
export function changesPlace(cursor: string | undefined, now: Date): string {
  if (cursor === undefined) return readableUpTo(now);
  const { after } = readCursor(changesSchema, cursor);
  const time = new Date(after.split('#')[0] ?? '');
  if (plus(time, KEPT) > now) return after;
  throw new Problem(
    410,
    'cursor-too-old',
    'Changes of then are kept no longer. Begin again: a new cursor, then the audience.',
  );
}

const leaversSchema = z.strictObject({ before: z.string().check(z.regex(LEFT_AT)) });

/** After which line a page of leavers begins. @throws {Problem} 400 for a cursor that is none of ours */
export function leaversPlace(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : readCursor(leaversSchema, cursor).before;
}

const fetchesSchema = z.strictObject({ before: z.string().check(z.regex(FETCHED_AT)) });

/** After which line a page of fetches begins. @throws {Problem} 400 for a cursor that is none of ours */
export function fetchesPlace(cursor: string | undefined): string | undefined {
  return cursor === undefined ? undefined : readCursor(fetchesSchema, cursor).before;
}

const journalSchema = z.strictObject({
  pk: z.string().check(z.regex(/^subject#[\w-]{22}$/)),
  sk: z.string().check(z.regex(/^entry#\d{8,}$/)),
  journal: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#\d{8,}$/)),
});

/** After which step a page of the journal begins. @throws {Problem} 400 for a cursor that is none of ours, or of another time */
export function journalPlace(
  cursor: string | undefined,
  { from, to }: { readonly from: string; readonly to: string },
): JournalPlace | undefined {
  const within = journalSchema.check(z.refine(({ journal }) => from <= journal && journal <= `${to}#~`));
  return cursor === undefined ? undefined : readCursor(within, cursor);
}

/** The day that a list begins with. @throws {Problem} 400 where that is longer ago than is known */
export function sinceDay(asked: string | undefined, known: string): string {
  if (asked === undefined || asked >= known) return asked ?? known;
  throw new Problem(400, 'since', `This is known since ${known}; ask from that day on.`);
}

/** The purpose that a path names. @throws {Problem} 404 */
export function purposeOf(site: Site, { purpose: id }: { readonly purpose: string }): Purpose {
  const purpose = findPurpose(site, id);
  if (!purpose) throw new Problem(404, 'unknown-purpose', 'The site has no such purpose; its notices list them.');
  return purpose;
}
