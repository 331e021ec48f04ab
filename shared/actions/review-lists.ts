import { canonicalJson } from '../canonical';
import { dayOf, plus, startOfDay } from '../calendar';
import { droppedIn } from '../consent/decide/review-decisions';
import type { Entry } from '../consent/entry';
import { heldDays, unusedIn, waitingOf, type Round, type Waiting } from '../consent/keep/yearly-review';
import type { SubjectId } from '../ids';
import { readHistory } from '../ledger/ledger';
import { readListPlace, saveListPlace, type ListPlace, type Waits } from '../ledger/list-places';
import { roundAt } from '../ledger/review-rounds';
import { forgetUnused, listHeld, listUnused, readWorklist, unlist, type Listed } from '../ledger/worklist';
import { errorName, logger } from '../logger';
import { isClosed } from '../policy/closing';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import type { Deps } from './deps';
import { roundOf } from './list-reviews';
import { takeStep } from './take-step';

type Reviewing = Pick<Deps, 'ledger' | 'vault' | 'audience' | 'sites'>;

const PAGE = 25;

/** Operators are warned for so long before what they have not decided about goes; and have so long at least, however late it was found. */
const WARNING = 'P7D';

const NOTHING: Waits = { undecided: 0, ending: 0, due: 0 };

/** The rounds that are under way, and what the run of a review came upon. */
export interface Lists {
  readonly now: Date;
  /** By site; missing where there is none. */
  readonly rounds: ReadonlyMap<string, Round>;
  /** By site, when the next round begins; missing where there is never one. */
  readonly nextRounds: ReadonlyMap<string, Date>;
  readonly waits: Map<string, Waits>;
}

/** Begins the rounds of those sites for which it is time; a closed one has none, as everything of it goes anyway. */
export async function beginRounds({ audience, sites }: Reviewing, now: Date): Promise<Lists> {
  const rounds = new Map<string, Round>();
  const nextRounds = new Map<string, Date>();
  for (const site of sites) {
    const { id, retention } = site;
    if (isClosed(site, now) || !retention.review) continue;
    const { round, next } = await roundAt(audience, id, retention.review, now);
    nextRounds.set(id, next);
    if (round) rounds.set(id, round);
  }
  return { now, rounds, nextRounds, waits: new Map(sites.map(({ id }) => [id, NOTHING])) };
}

/** Whether a round still looks for people: until what it found is over, and a week more, for whom it came upon late. */
export function isLooking({ rounds, now }: Lists, site: Site): boolean {
  const round = rounds.get(site.id);
  return round !== undefined && now < plus(startOfDay(round.deleteBy), WARNING);
}

/** R11: puts somebody on the list of their site whose consents its round finds unused. */
export async function listIfUnused(
  deps: Reviewing,
  lists: Lists,
  site: Site,
  { subject, entries }: { readonly subject: SubjectId; readonly entries: readonly Entry[] },
): Promise<void> {
  const round = lists.rounds.get(site.id);
  if (!round || !isLooking(lists, site) || !unusedIn(entries, site, round, lists.now)) return;
  const soonest = dayOf(plus(lists.now, WARNING));
  const deleteBy = round.deleteBy > soonest ? round.deleteBy : soonest;
  const unused = { began: round.began.toISOString(), deleteBy };
  const isNew = await listUnused(deps.audience, site.id, { subject, seen: lists.now.toISOString(), unused });
  if (isNew) lists.waits.set(site.id, sum(lists.waits.get(site.id) ?? NOTHING, undecided(lists, unused)));
}

/** A list that is gone through. */
interface Walk {
  readonly site: Site;
  /** As it was before this run. */
  readonly begun: ListPlace | undefined;
  /** Undefined at the beginning of the list. */
  after: SubjectId | undefined;
  /** Whether this run began at the beginning of the list. */
  isWhole: boolean;
  isDone: boolean;
  found: Waits;
  before: Waits | undefined;
}

/**
 * Goes through the lists of all sites. What is unused and has come to its day goes, as nobody decided about it; a hold or a
 * restriction never does. Whoever has nothing any more that is to be decided is taken off.
 *
 * The lists take turns, a page of each; where there is no time for all of it the next run goes on with the page after, so that nobody
 * waits for ever behind others. A crash leaves the places of the run before; a page done twice does no harm.
 *
 * @param isTime asked after each turn
 * @returns how many failed
 */
export async function workOffLists(deps: Reviewing, lists: Lists, isTime: () => boolean): Promise<number> {
  const { now } = lists;
  const walks = await Promise.all(
    deps.sites.map(async (site): Promise<Walk> => {
      const begun = await readListPlace(deps.audience, site.id, now);
      const { after, found = NOTHING, before } = begun ?? {};
      return { site, begun, after, isWhole: after === undefined, isDone: false, found, before };
    }),
  );
  let failed = 0;
  for (let open = walks; open.length > 0 && (open === walks || isTime()); open = open.filter(({ isDone }) => !isDone)) {
    for (const walk of open) failed += await workOffPage(deps, lists, walk);
  }
  for (const { site, begun, after, found, before, isDone } of walks) {
    lists.waits.set(site.id, isDone ? found : most(found, before));
    const place = isDone ? undefined : { after, found, before };
    if (place || begun) await saveListPlace(deps.audience, site.id, place, now);
  }
  return failed;
}

/** @returns how many failed */
async function workOffPage(deps: Reviewing, lists: Lists, walk: Walk): Promise<number> {
  const page = await readWorklist(deps.audience, walk.site.id, { after: walk.after, limit: PAGE, now: lists.now });
  const done = await Promise.allSettled(page.listed.map((listed) => workOff(deps, lists, walk.site, listed)));
  const failures = done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  for (const reason of failures) logger.error('will be tried again', { error: errorName(reason) });
  const found = done.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  walk.found = found.reduce(sum, walk.found);
  walk.after = page.next;
  if (page.next !== undefined) return failures.length;
  walk.isDone = walk.isWhole;
  if (!walk.isDone) {
    // What lies before the place is looked at today, too, if there is time.
    [walk.before, walk.found, walk.isWhole] = [walk.found, NOTHING, true];
  }
  return failures.length;
}

/** @returns what waits of that person */
async function workOff(deps: Reviewing, lists: Lists, site: Site, listed: Listed): Promise<Waits> {
  const { now } = lists;
  const { subject, unused } = listed;
  const round = roundOf(listed, lists.rounds.get(site.id));
  const { entries } = await readHistory(deps.ledger, subject, now);
  const waiting = waitingOf(entries, site, round, now);
  if (waiting.length === 0) {
    await unlist(deps.audience, site.id, listed, now);
    return NOTHING;
  }
  if (unused !== undefined && !waiting.some(({ what }) => what === 'unused')) {
    await forgetUnused(deps.audience, site.id, listed);
  }
  await listDaysAgain(deps, site, listed, waiting, now);
  const isOver = unused !== undefined && unused.deleteBy <= dayOf(now);
  let waits = NOTHING;
  for (const one of waiting) {
    if (one.what !== 'unused') waits = sum(waits, { ...NOTHING, due: one.reviewBy <= dayOf(now) ? 1 : 0 });
    else if (round && isOver) await drop(deps, site, subject, round, now);
    else waits = sum(waits, undecided(lists, unused));
  }
  return waits;
}

/** The days on the list are those of the history, also where a message was lost, or the site says otherwise by now. */
async function listDaysAgain(
  { audience }: Reviewing,
  site: Site,
  { subject, held: known }: Listed,
  waiting: readonly Waiting[],
  now: Date,
): Promise<void> {
  const held = heldDays(waiting);
  if (canonicalJson(held) === canonicalJson(known)) return;
  await listHeld(audience, site.id, { subject, seen: now.toISOString(), held });
}

/** Decided anew on what is there then: an operator may keep it, or the person show that they want it, at the same moment. */
async function drop(deps: Reviewing, site: Site, subject: SubjectId, round: Round, now: Date): Promise<void> {
  const decide = droppedIn({ site, requires: requirements(site), operator: { kind: 'system' }, told: {} }, round);
  await takeStep(deps, { subject, now, decide: (_, ...seen) => decide(...seen) });
}

function undecided({ now }: Lists, unused: Listed['unused']): Waits {
  const isEnding = unused !== undefined && unused.deleteBy <= dayOf(plus(now, WARNING));
  return { undecided: 1, ending: isEnding ? 1 : 0, due: 0 };
}

const each = (one: Waits, other: Waits, of: (one: number, other: number) => number): Waits => ({
  undecided: of(one.undecided, other.undecided),
  ending: of(one.ending, other.ending),
  due: of(one.due, other.due),
});

const sum = (one: Waits, other: Waits): Waits => each(one, other, (a, b) => a + b);

/** Of a list that was not gone through to its end: what is known of it. */
const most = (one: Waits, other: Waits = NOTHING): Waits => each(one, other, Math.max);

/** Alarms go by the counts of sites; whoever gets one finds here which they are. Said every day until it was decided. */
export function tellOfLists({ waits }: Lists): void {
  const due = [...waits].map(([site, one]) => ({ site, count: one.undecided + one.due })).filter(isAny);
  const ending = [...waits].map(([site, one]) => ({ site, count: one.ending })).filter(isAny);
  for (const one of due) logger.info('regular review due', one);
  for (const one of ending) logger.info('regular review ending', one);
  logger.info('regular reviews due', { count: due.length });
  logger.info('regular reviews ending', { count: ending.length });
}

const isAny = ({ count }: { readonly count: number }): boolean => count > 0;
