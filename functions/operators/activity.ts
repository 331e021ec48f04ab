import { readActivity, type ActivityReport } from '../../shared/http/activity-body';
import { httpFunction } from '../../shared/http/http-function';
import { unknownSite } from '../../shared/http/problem';
import { json } from '../../shared/http/response';
import { reportActivity } from '../../shared/consent/keep/review';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
import { findSite } from '../../shared/policy/sites';
import { subjectKey } from '../deps/secrets';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), subjectKey: subjectKey() };

/** So many at the same time, that all of them are done before the gateway's patience ends. */
const AT_ONCE = 20;

/**
 * The sender's tool says who used what they had signed up for, or who was mailed. Counts are all it hears back: it may be
 * repeated, and whom it names without need is not looked for in the answer.
 */
export const handler = httpFunction(async (call) => {
  const site = findSite(deps.sites, call.params['site'] ?? '');
  if (!site) throw unknownSite();
  const now = new Date();
  const report = readActivity(site, call, now);
  let recorded = 0;
  for (let start = 0; start < report.addresses.length; start += AT_ONCE) {
    const some = report.addresses.slice(start, start + AT_ONCE);
    const done = await Promise.all(some.map((address) => record(site.id, address, report, call.operator, now)));
    recorded += done.filter(Boolean).length;
  }
  return json(200, { reported: report.addresses.length, recorded });
});

async function record(
  site: string,
  address: string,
  { what, at, purpose }: ActivityReport,
  operator: string | undefined,
  now: Date,
): Promise<boolean> {
  const actor = { kind: 'operator', id: operator ?? 'unknown' } as const;
  const activity = { actor, what, ...(at && { at }), ...(purpose !== undefined && { purpose }) };
  const subject = await subjectId(deps.subjectKey, site, address);
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => reportActivity(entries, activity, moment),
  });
  return entry !== undefined;
}
