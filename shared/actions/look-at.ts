import type { Entry } from '../consent/entry';
import { dueByTime, inForce, nextLook } from '../consent/keep/next-look';
import { perhapsInForce } from '../consent/not-understood';
import { addDays, dayOf, startOfDay } from '../calendar';
import type { SubjectId } from '../ids';
import { endStale } from '../ledger/audience';
import { readMembersOf } from '../ledger/audience-pages';
import { readHistory, type History } from '../ledger/ledger';
import { lookAgain, readLookPlace, type DueLook, type Look } from '../ledger/looks';
import { everythingGoes } from '../policy/closing';
import type { Site } from '../policy/schema';
import { findSite, requirements } from '../policy/sites';
import { putIntoQueue } from '../queue';
import type { Deps } from './deps';
import { listIfUnused, type Lists } from './review-lists';
import { takeStep } from './take-step';

/** What a review works with. */
export type Reviewing = Pick<Deps, 'ledger' | 'vault' | 'audience' | 'sites' | 'mailerQueue'>;

/** Somebody to be looked at, because of their row in the index, or as one of all members. */
export type ToLookAt = DueLook | Omit<DueLook, 'day' | 'seen'>;

/** Each look takes at most so many steps; with more to do, the next goes on. */
const STEPS = 10;
/** What was not done, or cannot be told yet, is looked at with the next review, at whatever time of its day that is. */
export const tomorrow = (now: Date): Date => startOfDay(addDays(dayOf(now), 1));

/**
 * Does what time alone calls for about a person, as their history says now: has the mailer ask whether to go on, ends what was not
 * answered or is over, lists what a round finds unused, takes out of the audience what went without a word. Then gives them the day of
 * the next look: whoever was not asked by tomorrow is put into the mailer's queue once more.
 *
 * A crash leaves the row that led here, so that somebody looks again; what was done is in the history by then, or in the queue.
 */
export async function lookAt(deps: Reviewing, lists: Lists, whom: ToLookAt): Promise<void> {
  const { subject } = whom;
  const site = findSite(deps.sites, whom.site);
  const before = await readLookPlace(deps.audience, whom);
  if (!site || lists.now >= (everythingGoes(site) ?? NEVER))
    return lookAgain(deps.audience, whom, undefined, before, lists.now);
  let history = await readHistory(deps.ledger, subject, lists.now);
  const isUndecided = await takeOutStale(deps, site, whom, history);
  for (let n = 0; n < STEPS && (await isDone(deps, site, subject, history.entries)); n += 1) {
    history = await readHistory(deps.ledger, subject, new Date());
  }
  await listIfUnused(deps, lists, site, { subject, entries: history.entries });
  const now = new Date();
  await lookAgain(deps.audience, whom, next(site, whom, history.entries, isUndecided, lists, now), before, now);
}

const NEVER = new Date(8.64e15);

function next(
  site: Site,
  { subject }: ToLookAt,
  entries: readonly Entry[],
  isUndecided: boolean,
  { nextRounds }: Lists,
  now: Date,
): Look | undefined {
  const nextRound = nextRounds.get(site.id);
  // A site that closes begins no round any more.
  const rules = nextRound ? site : { ...site, retention: { ...site.retention, review: undefined } };
  const first = nextLook(entries, rules, now, nextRound);
  const at = isUndecided || (first && first <= now) ? tomorrow(now) : first;
  return at && { site: site.id, subject, at, purposes: inForce(entries, now) };
}

/**
 * What ended by time alone, its entries with it, told nobody.
 *
 * @returns whether only another version can tell what the person agreed to
 */
async function takeOutStale(
  { audience }: Reviewing,
  site: Site,
  { subject, purposes }: ToLookAt,
  { entries, all }: History,
): Promise<boolean> {
  const now = new Date();
  const there = inForce(entries, now);
  // A row says what was in force when it was written; of whom nothing is left, that can be more by now.
  const before = there.length === 0 ? site.purposes.map(({ id }) => id) : purposes;
  const gone = before.filter((id) => !there.includes(id));
  if (gone.length === 0) return false;
  const perhaps = perhapsInForce(all, site).map(({ id }) => id);
  const members = await readMembersOf(
    audience,
    site.id,
    [subject],
    gone.filter((id) => !perhaps.includes(id)),
  );
  for (const member of members) if (member.active || member.inForce) await endStale(audience, member, now);
  return gone.some((id) => perhaps.includes(id));
}

/** @returns whether something was done that the history shows */
async function isDone(deps: Reviewing, site: Site, subject: SubjectId, entries: readonly Entry[]): Promise<boolean> {
  const now = new Date();
  const due = dueByTime(entries, site, requirements(site), now);
  if (due?.due === 'lapse') return lapse(deps, site, subject, now);
  if (due) await putIntoQueue(deps.mailerQueue, [{ site: site.id, subject }]);
  return false;
}

/** Decided anew on what is there then, as the answer may come at the same moment. */
async function lapse(deps: Reviewing, site: Site, subject: SubjectId, now: Date): Promise<boolean> {
  const { entry } = await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => {
      const due = dueByTime(entries, site, requirements(site), moment);
      return due?.due === 'lapse' ? due.step : undefined;
    },
  });
  return entry !== undefined;
}
