import { getPermissions } from '../../shared/http/operations/get-permissions';
import { on, serve } from '../../shared/http/serve';
import { readSubject } from '../../shared/http/subject-body';
import { permissions } from '../../shared/consent/permissions';
import { stateAt } from '../../shared/consent/keep/state-at';
import { standingOf } from '../../shared/consent/standing';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger } from '../deps/tables';

const deps = { sites, ledger: ledger(), subjectKey: subjectKey() };

/** May we write to this address, purpose by purpose? Read from the ledger itself, so exact at the moment `asOf`. */
const ask = on(getPermissions, async ({ site, body, now }, answer) => {
  const subject = await subjectId(deps.subjectKey, site.id, readSubject(body).canonical);
  const { entries } = await readHistory(deps.ledger, subject, now);
  const standing = standingOf(entries);
  const { undeliverableSince } = standing;
  return answer.json(200, {
    site: site.id,
    asOf: now.toISOString(),
    ...(undeliverableSince !== undefined && { undeliverableSince }),
    purposes: permissions(site.purposes, stateAt(entries, site, now), standing),
  });
});

export const handler = serve(guard(), ask);
