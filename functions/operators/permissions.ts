import { askPermissions } from '../../shared/actions/ask-permissions';
import { getPermissions } from '../../shared/http/operations/get-permissions';
import { on, serve } from '../../shared/http/serve';
import { readSubject } from '../../shared/http/subject-body';
import { subjectId } from '../../shared/ledger/subject-id';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), subjectKey: subjectKey() };

/** May we write to this address, purpose by purpose? */
const ask = on(getPermissions, async ({ site, body, now }, answer) => {
  const subject = await subjectId(deps.subjectKey, site.id, readSubject(body).canonical);
  const { standing, isAddressMissing, permissions } = await askPermissions(deps, site, subject, site.purposes, now);
  const { undeliverableSince } = standing;
  return answer.json(200, {
    site: site.id,
    asOf: now.toISOString(),
    ...(undeliverableSince !== undefined && { undeliverableSince }),
    ...(isAddressMissing && { addressMissing: true }),
    purposes: permissions,
  });
});

export const handler = serve(guard(), ask);
