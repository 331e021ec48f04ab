import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from '../../shared/zod';
import { EDGE } from '../../shared/http/request';
import { ORIGIN_HEADER } from '../../shared/http/origin-header';
import { originSecret } from '../deps/secrets';

const deps = { secret: originSecret() };

const eventSchema = z.object({ headers: z.optional(z.record(z.string(), z.string())) });
const valuesSchema = z.record(z.string(), z.string());

/** A value that is not filled in yet lets nobody in. */
const LEAST_LENGTH = 32;

/**
 * The authorizer of everything that anybody may call, where CloudFront stands before the API: lets pass what has one of the two
 * values of the secret, and says where it came from. The gateway remembers the answer for each value for some minutes, and refuses
 * by itself what has none.
 */
export const handler = async (event: unknown): Promise<{ isAuthorized: boolean; context?: Record<string, string> }> => {
  const given = eventSchema.parse(event).headers?.[ORIGIN_HEADER] ?? '';
  const values = Object.values(valuesSchema.parse(JSON.parse(await deps.secret())));
  const isAuthorized = values.map((value) => value.length >= LEAST_LENGTH && isSame(value, given)).includes(true);
  return isAuthorized ? { isAuthorized, context: { origin: EDGE } } : { isAuthorized };
};

/** Takes as long whatever is given, of whatever length. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return first !== undefined && second !== undefined && timingSafeEqual(first, second);
}
