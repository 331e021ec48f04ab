import { eachRow, named } from '../../shared/actions/each-row';
import { takeConsent } from '../../shared/actions/take-consent';
import { takeContractEnd } from '../../shared/actions/take-contract-end';
import { takeOptOut } from '../../shared/actions/take-opt-out';
import { takeActivity, takeFeedback, takeLeavings } from '../../shared/actions/take-reports';
import { readActivity } from '../../shared/http/activity-body';
import { readConsent } from '../../shared/http/consent-body';
import { readContractEnd } from '../../shared/http/contract-body';
import { readFeedback } from '../../shared/http/feedback-body';
import { readOptOut } from '../../shared/http/opt-out-body';
import { readLeaving } from '../../shared/http/leaving-body';
import { endContract } from '../../shared/http/operations/end-contract';
import { recordConsent } from '../../shared/http/operations/record-consent';
import { recordOptOut } from '../../shared/http/operations/record-opt-out';
import { reportActivity } from '../../shared/http/operations/report-activity';
import { reportFeedback } from '../../shared/http/operations/report-feedback';
import { reportLeaving } from '../../shared/http/operations/report-leaving';
import { on, serve, type Call } from '../../shared/http/serve';
import type { Operation } from '../../shared/http/operation';
import { importRows } from '../../shared/http/operations/import-rows';
import { validate } from '../../shared/http/body';
import type * as z from '../../shared/zod';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), subjectKey: subjectKey() };

type About = Pick<Call<Operation>, 'site' | 'operator' | 'now'>;

async function consent(body: z.output<typeof recordConsent.body>, { site, operator, now }: About) {
  const { recordId, isNew } = await takeConsent(deps, site, readConsent(site, body, now), operator, now);
  const status = isNew ? ('recorded' as const) : ('already-recorded' as const);
  return { status, recordId, ...(body.dryRun && { dryRun: true as const }) };
}

async function optOut(body: z.output<typeof recordOptOut.body>, { site, operator, now }: About) {
  const { status, kept } = await takeOptOut(deps, site, readOptOut(site, body, now), operator, now);
  return { status, kept: [...kept], ...(body.dryRun && { dryRun: true as const }) };
}

/** What backends, and the tools of senders, know of people. Counts are all that a tool hears back: not who is known here. */
export const handler = serve(
  guard(),
  on(recordConsent, async (call, answer) => {
    const result = await consent(call.body, call);
    return answer.json(result.status === 'recorded' && !call.body.dryRun ? 201 : 200, result);
  }),
  on(recordOptOut, async (call, answer) => answer.json(200, await optOut(call.body, call))),
  on(importRows, async (call, answer) => {
    const results = await eachRow(call.body.rows, async (row) =>
      row.consent
        ? consent(named(validate(recordConsent.body, row.consent)), call)
        : optOut(named(validate(recordOptOut.body, row.optOut)), call),
    );
    return answer.json(200, { results });
  }),
  on(endContract, async ({ site, body, operator, now }, answer) => {
    const entry = await takeContractEnd(deps, site, readContractEnd(site, body, now), operator, now);
    const purposes = entry?.purposes.map(({ id }) => id) ?? [];
    return answer.json(200, { status: entry ? 'ended' : 'nothing-to-end', purposes });
  }),
  on(reportActivity, async ({ site, body, operator, now }, answer) =>
    answer.json(200, await takeActivity(deps, site, readActivity(site, body, now), operator, now)),
  ),
  on(reportFeedback, async ({ site, body, operator, now }, answer) =>
    answer.json(200, await takeFeedback(deps, site, readFeedback(body, now), operator, now)),
  ),
  on(reportLeaving, async ({ site, body, operator, now }, answer) =>
    answer.json(200, await takeLeavings(deps, site, readLeaving(site, body, now), operator, now)),
  ),
);
