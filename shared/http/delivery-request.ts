import * as z from '../zod';
import { readPlace, type Place } from './announcement-body';
import { readJson, validate } from './body';
import { retryDeliveries } from './contract/retry-deliveries';
import { Problem } from './problem';
import type { HttpRequest } from './request';

const MOST = 100;
const limitSchema = z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST));

/** Which of the deliveries to list. @throws {Problem} 400 */
export function readPage({ query }: HttpRequest): { readonly limit: number; readonly after: string | undefined } {
  const limit = limitSchema.safeParse(query['limit'] ?? MOST);
  if (!limit.success) throw new Problem(400, 'limit', `A page has 1 to ${MOST} deliveries.`);
  return { limit: limit.data, after: placeOf(query['cursor']) };
}

/** What to try, and where to go on. */
export type Replay =
  | { readonly of: 'failed'; readonly after: string | undefined }
  | { readonly of: 'everybody'; readonly place: Place | undefined };

/** @throws {Problem} 400 or 422 */
export function readReplay(request: HttpRequest): Replay {
  const { everybody, cursor } = validate(retryDeliveries.body, readJson(request));
  if (!everybody) return { of: 'failed', after: placeOf(cursor) };
  return { of: 'everybody', place: cursor === undefined ? undefined : readPlace(cursor) };
}

export function writeCursor(next: string | undefined): { readonly cursor?: string } {
  return next === undefined ? {} : { cursor: Buffer.from(next).toString('base64url') };
}

const PLACE = /^[a-z][a-z0-9-]{0,39}(#[\w-]{22})?$/;

function placeOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString();
  if (PLACE.test(place)) return place;
  throw new Problem(400, 'cursor', 'This cursor is not one that we gave; begin again without.');
}
