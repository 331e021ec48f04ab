import { readAsOf } from '../ledger/audience';
import { readPage, type Place } from '../ledger/audience-pages';
import { isOffered } from '../policy/offered';
import type { Purpose, Site } from '../policy/schema';
import type { Deps } from './deps';
import { recipientsOf } from './recipients';

/** Who may be mailed for a purpose, a page of them. Lags the ledger by seconds: steps after `asOf` may be missing. */
export async function listAudience(
  deps: Pick<Deps, 'audience' | 'vault' | 'links'>,
  site: Site,
  purpose: Purpose,
  { place, limit, now }: { readonly place: Place; readonly limit: number; readonly now: Date },
) {
  // Read before the members, so that they reflect at least what it says.
  const asOf = (await readAsOf(deps.audience, site.id)) ?? null;
  // Until that is written down, the day after at the latest, people are members of what is over.
  if (!isOffered(purpose, now)) return { asOf, recipients: [], withoutAddress: 0, next: [] };
  const { members, next } = await readPage(deps.audience, site.id, purpose.id, place, limit);
  const recipients = await recipientsOf(deps, site, purpose, members, now);
  return { asOf, recipients, withoutAddress: members.length - recipients.length, next };
}
