import { addDays, dayOf } from '../calendar';
import { deletionDue } from '../consent/decide/deletions';
import { dueOf } from '../consent/requests';
import { openCases, type Case } from '../ledger/cases';
import { askedDeletions } from '../ledger/deletions';
import { failedSince } from '../ledger/delivery-counts';
import { readRound } from '../ledger/review-rounds';
import { readWholeWorklist, type HeldDay } from '../ledger/worklist';
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
  /** Whether there are more than were counted. */
  readonly areMore?: true;
}

/** So many days what a processor could not be told is tried again by itself: from then on somebody has to see to it. */
const TRIED_FOR_DAYS = 3;

/** How much there is to do at a site, list by list: of the indexes alone, no history is read for it. */
export async function countWorklists(
  { audience }: Pick<Deps, 'audience'>,
  site: Site,
  now: Date,
): Promise<readonly Worklist[]> {
  const [cases, listed, round, failed, asked] = await Promise.all([
    openCases(audience, site.id, now),
    readWholeWorklist(audience, site.id, now),
    readRound(audience, site.id),
    failedSince(audience, site.id, now),
    askedDeletions(audience, site.id, now),
  ]);
  const held = (what: HeldDay['what']): string[] =>
    listed.flatMap((one) => one.held.filter((day) => day.what === what).map(({ day }) => day));
  const unused = listed.flatMap((one) => (one.unused && roundOf(one, round) ? [one.unused.deleteBy] : []));
  const days: Readonly<Record<Worklist['list'], readonly string[]>> = {
    requests: cases.filter((one) => !isMail(one)).map(dueOfCase),
    mails: cases.filter(isMail).map(dueOfCase),
    weighings: held('weighing'),
    review: unused,
    holds: held('hold'),
    restrictions: held('restriction'),
    deliveries: failed.since.map((since) => addDays(dayOf(new Date(since)), TRIED_FOR_DAYS)),
    deletions: asked.map(({ askedAt }) => deletionDue(askedAt)),
  };
  return WORKLISTS.map((list) => ({
    list,
    ...counted(days[list], dayOf(now)),
    ...(list === 'deliveries' && failed.areMore && { areMore: true as const }),
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
