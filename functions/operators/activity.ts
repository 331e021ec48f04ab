import { readActivity, type ActivityReport } from '../../shared/http/activity-body';
import { reportActivity as contract } from '../../shared/http/operations/report-activity';
import { on, serve } from '../../shared/http/serve';
import { reportActivity } from '../../shared/consent/keep/inactivity';
import { subjectId } from '../../shared/ledger/subject-id';
import { takeStep } from '../../shared/actions/take-step';
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
const report = on(contract, async ({ site, body, operator, now }, answer) => {
  const activity = readActivity(site, body, now);
  let recorded = 0;
  for (let start = 0; start < activity.addresses.length; start += AT_ONCE) {
    const some = activity.addresses.slice(start, start + AT_ONCE);
    const done = await Promise.all(some.map((address) => record(site.id, address, activity, operator, now)));
    recorded += done.filter(Boolean).length;
  }
  return answer.json(200, { reported: activity.addresses.length, recorded });
});

async function record(
  site: string,
  address: string,
  { what, at, purpose }: ActivityReport,
  operator: string,
  now: Date,
): Promise<boolean> {
  const actor = { kind: 'operator', id: operator } as const;
  const activity = { actor, what, ...(at && { at }), ...(purpose !== undefined && { purpose }) };
  const subject = await subjectId(deps.subjectKey, site, address);
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => reportActivity(entries, activity, moment),
  });
  return entry !== undefined;
}

export const handler = serve(deps.sites, report);
