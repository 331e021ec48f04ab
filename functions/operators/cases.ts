import { closeCase } from '../../shared/actions/close-case';
import { findOpenCase } from '../../shared/actions/find-open-case';
import { readCase } from '../../shared/actions/read-case';
import { closeCase as closeContract } from '../../shared/http/operations/close-case';
import { listCases } from '../../shared/http/operations/list-cases';
import { readCase as readContract } from '../../shared/http/operations/read-case';
import { on, serve } from '../../shared/http/serve';
import { outlineOf } from '../../shared/http/subject-answer';
import { openCases } from '../../shared/ledger/cases';
import { guard } from '../deps/guard';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience() };

/** Mails that somebody has to read. */
export const handler = serve(
  guard(),
  on(listCases, async ({ site, now }, answer) => {
    const cases = await openCases(deps.audience, site.id, now);
    return answer.json(200, { site: site.id, cases: cases.map(({ id, since }) => ({ case: id, since })) });
  }),
  on(readContract, async (call, answer) => {
    const shown = await readCase(deps, await findOpenCase(deps, call), call.body.reason, call.now);
    return answer.json(200, { site: call.site.id, ...shown });
  }),
  on(closeContract, async (call, answer) => {
    const taken = await closeCase(deps, await findOpenCase(deps, call), call.body, call.now);
    const done = taken.map((entry) => outlineOf(entry, false));
    return answer.json(200, { site: call.site.id, case: call.params.case, outcome: call.body.outcome, done });
  }),
);
