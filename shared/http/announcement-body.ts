import { dayOf } from '../calendar';
import type { Position } from '../ledger/audience';
import type { Site } from '../policy/schema';
import * as z from '../zod';
import type { announce } from './operations/announce';
import { Problem } from './problem';

/** Where an announcement goes on: among the members of a purpose. */
export interface Place {
  readonly purpose: string;
  readonly from: Position;
}

export interface Announcement {
  readonly dryRun: boolean;
  readonly place: Place | undefined;
}

const placeSchema = z.strictObject({
  purpose: z.string(),
  from: z.strictObject({
    shard: z.int().check(z.gte(0)),
    after: z.optional(z.string().check(z.regex(/^[\w-]{22}$/))),
  }),
});

/** @throws {Problem} 409 where the site's privacy notice is another, or holds already */
export function readAnnouncement({ controller }: Site, body: z.output<typeof announce.body>, now: Date): Announcement {
  const { privacyNotice, dryRun, late, cursor } = body;
  const { version, date } = controller.privacyNotice;
  if (privacyNotice !== version) {
    const detail = `The site's privacy notice is version "${version}". Deploy the new one first, or say that version.`;
    throw new Problem(409, 'other-version', detail);
  }
  if (date < dayOf(now) && !late) {
    const detail = `Version "${version}" has held since ${date}, and people are told beforehand. Give the new version a date to come, deploy it and announce that; or say "late" to tell them all the same.`;
    throw new Problem(409, 'date-past', detail);
  }
  return { dryRun, place: cursor === undefined ? undefined : readPlace(cursor) };
}

export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws {Problem} 400 */
export function readPlace(cursor: string): Place {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString())) as Place;
  } catch {
    throw new Problem(400, 'cursor', 'This cursor is not one that we gave; begin again without.');
  }
}
