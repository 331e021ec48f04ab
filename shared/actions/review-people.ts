import { canonicalHash } from '../canonical';
import { readAllInForce } from '../ledger/audience';
import { eachOf } from '../ledger/batches';
import { readChanges } from '../ledger/changes';
import { readClosings } from '../ledger/closings';
import { lookBy, LOOKS, readDue } from '../ledger/looks';
import { readProgress, saveProgress, type ReviewProgress, type WalkPosition } from '../ledger/review-progress';
import { errorName, logger } from '../logger';
import { everythingGoes } from '../policy/closing';
import { retentionOf } from '../policy/retention';
import type { Site } from '../policy/schema';
import { addUpDays } from './add-up-days';
import { lookAt, tomorrow, type Reviewing, type ToLookAt } from './look-at';
import { beginRounds, tellOfLists, workOffLists, type Lists } from './review-lists';

const PAGE = 25;
const NEVER = new Date(8.64e15);
/** A page takes less. */
const RESERVE_MS = 10_000;
/** What the lists of operators leave of a run to all others. */
const FOR_OTHERS_MS = 7 * 60_000;
/** What whoever has their day leaves of it to those who may have one by new rules, and these to counts. */
const FOR_WALK = 1 / 5;
const FOR_COUNTS = 1 / 20;

/** Somebody could not be reviewed. The others were, and the next run comes by again. */
class ReviewIncomplete extends Error {
  override readonly name = 'ReviewIncomplete';
}

/**
 * Once a day, has those asked who have not been heard of for long whether to go on, and ends what was not answered and what comes to the
 * longest time that registrations are kept. Begins the regular reviews of sites, lists for operators what these have to decide
 * about, ends what nobody decided about in time, and says where something waits. Adds up the counts of days that are over.
 *
 * Whom to look at is found by an index of days, which holds ids alone; what is due, each person's history says. So a run costs what
 * is due and not what there is. Where the rules of a site are new, all its members are looked at once, and have a day by these then.
 * What does not fit into one run goes on with the next; done twice it does no harm.
 *
 * @throws {ReviewIncomplete} so that somebody hears of it
 */
export async function reviewPeople(deps: Reviewing, remainingMs: () => number): Promise<void> {
  await tellOfClosings(deps, new Date());
  const lists = await beginRounds(deps, new Date());
  const all = remainingMs();
  const isTime = (left: number) => (): boolean => remainingMs() > Math.max(RESERVE_MS, all * left);
  const onLists = await workOffLists(deps, lists, () => remainingMs() > FOR_OTHERS_MS);
  const begun = await withoutOldRules(deps);
  const failed = await workOffDays(deps, lists, isTime(FOR_WALK));
  const walked = await walkMembers(deps, lists, begun, isTime(FOR_COUNTS));
  for (const { id } of deps.sites) await addUpDays(deps, id, new Date(), isTime(0));
  tellOfLists(lists);
  if (onLists + failed + walked > 0) throw new ReviewIncomplete();
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
 * How far the review is. Durable before anybody is looked at by new rules: where the old ones come back, people have other days by then,
 * and all are looked at once more.
 */
async function withoutOldRules({ audience, sites }: Reviewing): Promise<ReviewProgress> {
  const begun = await readProgress(audience);
  const current = new Map(sites.map((site) => [site.id, rulesOf(site)]));
  const rules = Object.entries(begun.rules).filter(([id, known]) => known === current.get(id));
  if (rules.length === Object.keys(begun.rules).length) return begun;
  const left = { ...begun, rules: Object.fromEntries(rules) };
  await saveProgress(audience, left);
  return left;
}

/**
 * Looks at everybody whose day has come, those of the earliest days first. Who is left over has a row for the next run.
 *
 * @returns how many failed
 */
async function workOffDays(deps: Reviewing, lists: Lists, isTime: () => boolean): Promise<number> {
  let failed = 0;
  const parts = [...LOOKS];
  for (let part = parts.shift(); part && isTime(); part = parts.shift()) {
    const { due, next } = await readDue(deps.audience, part, PAGE, new Date());
    failed += (await lookAtAll(deps, lists, due)).length;
    if (next) parts.push(next);
  }
  return failed;
}

/**
 * Looks at the members of sites whose rules are not those by which everybody there has a day: what comes sooner by them would be late.
 * Keeps its place after each page.
 *
 * @returns how many failed
 */
async function walkMembers(
  deps: Reviewing,
  lists: Lists,
  begun: ReviewProgress,
  isTime: () => boolean,
): Promise<number> {
  const sites = deps.sites.filter((site) => lists.now < (everythingGoes(site) ?? NEVER));
  let failed = 0;
  let progress = walkOf(sites, begun);
  await saveProgress(deps.audience, progress);
  for (let { walk } = progress; walk && isTime(); { walk } = progress) {
    const { members, next } = await readAllInForce(deps.audience, walk.site, walk.purpose, walk.from, PAGE);
    const people = members.map(({ site, subject, purpose }) => ({ site, subject, purposes: [purpose] }));
    const failures = await lookAtAll(deps, lists, people);
    // The walk does not come by again.
    const at = tomorrow(lists.now);
    await eachOf(failures, (whom) => lookBy(deps.audience, { ...whom, at }, lists.now));
    failed += failures.length;
    progress = next ? { ...progress, walk: { ...walk, from: next } } : afterLane(sites, progress, walk);
    await saveProgress(deps.audience, progress);
  }
  return failed;
}

/** What is left of a walk, or the next one. */
function walkOf(sites: readonly Site[], { rules, walk }: ReviewProgress): ReviewProgress {
  const isUnderWay = walk && sites.some((site) => site.id === walk.site && rulesOf(site) === walk.rules);
  return { rules, walk: isUnderWay ? walk : nextWalk(sites, rules) };
}

function afterLane(sites: readonly Site[], progress: ReviewProgress, walk: WalkPosition): ReviewProgress {
  const lanes = sites.filter(({ id }) => id === walk.site).flatMap(lanesOf);
  const purpose = lanes[lanes.indexOf(walk.purpose) + 1];
  if (purpose !== undefined) return { ...progress, walk: { ...walk, purpose, from: { shard: 0 } } };
  const rules = { ...progress.rules, [walk.site]: walk.rules };
  return { ...progress, rules, walk: nextWalk(sites, rules) };
}

function nextWalk(sites: readonly Site[], known: ReviewProgress['rules']): WalkPosition | undefined {
  const [walk] = sites.flatMap((site) => {
    const [rules, [purpose]] = [rulesOf(site), lanesOf(site)];
    const isNew = purpose !== undefined && known[site.id] !== rules;
    return isNew ? [{ site: site.id, purpose, from: { shard: 0 }, rules }] : [];
  });
  return walk;
}

/** Every purpose about which time alone can call for something; the members are one after the other in the audience. */
function lanesOf(site: Site): string[] {
  return site.purposes
    .filter(({ id, endsOn, measures }) => {
      const { inactivity, registrationMaximum, review } = retentionOf(site, id);
      return inactivity ?? registrationMaximum ?? review ?? endsOn ?? measures;
    })
    .map(({ id }) => id);
}

/** What the days of people follow from, besides their histories. */
function rulesOf({ retention, purposes }: Site): string {
  const ofPurposes = purposes.map(({ id, endsOn, measures, requires, retention: own }) => {
    return { id, endsOn, measures, requires, own };
  });
  return canonicalHash(JSON.parse(JSON.stringify({ retention, ofPurposes })) as object);
}

/**
 * Side by side, as most need little.
 *
 * @returns those about whom it failed
 */
async function lookAtAll<T extends ToLookAt>(deps: Reviewing, lists: Lists, people: readonly T[]): Promise<T[]> {
  const failures = await eachOf(people, async (whom) => {
    try {
      await lookAt(deps, lists, whom);
      return [];
    } catch (error) {
      logger.error('will be tried again', { error: errorName(error) });
      return [whom];
    }
  });
  return failures.flat();
}
