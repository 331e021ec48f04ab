import { errorName, logger } from '../logger';
import { dialoguesOf } from '../consent/keep/dialogues';
import { addressGone, answerBy, dueForInactivity, wanted, type InactivityDue } from '../consent/keep/inactivity';
import type { Entry } from '../consent/entry';
import { languageFor } from '../consent/decide/language';
import { entryPurpose, fold, purposesInForce } from '../consent/fold';
import { lapseOver } from '../consent/keep/lapse-over';
import { perhapsInForce } from '../consent/not-understood';
import { endStale, readAllInForce, readReviewPosition, saveReviewPosition, type Member } from '../ledger/audience';
import type { ReviewPosition } from '../ledger/audience';
import { readChanges } from '../ledger/changes';
import { readClosings } from '../ledger/closings';
import { readHistory } from '../ledger/ledger';
import { addUpDays } from './add-up-days';
import { beginRounds, isLooking, listIfUnused, tellOfLists, workOffLists, type Lists } from './review-lists';
import { takeStep } from './take-step';
import { linkUrl } from '../links/link';
import { deliver } from './deliver';
import { stillInterestedLetter } from '../mail/letters';
import { everythingGoes } from '../policy/closing';
import { retentionOf } from '../policy/retention';
import type { Site } from '../policy/schema';
import { findSite, requirements } from '../policy/sites';
import type { Deps } from './deps';

/** What a review works with. */
type Reviewing = Pick<Deps, 'ledger' | 'vault' | 'audience' | 'sites' | 'links' | 'mail'>;

type Question = Extract<InactivityDue, { due: 'question' }>;

const PAGE = 25;
const NEVER = new Date(8.64e15);
/** A page, with a mail to each of its members, takes less. */
const RESERVE_MS = 10_000;
/** What the lists of operators leave of a run to all others. */
const FOR_OTHERS_MS = 7 * 60_000;

/** Somebody could not be reviewed. The others were, and the next round comes by again. */
class ReviewIncomplete extends Error {
  override readonly name = 'ReviewIncomplete';
}

/**
 * Once a day, asks who has not been heard of for long whether to go on, and ends what was not answered and what comes to the
 * longest time that registrations are kept. Begins the regular reviews of sites, lists for operators what these have to decide
 * about, ends what nobody decided about in time, and says where something waits. Adds up the counts of days that are over.
 *
 * Goes through the audience, which holds ids alone, page by page, and keeps its place after each: so a round that does not
 * fit into one run goes on with the next. A page done twice does no harm, as each person's history says what was done.
 *
 * @throws {ReviewIncomplete} so that somebody hears of it
 */
export async function reviewPeople(deps: Reviewing, remainingMs: () => number): Promise<void> {
  await tellOfClosings(deps, new Date());
  const lists = await beginRounds(deps, new Date());
  let failed = await workOffLists(deps, lists, () => remainingMs() > FOR_OTHERS_MS);
  let position = (await readReviewPosition(deps.audience)) ?? lanes(deps, lists)[0];
  while (position && remainingMs() > RESERVE_MS) {
    const { site, purpose, from } = position;
    const { members, next } = await readAllInForce(deps.audience, site, purpose, from, PAGE);
    failed += await reviewAll(deps, lists, members);
    position = next ? { site, purpose, from: next } : positionAfter(deps, lists, position);
    await saveReviewPosition(deps.audience, position);
  }
  for (const { id } of deps.sites) await addUpDays(deps, id, new Date(), () => remainingMs() > RESERVE_MS);
  tellOfLists(lists);
  if (failed > 0) throw new ReviewIncomplete();
}

/** Of a site that is closed and whose time for exports is over, everything has to go, and that is for operators to prove. */
async function tellOfClosings(deps: Reviewing, now: Date): Promise<void> {
  let count = 0;
  for (const site of deps.sites) {
    const goes = everythingGoes(site);
    if (!goes || now < goes || (await isDeleted(deps, site, goes, now))) continue;
    logger.info('closed site not deleted', { site: site.id });
    count += 1;
  }
  logger.info('closed sites not deleted', { count });
}

/** A statement is good until something is heard of anybody there again. */
async function isDeleted({ ledger, audience }: Reviewing, { id }: Site, goes: Date, now: Date): Promise<boolean> {
  const last = (await readClosings(ledger, id)).at(-1);
  if (!last || new Date(last.doneAt) < goes) return false;
  const { changes } = await readChanges(audience, id, last.doneAt, 1, now);
  return changes.length === 0;
}

/**
 * Every purpose that time alone can end, and while a review of the site looks for what is unused, each of its purposes; the members
 * are one after the other in the audience. None of a site of which everything went: not even a place is kept there.
 */
function lanes(deps: Reviewing, lists: Lists): ReviewPosition[] {
  const isThere = (site: Site): boolean => lists.now < (everythingGoes(site) ?? NEVER);
  return deps.sites.filter(isThere).flatMap((site) =>
    site.purposes
      .filter(({ id, endsOn, measures }) => {
        const { inactivity, registrationMaximum } = retentionOf(site, id);
        return isLooking(lists, site) || (inactivity ?? registrationMaximum ?? endsOn ?? measures);
      })
      .map(({ id: purpose }) => ({ site: site.id, purpose, from: { shard: 0 } })),
  );
}

/** Where the purpose is no longer there, the round is over. */
function positionAfter(deps: Reviewing, lists: Lists, { site, purpose }: ReviewPosition): ReviewPosition | undefined {
  const all = lanes(deps, lists);
  const here = all.findIndex((lane) => lane.site === site && lane.purpose === purpose);
  return here < 0 ? undefined : all[here + 1];
}

/**
 * Reads side by side, as most need nothing; acts one after the other, as the mail service takes so many mails in a second.
 *
 * @returns how many failed
 */
async function reviewAll(deps: Reviewing, lists: Lists, members: readonly Member[]): Promise<number> {
  const looks = await Promise.allSettled(members.map((member) => lookAt(deps, lists, member)));
  const acts: PromiseSettledResult<unknown>[] = [];
  for (const look of looks) {
    if (look.status === 'fulfilled' && look.value) acts.push(...(await Promise.allSettled([act(deps, look.value)])));
  }
  const failures = [...looks, ...acts].filter((result) => result.status === 'rejected');
  for (const { reason } of failures) logger.error('will be tried again', { error: errorName(reason) });
  return failures.length;
}

/** Somebody for whom there is something to do. */
interface Found {
  readonly site: Site;
  readonly member: Member;
  readonly entries: readonly Entry[];
  readonly due: InactivityDue | 'removal';
  readonly now: Date;
}

async function lookAt(deps: Reviewing, lists: Lists, member: Member): Promise<Found | undefined> {
  const site = findSite(deps.sites, member.site);
  if (!site) return undefined;
  const now = new Date();
  const { entries, all } = await readHistory(deps.ledger, member.subject, now);
  // What ended by time alone, its entries with it, told nobody.
  const isMember = purposesInForce(fold(entries, now)).has(member.purpose);
  // Only the version that knows what the person agreed to can tell whether they are to be asked, or are gone.
  if (!isMember && perhapsInForce(all, site).some(({ id }) => id === member.purpose)) return undefined;
  const due = isMember ? dueOf(site, entries, now) : 'removal';
  if (!due) await listIfUnused(deps, lists, site, { subject: member.subject, entries });
  return due && { site, member, entries, due, now };
}

/** Whoever comes to the longest time that registrations are kept is asked nothing any more. */
function dueOf(site: Site, entries: readonly Entry[], now: Date): InactivityDue | undefined {
  const step = lapseOver(entries, site, requirements(site), now);
  return step ? { due: 'lapse', step } : firstDue(site, entries, now);
}

/** Of several questions that are due on the same day, each has its turn as the round meets the person again. */
function firstDue(site: Site, entries: readonly Entry[], now: Date): InactivityDue | undefined {
  for (const { rule, has } of dialoguesOf(site)) {
    const due = dueForInactivity(entries, rule, now, { has, requires: requirements(site) });
    if (due) return due;
  }
  return undefined;
}

async function act(deps: Reviewing, found: Found): Promise<void> {
  const { due, member, now } = found;
  if (due === 'removal') await endStale(deps.audience, member, now);
  else if (due.due === 'lapse') await lapse(deps, found);
  else await ask(deps, found, due);
}

async function ask(
  deps: Reviewing,
  { site, member: { subject }, entries, now }: Found,
  { record: asked, purposes, lastActive, rule }: Question,
): Promise<void> {
  const record = { ...asked, language: languageFor(entries, fold(entries, now), asked) };
  const isAll = wanted(fold(entries, now)).size === purposes.length;
  const link = { subject, recordId: record.recordId, purposes: isAll ? [] : purposes };
  const about = [...wanted(fold(entries, now)).values()].filter(({ id }) => purposes.includes(id)).map(entryPurpose);
  const oneClick = { ...link, kind: 'unsubscribe' } as const;
  const letter = stillInterestedLetter(site, record.language, {
    purposes,
    lastActive,
    answerBy: answerBy(now, rule),
    addressGone: addressGone(answerBy(now, rule), rule),
    keepUrl: await linkUrl(deps.links, { ...link, kind: 'keep' }),
    withdrawUrl: await linkUrl(deps.links, oneClick),
    oneClick,
  });
  await deliver(deps, { site, subject, entries, record, purposes: about, kind: 'still-interested', letter, now });
}

/** Decided anew on what is there then, as the answer may come at the same moment. */
async function lapse(deps: Reviewing, { site, member: { subject }, now }: Found): Promise<void> {
  await takeStep(deps, {
    subject,
    now,
    decide: (_, entries, moment) => {
      const due = dueOf(site, entries, moment);
      return due?.due === 'lapse' ? due.step : undefined;
    },
  });
}
