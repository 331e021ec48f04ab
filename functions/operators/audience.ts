import { acceptedForm } from '../../shared/http/accept';
import { limitOf, readCursor, writeCursor } from '../../shared/http/cursor';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { fitting } from '../../shared/http/fitting';
import { httpFunction } from '../../shared/http/http-function';
import { Problem, unknownSite } from '../../shared/http/problem';
import { ownLinks, unsubscribeLinks } from '../../shared/actions/recipient-links';
import type { HttpRequest } from '../../shared/http/request';
import { json, ndjson } from '../../shared/http/response';
import { readAsOf, type Member, type Position } from '../../shared/ledger/audience';
import { BEGINNING, readPage, type Place } from '../../shared/ledger/audience-pages';
import { chunks, eachOf } from '../../shared/ledger/batches';
import type { Identity } from '../../shared/ledger/part';
import { readPartsOf } from '../../shared/ledger/vault';
import type { Purpose, Site } from '../../shared/policy/schema';
import { findPurpose, findSite } from '../../shared/policy/sites';
import * as z from '../../shared/zod';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), links: links() };

const MOST = 1000;
/** Links are made of what came while the rest is still being read. */
const BATCH = 100;
const FORMS = { 'application/json': 'json', 'application/x-ndjson': 'ndjson' } as const;
const subjectSchema = z.string().check(z.regex(/^[\w-]{22}$/));
const positionSchema = z.strictObject({
  shard: z.int().check(z.gte(0), z.lt(BEGINNING.length)),
  after: z.optional(subjectSchema),
});
const placeSchema = z.array(positionSchema).check(z.minLength(1), z.maxLength(BEGINNING.length));

/** Who may be mailed for a purpose. Lags the ledger by seconds: steps after `asOf` may be missing. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const purpose = findPurpose(site, call.params['purpose'] ?? '');
  if (!purpose) throw new Problem(404, 'unknown-purpose', 'The site has no such purpose; its notices list them.');
  const form = acceptedForm(call, FORMS);
  const now = new Date();
  // Read before the members, so that they reflect at least what it says.
  const asOf = (await readAsOf(deps.audience, site.id)) ?? null;
  const { members, next } = await readPage(
    deps.audience,
    site.id,
    purpose.id,
    placeOf(call),
    limitOf(call.query, MOST),
  );
  const recipients = (await eachOf(chunks(members, BATCH), (some) => recipientsOf(site, purpose, some, now))).flat();
  await noteFetchOf(deps.ledger, site, call, { what: 'audience', purpose: purpose.id, count: recipients.length }, now);
  const cursor = next.length > 0 ? { cursor: writeCursor(next) } : {};
  const answer =
    form === 'json'
      ? json(200, { site: site.id, purpose: purpose.id, asOf, recipients, ...cursor })
      : ndjson([...recipients, { asOf, ...cursor }]);
  return fitting(answer, call, 'Ask for fewer at once, with limit.');
});

function placeOf({ query }: HttpRequest): Place {
  const { cursor } = query;
  return cursor === undefined ? BEGINNING : (readCursor(placeSchema, cursor) as readonly Position[]);
}

/** Those whose address is still kept; nobody else can be mailed. */
async function recipientsOf(site: Site, purpose: Purpose, members: readonly Member[], now: Date): Promise<object[]> {
  const wanted = members.map(({ subject, recordId, identity }) => ({ subject, recordId, digest: identity }));
  const parts = await readPartsOf(deps.vault, wanted, 'identity', now);
  const known = members.flatMap((member) => {
    const part = parts.get(member.identity);
    return part ? [recipient(site, purpose, member, JSON.parse(part.data) as Identity)] : [];
  });
  return Promise.all(known);
}

async function recipient(site: Site, purpose: Purpose, member: Member, identity: Identity): Promise<object> {
  const { subject: id, language, since, mayMeasure } = member;
  const { email, fields = {} } = identity;
  const links = { ...(await unsubscribeLinks(deps, purpose, member)), ...(await ownLinks(deps, site, member)) };
  return { id, email, fields, language, since, mayMeasure, ...links };
}
