import { httpFunction } from '../shared/api/http-function';
import { Problem, unknownSite } from '../shared/api/problem';
import type { HttpRequest } from '../shared/api/request';
import { json } from '../shared/api/response';
import { readAsOf, readMembers, type Member, type Position } from '../shared/ledger/audience';
import type { Identity } from '../shared/ledger/part';
import { readPartsOf } from '../shared/ledger/vault';
import { linkUrl } from '../shared/links/link';
import { findPurpose, findSite } from '../shared/policy/sites';
import * as z from '../shared/zod';

const MOST = 1000;
const limitSchema = z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST));
const subjectSchema = z.string().check(z.regex(/^[\w-]{22}$/));
const positionSchema = z.strictObject({ shard: z.int().check(z.gte(0)), after: z.optional(subjectSchema) });

/** Who may be mailed for a purpose. Lags the ledger by seconds: steps after `asOf` may be missing. */
export const handler = httpFunction(async (call) => {
  const site = findSite(call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const purpose = findPurpose(site, call.params['purpose'] ?? '');
  if (!purpose) throw new Problem(404, 'unknown-purpose', 'The site has no such purpose; its notices list them.');
  const now = new Date();
  // Read before the members, so that they reflect at least what it says.
  const asOf = (await readAsOf(site.id)) ?? null;
  const { members, next } = await readMembers(site.id, purpose.id, positionOf(call), limitOf(call));
  const cursor = next ? { cursor: Buffer.from(JSON.stringify(next)).toString('base64url') } : {};
  return json(200, { site: site.id, purpose: purpose.id, asOf, recipients: await recipients(members, now), ...cursor });
});

function limitOf({ query }: HttpRequest): number {
  const limit = limitSchema.safeParse(query['limit'] ?? 100);
  if (limit.success) return limit.data;
  throw new Problem(400, 'limit', `The limit is a whole number from 1 to ${MOST}.`);
}

function positionOf({ query }: HttpRequest): Position {
  if (query['cursor'] === undefined) return { shard: 0 };
  try {
    return positionSchema.parse(JSON.parse(Buffer.from(query['cursor'], 'base64url').toString())) as Position;
  } catch {
    throw new Problem(400, 'cursor', 'This cursor is not one that we gave; begin again without.');
  }
}

async function recipients(members: readonly Member[], now: Date): Promise<object[]> {
  const wanted = members.map(({ subject, recordId, identity }) => ({ subject, recordId, digest: identity }));
  const parts = await readPartsOf(wanted, 'identity', now);
  const known = members.flatMap((member) => {
    const part = parts.get(member.identity);
    return part ? [{ member, identity: JSON.parse(part.data) as Identity }] : [];
  });
  return Promise.all(known.map(({ member, identity }) => recipient(member, identity)));
}

async function recipient({ subject, recordId, purpose, language, since }: Member, identity: Identity): Promise<object> {
  const unsubscribeUrl = await linkUrl({ kind: 'unsubscribe', subject, recordId, purposes: [purpose] });
  const { email, fields = {} } = identity;
  return { email, fields, language, since, unsubscribeUrl };
}
