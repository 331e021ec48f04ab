import { dayOf, plus, startOfDay } from '../calendar';
import { droppedIn } from '../consent/decide/review-decisions';
import type { Entry } from '../consent/entry';
import { unusedIn, waitingOf, type Round } from '../consent/keep/yearly-review';
import type { SubjectId } from '../ids';
import { readHistory } from '../ledger/ledger';
import { roundAt } from '../ledger/review-rounds';
import { forgetUnused, listUnused, readWorklist, unlist, type Listed } from '../ledger/worklist';
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

/** What waits for the operators of a site. */
interface Waits {
  /** People with unused consents about which nobody has decided. */
  undecided: number;
  /** Those of them whose time to be decided about is nearly over. */
  ending: number;
  /** Holds and restrictions whose day of review has come. */
  due: number;
}

/** The rounds that are under way, and what the run of a review came upon. */
export interface Lists {
  readonly now: Date;
  /** By site; missing where there is none. */
  readonly rounds: ReadonlyMap<string, Round>;
  readonly waits: ReadonlyMap<string, Waits>;
}

/** Begins the rounds of those sites for which it is time; a closed one has none, as everything of it goes anyway. */
export async function beginRounds({ audience, sites }: Reviewing, now: Date): Promise<Lists> {
  const rounds = new Map<string, Round>();
  for (const site of sites) {
    const { id, retention } = site;
    const round = !isClosed(site, now) && retention.review && (await roundAt(audience, id, retention.review, now));
    if (round) rounds.set(id, round);
  }
  return { now, rounds, waits: new Map(sites.map(({ id }) => [id, { undecided: 0, ending: 0, due: 0 }])) };
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
  if (isNew) count(lists, site, undecided(lists, unused));
}

/**
 * Goes through the lists of all sites. What is unused and has come to its day goes, as nobody decided about it; a hold or a
 * restriction never does. Whoever has nothing any more that is to be decided is taken off.
 *
 * @param isTime asked after each page of a site; what is left is looked at by the next run, from the beginning
 * @returns how many failed
 */
export async function workOffLists(deps: Reviewing, lists: Lists, isTime: () => boolean): Promise<number> {
  let failed = 0;
  for (const site of deps.sites) {
    let after: SubjectId | undefined;
    do {
      const page = await readWorklist(deps.audience, site.id, { after, limit: PAGE, now: lists.now });
      const done = await Promise.allSettled(page.listed.map((listed) => workOff(deps, lists, site, listed)));
      for (const one of done) {
        if (one.status === 'fulfilled') continue;
        failed += 1;
        logger.error('will be tried again', { error: errorName(one.reason) });
      }
      after = page.next;
    } while (after !== undefined && isTime());
  }
  return failed;
}

async function workOff(deps: Reviewing, lists: Lists, site: Site, listed: Listed): Promise<void> {
  const { now } = lists;
  const { subject, unused } = listed;
  const round = roundOf(listed, lists.rounds.get(site.id));
  const { entries } = await readHistory(deps.ledger, subject, now);
  const waiting = waitingOf(entries, site, round, now);
  if (waiting.length === 0) return unlist(deps.audience, site.id, listed, now);
  if (unused !== undefined && !waiting.some(({ what }) => what === 'unused')) {
    await forgetUnused(deps.audience, site.id, listed);
  }
  const isOver = unused !== undefined && unused.deleteBy <= dayOf(now);
  for (const one of waiting) {
    if (one.what !== 'unused') count(lists, site, { due: one.reviewBy <= dayOf(now) });
    else if (round && isOver) await drop(deps, site, subject, round, now);
    else count(lists, site, undecided(lists, unused));
  }
}

/** Decided anew on what is there then: an operator may keep it, or the person show that they want it, at the same moment. */
async function drop(deps: Reviewing, site: Site, subject: SubjectId, round: Round, now: Date): Promise<void> {
  const decide = droppedIn({ site, requires: requirements(site), operator: { kind: 'system' }, told: {} }, round);
  await takeStep(deps, { subject, now, decide: (_, ...seen) => decide(...seen) });
}

function undecided({ now }: Lists, unused: Listed['unused']): Partial<Record<keyof Waits, boolean>> {
  return { undecided: true, ending: unused !== undefined && unused.deleteBy <= dayOf(plus(now, WARNING)) };
}

function count({ waits }: Lists, site: Site, found: Partial<Record<keyof Waits, boolean>>): void {
  const counts = waits.get(site.id);
  for (const name of Object.keys(found) as (keyof Waits)[]) if (counts && found[name]) counts[name] += 1;
}

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
