import type { SubjectId } from '../ids';
import { identitiesOf } from '../consent/identity';
import { stateAt } from '../consent/keep/state-at';
import { permissions, type Permission } from '../consent/permissions';
import { standingOf } from '../consent/standing';
import { readHistory } from '../ledger/ledger';
import { isAnyThere } from '../ledger/vault';
import type { Purpose, Site } from '../policy/schema';
import type { Deps } from './deps';

/**
 * May we write, purpose by purpose? Read from the ledger itself, so exact at that moment. And a person whose address was lost
 * is mailed by nobody, as no list has them either: what was signed up for says so, until the address was restored.
 */
export async function askPermissions(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  site: Site,
  subject: SubjectId,
  purposes: readonly Purpose[],
  now: Date,
) {
  const { entries } = await readHistory(deps.ledger, subject, now);
  const [state, standing] = [stateAt(entries, site, now), standingOf(entries)];
  const said = permissions(purposes, state, standing, now);
  const isMailed = said.some(({ allowed, status }) => allowed && status !== undefined);
  const addresses = identitiesOf(entries).map(({ recordId, address: digest }) => ({
    ...{ subject, class: 'address' as const, digest },
    ...(recordId !== undefined && { recordId }),
  }));
  const isAddressMissing = isMailed && !(await isAnyThere(deps.vault, addresses, now));
  return { entries, state, standing, isAddressMissing, permissions: isAddressMissing ? said.map(notMailed) : said };
}

/** Whoever has a contract that was not reported here goes by their own address. */
function notMailed(permission: Permission): Permission {
  return { ...permission, allowed: permission.allowed && permission.status === undefined };
}
