import type { SubjectId } from '../ids';
import { readMembersOf } from '../ledger/audience-pages';
import { readIdentities } from '../ledger/vault';
import { addressOf, whoIs } from '../ledger/who-is';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** The addresses of people by their ids, as far as they are kept; only of people who were asked for something at that site. */
export async function listAddresses(
  { audience, vault }: Pick<Deps, 'audience' | 'vault'>,
  { id: site, purposes }: Site,
  ids: readonly SubjectId[],
  now: Date,
) {
  const all = purposes.map(({ id }) => id);
  const members = await readMembersOf(audience, site, ids, all);
  const parts = await readIdentities(vault, members, now);
  return [...new Set(ids)].flatMap((id) => {
    const names = members.filter(({ subject }) => subject === id).flatMap(({ identities }) => identities);
    const identity = whoIs(names, parts);
    return identity ? [{ id, ...addressOf(identity) }] : [];
  });
}
