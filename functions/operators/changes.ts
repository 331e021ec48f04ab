import { changedPeople, type Person } from '../../shared/actions/changed-people';
import { getChanges } from '../../shared/http/operations/get-changes';
import { readCursor, writeCursor } from '../../shared/http/cursor';
import { noteFetchOf } from '../../shared/http/fetch-note';
import { fitting } from '../../shared/http/fitting';
import { Problem } from '../../shared/http/problem';
import { on, serve } from '../../shared/http/serve';
import { plus } from '../../shared/calendar';
import { KEPT, readableUpTo, readChanges, type Change } from '../../shared/ledger/changes';
import * as z from '../../shared/zod';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), links: links() };

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(#[\w-]{22})?$/;
const placeSchema = z.strictObject({ after: z.string().check(z.regex(TIME)) });

/**
 * Whom something changed for since a place, each as they stand now, so that who applies the changes in their order is in step at
 * the end. Without a place, the one to begin with: take it before you fetch the audience.
 */
const follow = on(getChanges, async (call, answer) => {
  const { site, now } = call;
  const { cursor, limit } = call.query;
  const after = cursor === undefined ? readableUpTo(now) : placeIn(cursor, now);
  const { changes, next, more } = await readChanges(deps.audience, site.id, after, limit, now);
  const people = await changedPeople(deps, site, changes, now);
  await noteFetchOf(deps.ledger, site, call, { what: 'changes', count: people.size }, now);
  const told = changes.map((change) => outline(change, people.get(change.subject)!));
  const page = { site: site.id, changes: told, cursor: writeCursor({ after: next }), more };
  return fitting(answer.json(200, page), call.request, 'Ask for fewer at once, with limit.');
});

function placeIn(cursor: string, now: Date): string {
  const { after } = readCursor(placeSchema, cursor);
  const time = new Date(after.split('#')[0] ?? '');
  if (plus(time, KEPT) > now) return after;
  throw new Problem(
    410,
    'cursor-too-old',
    'Changes of then are kept no longer. Begin again: a new cursor, then the audience.',
  );
}

function outline({ subject, what, at }: Change, person: Person) {
  return { id: subject, change: what, at, ...person };
}

export const handler = serve(deps.sites, follow);
