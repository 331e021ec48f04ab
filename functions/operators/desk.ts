import { nameOf } from '../../shared/actions/greet-operator';
import { listFetches } from '../../shared/actions/list-fetches';
import { lookUpPerson } from '../../shared/actions/look-up';
import { writeCursor } from '../../shared/http/cursor';
import { fetchesPlace } from '../../shared/http/list-places';
import { meOf, namingToken } from '../../shared/http/me-answer';
import { getMe } from '../../shared/http/operations/get-me';
import { listFetches as fetchesContract } from '../../shared/http/operations/list-fetches';
import { lookUp } from '../../shared/http/operations/look-up';
import { on, onSignedIn, serve } from '../../shared/http/serve';
import { readWhose } from '../../shared/http/subject-body';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';
import { askName } from '../deps/tokens';

const deps = { ledger: ledger(), vault: vault(), subjectKey: subjectKey(), askName: askName() };

/** What people who work here ask for all the time: who they are, and how somebody stands. */
export const handler = serve(
  guard(),
  onSignedIn(getMe, async (call, answer) => {
    const name = await nameOf(deps, call.operator, namingToken(call), call.now);
    return answer.json(200, meOf(call, sites, name));
  }),
  on(lookUp, async ({ site, body, operator, may, now }, answer) => {
    const search = { site, whose: readWhose(body), operator, withFile: may('evidence:read'), now };
    return answer.json(200, await lookUpPerson(deps, search));
  }),
  on(fetchesContract, async ({ site, query, now }, answer) => {
    const wanted = { before: fetchesPlace(query.cursor), limit: query.limit, now };
    const { fetches, next } = await listFetches(deps, site, wanted);
    const cursor = next !== undefined && { cursor: writeCursor({ before: next }) };
    return answer.json(200, { site: site.id, fetches, ...cursor });
  }),
);
