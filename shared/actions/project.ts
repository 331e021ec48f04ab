import type { Look } from '../consumer';
import type { Entry } from '../consent/entry';
import type { SubjectState } from '../consent/fold';
import { carriedOut } from '../consent/carried-out';
import { leavingsOf } from '../consent/leaving';
import { membershipsOf } from '../consent/membership';
import { perhapsInForce } from '../consent/not-understood';
import { stateAt } from '../consent/keep/state-at';
import { endMembership, saveAsOf, saveMember } from '../ledger/audience';
import { requestsOf } from '../consent/requests';
import { listCase, listClosedCase } from '../ledger/cases';
import { countStep } from '../ledger/count-step';
import { noteChange } from '../ledger/changes';
import { isSaidWhoLeft, noteLeaver } from '../ledger/leavers';
import { lookBy, lookSoon } from '../ledger/looks';
import { listHeld, settleUnused } from '../ledger/worklist';
import { inForce, nextLook } from '../consent/keep/next-look';
import { heldDays, reviewedByDay } from '../consent/keep/yearly-review';
import { stepType, type EntryType } from '../consent/steps';
import type { SubjectId } from '../ids';
import { readHistory, readWholeHistory, type History } from '../ledger/ledger';
import type { Site } from '../policy/schema';
import { findSite } from '../policy/sites';
import type { Deps } from './deps';
import { doneRow, endOfClosed, rowOf } from './requests';

/**
 * Counts the step. Keeps the audience in step with the ledger: for each purpose that a subject ever asked for, in or out. Then files the change,
 * for tools that keep in step by polling: one that looks finds at least what it says here. Whose data are held or restricted
 * is put on the list of what operators have to look at, with its days; mails that wait to be read come onto theirs again, should it have been lost.
 */
export async function project(deps: Pick<Deps, 'ledger' | 'audience' | 'sites'>, message: Look): Promise<void> {
  const { site, subject, seq } = message;
  const now = new Date();
  const { entries, all } = await readStep(deps, message, now);
  const told = entries.find((entry) => entry.seq === seq);
  const rules = findSite(deps.sites, site);
  // A use that was reported puts things off, or, where it is of long ago, brings them forward.
  if (told?.type === 'ActivityReported')
    return rules && haveLookedAt(deps, { site: rules, subject }, entries, now, told);
  if (told) await countStep(deps.ledger, entries, told, now);
  // Who is told of no step looks at the whole person, and files what changed last.
  const step = seq === undefined ? entries.findLast((entry) => stepType(entry).change(entry)) : told;
  const isThere = seq === undefined ? all.length > 0 : all.some((entry) => entry.seq === seq);
  const perhaps = new Set(perhapsInForce(all, rules).map(({ id }) => id));
  const seen: Seen = { step: told, state: stateAt(entries, rules, now), perhaps, now };
  await forget(deps, message, seen, rules);
  const members = membershipsOf(entries, seen.state, rules?.purposes ?? []).filter(
    ({ purpose, inForce }) => inForce || !perhaps.has(purpose),
  );
  await Promise.all(
    members.map((member) => saveMember(deps.audience, { ...member, site, subject, seen: now.toISOString() })),
  );
  const left = leavingsOf(entries, seen.state, members).filter(({ at }) => isSaidWhoLeft(at, now));
  await Promise.all(left.map((leaving) => noteLeaver(deps.audience, { ...leaving, site, subject })));
  // A step that is not there any more was deleted at once, with the person or with a part of what they had.
  const gone = members.length > 0 ? 'ended' : 'erased';
  const what = step ? stepType(step).change(step) : isThere ? undefined : gone;
  const last = entries.at(-1);
  await Promise.all([
    ...requestsOf(entries)
      .filter(({ closed }) => closed === undefined)
      .map((request) => listCase(deps.audience, site, rowOf(subject, request))),
    rules && listWhatWaits(deps, { site: rules, subject }, entries, seen),
    rules && haveLookedAt(deps, { site: rules, subject }, entries, now, told),
    ...(rules ? doneByItself(deps, rules, message, entries) : []),
    what && noteChange(deps.audience, { site, subject, what, at: step?.at ?? now.toISOString() }),
    last && saveAsOf(deps.audience, site, last.at),
  ]);
}

interface OfSite {
  readonly site: Site;
  readonly subject: SubjectId;
}

/**
 * Gives a person the day on which time alone may call for something, see `shared/ledger/looks.ts`. Who is told of no step doubts that
 * there is a row.
 */
async function haveLookedAt(
  { audience }: Pick<Deps, 'audience'>,
  { site, subject }: OfSite,
  entries: readonly Entry[],
  now: Date,
  told: Entry | undefined,
): Promise<void> {
  const at = nextLook(entries, site, now);
  const purposes = inForce(entries, now);
  const whom = { site: site.id, subject };
  if (at) return lookBy(audience, { ...whom, at, purposes }, now, { isSure: told !== undefined });
  // Who only signs up has no place that could be left.
  if (purposes.length === 0 && told?.type !== 'ConsentRequested') await lookSoon(audience, whom, now);
}

/** What can have been on the list of operators, so that it has to be looked whether it still is. */
const REVIEWED: ReadonlySet<string> = new Set([
  ...(['HoldPlaced', 'HoldLifted', 'ProcessingRestricted', 'RestrictionLifted'] as const),
  ...(['ObjectionRaised', 'ObjectionDecided', 'DataErased'] as const),
] satisfies EntryType[]);

/** Puts what is held, restricted or weighed onto the list of operators, with its days; and takes off what they decided. */
async function listWhatWaits(
  { audience }: Pick<Deps, 'audience'>,
  { site, subject }: OfSite,
  entries: readonly Entry[],
  { step, now }: Seen,
): Promise<void> {
  const held = heldDays(reviewedByDay(entries, site));
  if (held.length > 0 || entries.some(({ type }) => REVIEWED.has(type)))
    await listHeld(audience, site.id, { subject, seen: now.toISOString(), held });
  const isDecided =
    step?.type === 'ConsentLapsed' || (step?.type === 'KeptOnReview' && step.facts.reviewed === 'consents');
  if (isDecided) await settleUnused(audience, site.id, subject, step.at);
}

/** What the system did by itself is on the list of what is closed, as if an operator had. Twice is once. */
function doneByItself(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  { subject, seq }: Look,
  entries: readonly Entry[],
): Promise<void>[] {
  return carriedOut(entries)
    .filter(({ steps }) => seq === undefined || steps.includes(seq))
    .map((done) => listClosedCase(audience, site.id, doneRow(subject, done), endOfClosed(site, new Date(done.at))));
}

/** With the step that was told of, if it is still there: that a later one of its kind counts is no reason to call it gone. */
async function readStep({ ledger }: Pick<Deps, 'ledger'>, { subject, seq }: Look, now: Date): Promise<History> {
  const history = await readHistory(ledger, subject, now);
  const isLeftOut = !history.isWhole && seq !== undefined && !history.all.some((entry) => entry.seq === seq);
  return isLeftOut ? readWholeHistory(ledger, subject, now) : history;
}

interface Seen {
  /** The step that was told of, if it is still there. */
  readonly step: Entry | undefined;
  readonly state: SubjectState;
  /** Purposes that may be in force, for all that this version knows: their rows are left to the one that knows. */
  readonly perhaps: ReadonlySet<string>;
  readonly now: Date;
}

/** What a step ended can be deleted at once, with the step or before it: what is not left is in no audience. */
async function forget(
  deps: Pick<Deps, 'ledger' | 'audience' | 'sites'>,
  { site, subject }: Look,
  { step, state, perhaps, now }: Seen,
  rules: Site | undefined,
): Promise<void> {
  const left = new Set(state.flatMap(({ purposes }) => purposes.map(({ id }) => id)));
  if (step?.purposes.every(({ id }) => left.has(id))) return;
  const gone = (rules?.purposes ?? []).filter(({ id }) => !left.has(id) && !perhaps.has(id));
  await Promise.all(gone.map(({ id }) => endMembership(deps.audience, site, id, subject, now.toISOString())));
}
