import { acceptedForm } from '../../shared/http/accept';
import { getAudience } from '../../shared/http/operations/get-audience';
import { readCursor, writeCursor } from '../../shared/http/cursor';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { fitting } from '../../shared/http/fitting';
import { Problem } from '../../shared/http/problem';
import { ownLinks, unsubscribeLinks } from '../../shared/actions/recipient-links';
import { on, serve } from '../../shared/http/serve';
import { ndjson } from '../../shared/http/response';
import { readAsOf, type Member, type Position } from '../../shared/ledger/audience';
import { BEGINNING, readPage, type Place } from '../../shared/ledger/audience-pages';
import { chunks, eachOf } from '../../shared/ledger/batches';
import type { Identity } from '../../shared/ledger/part';
import { readPartsOf } from '../../shared/ledger/vault';
import type { Purpose, Site } from '../../shared/policy/schema';
import { findPurpose } from '../../shared/policy/sites';
import * as z from '../../shared/zod';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), links: links() };

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
const list = on(getAudience, async (call, answer) => {
  const { site, params, query, now } = call;
  const purpose = findPurpose(site, params.purpose);
  if (!purpose) throw new Problem(404, 'unknown-purpose', 'The site has no such purpose; its notices list them.');
  const form = acceptedForm(call.request, FORMS);
  // Read before the members, so that they reflect at least what it says.
  const asOf = (await readAsOf(deps.audience, site.id)) ?? null;
  const { members, next } = await readPage(deps.audience, site.id, purpose.id, placeOf(query.cursor), query.limit);
  const recipients = (await eachOf(chunks(members, BATCH), (some) => recipientsOf(site, purpose, some, now))).flat();
  await noteFetchOf(deps.ledger, site, call, { what: 'audience', purpose: purpose.id, count: recipients.length }, now);
  const cursor = next.length > 0 ? { cursor: writeCursor(next) } : {};
  const list =
    form === 'json'
      ? answer.json(200, { site: site.id, purpose: purpose.id, asOf, recipients, ...cursor })
      : answer.as('application/x-ndjson', ndjson([...recipients, { asOf, ...cursor }]));
  return fitting(list, call.request, 'Ask for fewer at once, with limit.');
});

function placeOf(cursor: string | undefined): Place {
  return cursor === undefined ? BEGINNING : (readCursor(placeSchema, cursor) as readonly Position[]);
}

/** Those whose address is still kept; nobody else can be mailed. */
async function recipientsOf(site: Site, purpose: Purpose, members: readonly Member[], now: Date) {
  const wanted = members.map(({ subject, recordId, identity }) => ({ subject, recordId, digest: identity }));
  const parts = await readPartsOf(deps.vault, wanted, 'identity', now);
  const known = members.flatMap((member) => {
    const part = parts.get(member.identity);
    return part ? [recipient(site, purpose, member, JSON.parse(part.data) as Identity)] : [];
  });
  return Promise.all(known);
}

async function recipient(site: Site, purpose: Purpose, member: Member, identity: Identity) {
  const { subject: id, language, since, mayMeasure } = member;
  const { email, fields = {} } = identity;
  const links = { ...(await unsubscribeLinks(deps, purpose, member)), ...(await ownLinks(deps, site, member)) };
  return { id, email, fields, language, since, mayMeasure, ...links };
}

export const handler = serve(deps.sites, list);
