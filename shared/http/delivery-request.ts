import type * as z from '../zod';
import { readPlace, type Place } from './announcement-body';
import type { retryDeliveries } from './operations/retry-deliveries';
import { Problem } from './problem';

/** What to try, and where to go on. */
export type Replay =
  | { readonly of: 'failed'; readonly after: string | undefined; readonly processor?: string }
  | { readonly of: 'everybody'; readonly place: Place | undefined };

/** @throws {Problem} 400, 422 */
export function readReplay(body: z.output<typeof retryDeliveries.body>): Replay {
  const { everybody, cursor, processor } = body;
  if (!everybody) return { of: 'failed', after: placeOf(cursor), ...(processor !== undefined && { processor }) };
  if (processor !== undefined) {
    const detail = 'Everybody is told to all processors; leave one of the two out.';
    throw new Problem(422, 'invalid', 'Something in the order is not as it has to be; see errors.', [
      { pointer: '/processor', detail },
    ]);
  }
  return { of: 'everybody', place: cursor === undefined ? undefined : readPlace(cursor) };
}

export function writeCursor(next: string | undefined): { readonly cursor?: string } {
  return next === undefined ? {} : { cursor: Buffer.from(next).toString('base64url') };
}

const PLACE = /^[a-z][a-z0-9-]{0,39}(#[\w-]{22})?$/;

/** @throws {Problem} 400 */
export function placeOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (PLACE.test(place)) return place;
  throw new Problem(400, 'cursor', 'This cursor is not one that we gave; begin again without.');
}
