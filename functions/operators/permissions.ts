import { httpFunction } from '../../shared/http/http-function';
import { unknownSite } from '../../shared/http/problem';
import { json } from '../../shared/http/response';
import { readSubject } from '../../shared/http/subject-body';
import { permissions } from '../../shared/consent/permissions';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { standingOf } from '../../shared/consent/standing';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { findSite } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(), subjectKey: subjectKey() };

/** May we write to this address, purpose by purpose? Read from the ledger itself, so exact at the moment `asOf`. */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const subject = await subjectId(deps.subjectKey, site.id, readSubject(call).canonical);
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const standing = standingOf(entries);
  const { undeliverableSince } = standing;
  return json(200, {
    site: site.id,
    asOf: now.toISOString(),
    ...(undeliverableSince !== undefined && { undeliverableSince }),
    purposes: permissions(site.purposes, stateAt(entries, site, now), standing),
  });
});
