import { addDays, dayOf } from '../calendar';
import { deletionDue } from '../consent/decide/deletions';
import { dueOf } from '../consent/requests';
import { countableCases, type Case } from '../ledger/cases';
import { countableDeletions } from '../ledger/deletions';
import { failedSince } from '../ledger/delivery-counts';
import type { Countable } from '../ledger/dynamo';
import { readRound } from '../ledger/review-rounds';
import { countableWorklist, type HeldDay } from '../ledger/worklist';
import type { Site } from '../policy/schema';
import { WORKLISTS } from '../http/shapes/worklists';
import type { Deps } from './deps';
import { roundOf } from './list-reviews';

export interface Worklist {
  readonly list: (typeof WORKLISTS)[number];
  readonly open: number;
  /** Those whose day is over. */
  readonly overdue: number;
  /** The next day of those whose day is not over. ISO 8601. */
  readonly nextDue?: string;
  /** Whether there may be more than were counted. */
  readonly areMore?: true;
}

/** So many days what a processor could not be told is tried again by itself: from then on somebody has to see to it. */
const TRIED_FOR_DAYS = 3;

/** How much there is to do at a site, list by list: of the indexes alone, up to a few thousand rows of each; no history is read for it. */
export async function countWorklists(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  now: Date,
): Promise<readonly Worklist[]> {
  const [cases, listed, failed, asked, round] = await Promise.all([
    countableCases(audience, site.id, now),
    countableWorklist(audience, site.id, now),
    failedSince(audience, site.id, now),
    countableDeletions(audience, site.id, now),
    readRound(audience, site.id),
  ]);
  const held = (what: HeldDay['what']): string[] =>
    listed.items.flatMap((one) => one.held.filter((day) => day.what === what).map(({ day }) => day));
  const unused = listed.items.flatMap((one) => (one.unused && roundOf(one, round) ? [one.unused.deleteBy] : []));
  const days: Readonly<Record<Worklist['list'], readonly string[]>> = {
    requests: cases.items.filter((one) => !isMail(one)).map(dueOfCase),
    mails: cases.items.filter(isMail).map(dueOfCase),
    weighings: held('weighing'),
    review: unused,
    holds: held('hold'),
    restrictions: held('restriction'),
    deliveries: failed.items.map((since) => addDays(dayOf(new Date(since)), TRIED_FOR_DAYS)),
    deletions: asked.items.map(({ askedAt }) => deletionDue(askedAt)),
  };
  const indexes: Readonly<Record<Worklist['list'], Countable<unknown>>> = {
    ...{ requests: cases, mails: cases },
    ...{ weighings: listed, review: listed, holds: listed, restrictions: listed },
    ...{ deliveries: failed, deletions: asked },
  };
  return WORKLISTS.map((list) => ({
    list,
    ...counted(days[list], dayOf(now)),
    ...(indexes[list].areMore && { areMore: true as const }),
  }));
}

/** A mail that nobody has written down yet what it wants. */
const isMail = ({ wish }: Case): boolean => wish === undefined;

const dueOfCase = ({ receivedOn, since, isExtended = false }: Case): string =>
  dueOf(receivedOn ?? dayOf(new Date(since)), isExtended);

function counted(days: readonly string[], today: string): Omit<Worklist, 'list'> {
  const [next] = days.filter((day) => day >= today).sort();
  const overdue = days.filter((day) => day < today).length;
  return { open: days.length, overdue, ...(next !== undefined && { nextDue: next }) };
}
