import type { AudienceSegment } from '../../shared/audience-segments';
import { summariseAudience } from '../../shared/actions/count-audience';
import { followChanges } from '../../shared/actions/follow-changes';
import { listAddresses } from '../../shared/actions/list-addresses';
import { listAudience } from '../../shared/actions/list-audience';
import { leaversKnownSince, listLeavers } from '../../shared/actions/list-leavers';
import { countsCsv, giveCounts } from '../../shared/actions/give-counts';
import { acceptedForm } from '../../shared/http/accept';
import { readCountsRequest } from '../../shared/http/counts-request';
import { writeCursor } from '../../shared/http/cursor';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { fitting } from '../../shared/http/fitting';
import {
  audienceCursor,
  audiencePlace,
  changesPlace,
  leaversPlace,
  purposeOf,
  sinceDay,
} from '../../shared/http/list-places';
import { getAudience } from '../../shared/http/operations/get-audience';
import { getAudienceSummary } from '../../shared/http/operations/get-audience-summary';
import { getRegister } from '../../shared/http/operations/get-register';
import { showRegister } from '../../shared/actions/show-register';
import { getChanges } from '../../shared/http/operations/get-changes';
import { listAddresses as listAddressesContract } from '../../shared/http/operations/list-addresses';
import { listLeavers as listLeaversContract } from '../../shared/http/operations/list-leavers';
import { csv, download, ndjson, type HttpResponse } from '../../shared/http/response';
import { on, serve, type Call } from '../../shared/http/serve';
import type { Place } from '../../shared/ledger/audience-pages';
import { audienceCsv } from '../../shared/evidence/audience-csv';
import { fileName } from '../../shared/file-name';
import { getCounts } from '../../shared/http/operations/get-counts';
import { ownLanguage } from '../../shared/policy/own-language';
import { guard } from '../deps/guard';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), links: links() };

const FORMS = { 'application/json': 'json', 'application/x-ndjson': 'ndjson', 'text/csv': 'csv' } as const;
const FEWER = 'Ask for fewer at once, with limit.';

const list = on(getAudience, async (call, answer) => {
  const { site, params, query, now } = call;
  const purpose = purposeOf(site, params);
  const form = acceptedForm(call.request, FORMS);
  const wanted = { place: audiencePlace(query), limit: query.limit, now };
  const { asOf, recipients, withoutAddress, next } = await listAudience(deps, site, purpose, wanted);
  await noteFetchOf(deps.ledger, site, call, { what: 'audience', purpose: purpose.id, count: recipients.length }, now);
  const lost = withoutAddress > 0 && { withoutAddress };
  const cursor = next.length > 0 && { cursor: audienceCursor(query.segment, next) };
  if (form === 'json') {
    const page = { site: site.id, purpose: purpose.id, asOf, recipients, ...lost, ...cursor };
    return fitting(answer.json(200, page), call.request, FEWER);
  }
  const isFirst = query.cursor === undefined;
  const part =
    form === 'ndjson'
      ? answer.as('application/x-ndjson', partOf(call, ndjson([...recipients, { asOf, ...lost, ...cursor }]), next))
      : answer.as('text/csv', partOf(call, csv(audienceCsv(site, query.profile, recipients, isFirst)), next));
  return fitting(part, call.request, FEWER);
});

const WHOLE: AudienceSegment = '1/1';

/** A part of a file that is put together on the caller's side; that is called after what is in it, and when it was begun. */
function partOf({ site, params, query, now }: Call<typeof getAudience>, page: HttpResponse, next: Place): HttpResponse {
  const { profile, limit, segment } = query;
  const isTable = page.headers['Content-Type']?.startsWith('text/csv') === true;
  const part = segment === WHOLE ? [] : [segment.replace('/', '-of-')];
  const about = ['audience', site.id, params.purpose, ...part, ...(isTable ? [profile] : [])];
  const disposition = `attachment; filename="${fileName(about, now, isTable ? 'csv' : 'ndjson')}"`;
  const more = new URLSearchParams({ profile, limit: String(limit), cursor: audienceCursor(segment, next) });
  if (segment !== WHOLE) more.set('segment', segment);
  const link = next.length > 0 && { Link: `<?${more.toString()}>; rel="next"` };
  return { ...page, headers: { ...page.headers, 'Content-Disposition': disposition, ...link } };
}

/** Without a place, the answer is the one to begin with: it is to be taken before the audience is fetched. */
const follow = on(getChanges, async (call, answer) => {
  const { site, query, now } = call;
  const wanted = { after: changesPlace(query.cursor, now), limit: query.limit, now };
  const { changes, people, next, more } = await followChanges(deps, site, wanted);
  await noteFetchOf(deps.ledger, site, call, { what: 'changes', count: people }, now);
  const page = { site: site.id, changes, cursor: writeCursor({ after: next }), more };
  return fitting(answer.json(200, page), call.request, FEWER);
});

const summarise = on(getAudienceSummary, async ({ site, params, now }, answer) => {
  const purpose = purposeOf(site, params);
  const summary = await summariseAudience(deps, site, purpose, now);
  return answer.json(200, { site: site.id, purpose: purpose.id, ...summary });
});

const left = on(listLeaversContract, async (call, answer) => {
  const { site, query, now } = call;
  const purpose = query.purpose === undefined ? undefined : purposeOf(site, { purpose: query.purpose }).id;
  const since = sinceDay(query.since, leaversKnownSince(now));
  const wanted = { since, purpose, before: leaversPlace(query.cursor), limit: query.limit, now };
  const { leavers, next } = await listLeavers(deps, site, wanted);
  const people = new Set(leavers.map(({ id }) => id)).size;
  await noteFetchOf(deps.ledger, site, call, { what: 'leavers', ...(purpose && { purpose }), count: people }, now);
  const cursor = next !== undefined && { cursor: writeCursor({ before: next }) };
  return answer.json(200, { site: site.id, since, leavers, ...cursor });
});

const addresses = on(listAddressesContract, async (call, answer) => {
  const { site, body, now } = call;
  const people = await listAddresses(deps, site, body.ids, now);
  if (people.length > 0) await noteFetchOf(deps.ledger, site, call, { what: 'addresses', count: people.length }, now);
  return answer.json(200, { site: site.id, people });
});

const register = on(getRegister, async ({ site, now }, answer) =>
  answer.json(200, { site: site.id, ...(await showRegister(deps, site, now)) }),
);

/** Counts name nobody, so that they were looked at is not written down. */
const count = on(getCounts, async (call, answer) => {
  const { site, query, request, now } = call;
  const form = acceptedForm(request, { 'application/json': 'json', 'text/csv': 'csv' } as const);
  const { language = ownLanguage(site), bom } = query;
  const asked = { ...readCountsRequest(call), language };
  const counts = await giveCounts(deps, site, asked, now);
  const name = fileName(['counts', site.id, asked.from, asked.to], now, form);
  if (form === 'json') return answer.json(200, counts, { 'Content-Disposition': `attachment; filename="${name}"` });
  const table = countsCsv(counts, asked.by, { language, forSpreadsheets: bom !== undefined });
  return answer.as('text/csv', download(table, 'text/csv; charset=utf-8', name));
});

export const handler = serve(guard(), list, follow, summarise, left, addresses, register, count);
