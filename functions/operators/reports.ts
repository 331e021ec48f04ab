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
import { on, serve } from '../../shared/http/serve';
import { guard } from '../deps/guard';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), subjectKey: subjectKey() };

/** What backends, and the tools of senders, know of people. Counts are all that a tool hears back: not who is known here. */
export const handler = serve(
  guard(),
  on(recordConsent, async ({ site, body, operator, now }, answer) => {
    const report = readConsent(site, body, now);
    const { recordId, isNew } = await takeConsent(deps, site, report, operator, now);
    const status = isNew ? ('recorded' as const) : ('already-recorded' as const);
    const dryRun = report.dryRun && { dryRun: true as const };
    return answer.json(isNew && !report.dryRun ? 201 : 200, { status, recordId, ...dryRun });
  }),
  on(recordOptOut, async ({ site, body, operator, now }, answer) => {
    const { status, kept } = await takeOptOut(deps, site, readOptOut(site, body, now), operator, now);
    return answer.json(200, { status, kept: [...kept], ...(body.dryRun && { dryRun: true as const }) });
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
