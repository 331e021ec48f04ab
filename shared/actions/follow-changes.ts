import { readChanges } from '../ledger/changes';
import type { Site } from '../policy/schema';
import { changedPeople } from './changed-people';
import type { Deps } from './deps';

/**
 * For whom something changed since a place, each as they stand now, so that whoever applies the changes in their order is in step
 * at the end.
 */
export async function followChanges(
  deps: Pick<Deps, 'audience' | 'vault' | 'links'>,
  site: Site,
  { after, limit, now }: { readonly after: string; readonly limit: number; readonly now: Date },
) {
  const { changes, next, more } = await readChanges(deps.audience, site.id, after, limit, now);
  const people = await changedPeople(deps, site, changes, now);
  const told = changes.map(({ subject: id, what: change, at }) => ({ id, change, at, ...people.get(id)! }));
  return { changes: told, people: people.size, next, more };
}
