import { changedPeople } from '../../shared/actions/changed-people';
import { recipientsOf } from '../../shared/actions/recipients';
import { acceptedForm } from '../../shared/http/accept';
import { writeCursor } from '../../shared/http/cursor';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { fitting } from '../../shared/http/fitting';
import { audiencePlace, changesPlace } from '../../shared/http/list-places';
import { getAudience } from '../../shared/http/operations/get-audience';
import { getChanges } from '../../shared/http/operations/get-changes';
import { Problem } from '../../shared/http/problem';
import { ndjson } from '../../shared/http/response';
import { on, serve } from '../../shared/http/serve';
import { readAsOf } from '../../shared/ledger/audience';
import { readPage } from '../../shared/ledger/audience-pages';
import { readChanges } from '../../shared/ledger/changes';
import { findPurpose } from '../../shared/policy/sites';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), links: links() };

const FORMS = { 'application/json': 'json', 'application/x-ndjson': 'ndjson' } as const;
const FEWER = 'Ask for fewer at once, with limit.';

/** Who may be mailed for a purpose. Lags the ledger by seconds: steps after `asOf` may be missing. */
const list = on(getAudience, async (call, answer) => {
  const { site, params, query, now } = call;
  const purpose = findPurpose(site, params.purpose);
  if (!purpose) throw new Problem(404, 'unknown-purpose', 'The site has no such purpose; its notices list them.');
  const form = acceptedForm(call.request, FORMS);
  // Read before the members, so that they reflect at least what it says.
  const asOf = (await readAsOf(deps.audience, site.id)) ?? null;
  const place = audiencePlace(query.cursor);
  const { members, next } = await readPage(deps.audience, site.id, purpose.id, place, query.limit);
  const recipients = await recipientsOf(deps, site, purpose, members, now);
  await noteFetchOf(deps.ledger, site, call, { what: 'audience', purpose: purpose.id, count: recipients.length }, now);
  const cursor = next.length > 0 ? { cursor: writeCursor(next) } : {};
  const list =
    form === 'json'
      ? answer.json(200, { site: site.id, purpose: purpose.id, asOf, recipients, ...cursor })
      : answer.as('application/x-ndjson', ndjson([...recipients, { asOf, ...cursor }]));
  return fitting(list, call.request, FEWER);
});

/**
 * Whom something changed for since a place, each as they stand now, so that who applies the changes in their order is in step at
 * the end. Without a place, the one to begin with: take it before you fetch the audience.
 */
const follow = on(getChanges, async (call, answer) => {
  const { site, query, now } = call;
  const after = changesPlace(query.cursor, now);
  const { changes, next, more } = await readChanges(deps.audience, site.id, after, query.limit, now);
  const people = await changedPeople(deps, site, changes, now);
  await noteFetchOf(deps.ledger, site, call, { what: 'changes', count: people.size }, now);
  const told = changes.map(({ subject: id, what: change, at }) => ({ id, change, at, ...people.get(id)! }));
  const page = { site: site.id, changes: told, cursor: writeCursor({ after: next }), more };
  return fitting(answer.json(200, page), call.request, FEWER);
});

export const handler = serve(deps.sites, list, follow);
