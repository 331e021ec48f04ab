import { asBackend, type Operator } from '../consent/entry';
import { reportActivity } from '../consent/keep/inactivity';
import type { ActivityReport } from '../http/activity-body';
import type { FeedbackReport } from '../http/feedback-body';
import type { LeavingReport } from '../http/leaving-body';
import { eachOf } from '../ledger/batches';
import { subjectId } from '../ledger/subject-id';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { takeBounce, takeComplaint } from './take-feedback';
import { takeLeaving } from './take-leaving';
import { takeStep } from './take-step';

/** How many people a report named, and for how many of them something was written down. */
export interface Counts {
  readonly reported: number;
  readonly recorded: number;
}

type ReportDeps = Pick<Deps, 'sites' | 'ledger' | 'vault' | 'subjectKey'>;

/** The sender's tool says who used what they had signed up for, or who was mailed. Repeating it is harmless. */
export async function takeActivity(
  deps: ReportDeps,
  site: Site,
  { addresses, what, at, purpose }: ActivityReport,
  operator: Operator,
  now: Date,
): Promise<Counts> {
  const activity = { actor: operator, what, ...(at && { at }), ...(purpose !== undefined && { purposes: [purpose] }) };
  return counted(addresses, async (address) => {
    const { entry } = await takeStep(deps, {
      subject: await subjectId(deps.subjectKey, site.id, address),
      now,
      decide: (_, entries, moment) => reportActivity(entries, activity, moment),
    });
    return entry !== undefined;
  });
}

/** The sender's tool says whose mail came back, and who complained. Repeating it is harmless. */
export async function takeFeedback(
  deps: ReportDeps,
  site: Site,
  { addresses, ids, kind, at }: FeedbackReport,
  operator: Operator,
  now: Date,
): Promise<Counts> {
  const report = { site: site.id, at, actor: operator } as const;
  const named = await Promise.all(addresses.map((address) => subjectId(deps.subjectKey, site.id, address)));
  const bounce = kind === 'permanent-bounce' ? 'permanent' : 'transient';
  return counted([...new Set([...named, ...ids])], async (subject) => {
    if (kind === 'complaint') return takeComplaint(deps, subject, report, now);
    return (await takeBounce(deps, subject, { ...report, bounce }, now)).isNews;
  });
}

/** A processor says who left there, or could not be reached. Repeating it is harmless. */
export async function takeLeavings(
  deps: ReportDeps,
  site: Site,
  { addresses, ids, processor, kind, purposes, at }: LeavingReport,
  operator: Operator,
  now: Date,
): Promise<Counts> {
  const actor = asBackend(operator);
  const said = JSON.stringify({ processor, kind, purposes, at: at.toISOString() });
  const report = { processor, kind, purposes, at, actor, reportedBy: 'api' as const, said };
  const named = await Promise.all(addresses.map((address) => subjectId(deps.subjectKey, site.id, address)));
  return counted([...new Set([...named, ...ids])], (subject) => takeLeaving(deps, site, subject, report, now));
}

async function counted<Person>(people: readonly Person[], take: (person: Person) => Promise<boolean>): Promise<Counts> {
  const recorded = await eachOf(people, take);
  return { reported: people.length, recorded: recorded.filter(Boolean).length };
}
