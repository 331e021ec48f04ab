import { dayOf, plus } from '../calendar';
import { waitingOf, type Round, type Waiting } from '../consent/keep/yearly-review';
import { headOf } from '../consent/standing';
import type { SubjectId } from '../ids';
import { eachOf } from '../ledger/batches';
import { readHistory } from '../ledger/ledger';
import { readNextRound, readRound } from '../ledger/review-rounds';
import { readWholeWorklist, readWorklist, type Listed } from '../ledger/worklist';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { holdLabels } from './hold-labels';

interface Wanted {
  readonly after: SubjectId | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** One list alone, by its day. */
interface WantedByDay {
  readonly what: Waiting['what'];
  readonly after: DayPlace | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** Whom a page ended with. */
export interface DayPlace {
  readonly day: string;
  readonly id: SubjectId;
}

/** Something of a person that waits, as operators are shown it. */
type Shown = { readonly id: SubjectId; readonly head: string; readonly isDue: boolean } & (
  | { readonly what: 'unused'; readonly purposes: readonly string[]; readonly since: string; readonly deleteBy: string }
  | (Extract<Waiting, { what: 'hold' | 'restriction' }> & { readonly label?: string | null })
  | {
      readonly what: 'weighing';
      readonly purposes: readonly string[];
      readonly since: string;
      readonly reviewBy: string;
    }
);

export interface Rounds {
  readonly round: Round | undefined;
  /** When the next one begins; undefined where the site has none. */
  readonly nextRound: Date | undefined;
}

interface ReviewsPage extends Rounds {
  readonly waiting: readonly Shown[];
  readonly next: SubjectId | undefined;
}

/** Before anybody asked for the first round, the time to it runs from now on. */
async function roundsOf({ audience }: Pick<Deps, 'audience'>, site: Site, now: Date): Promise<Rounds> {
  const rule = site.retention.review;
  const [round, next] = await Promise.all([
    readRound(audience, site.id),
    rule && readNextRound(audience, site.id, rule),
  ]);
  return { round, nextRound: rule && (next ?? plus(now, rule.every)) };
}

/** A page of what operators have to decide about at a site, by the histories as they are now. */
export async function pageOfReviews(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience'>,
  site: Site,
  wanted: Wanted,
): Promise<ReviewsPage> {
  const { round, nextRound } = await roundsOf(deps, site, wanted.now);
  const { listed, next } = await readWorklist(deps.audience, site.id, wanted);
  const waiting = await Promise.all(listed.map((one) => waitingAbout(deps, site, one, round, wanted.now)));
  return { round, nextRound, waiting: waiting.flat(), next };
}

/** A page of one list, with what is due first before the rest; by the days that the index has, and the histories as they are now. */
export async function pageOfReviewsByDay(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience'>,
  site: Site,
  { what, after, limit, now }: WantedByDay,
): Promise<Omit<ReviewsPage, 'next'> & { readonly next: DayPlace | undefined }> {
  const { round, nextRound } = await roundsOf(deps, site, now);
  const listed = await readWholeWorklist(deps.audience, site.id, now);
  const left = listed
    .flatMap((one) => {
      const [day] = daysOf(one, what, round);
      return day === undefined ? [] : [{ one, place: { day, id: one.subject } }];
    })
    .sort((one, other) => byDay(one.place, other.place))
    .filter(({ place }) => !after || byDay(place, after) > 0);
  const page = left.slice(0, limit);
  const waiting = await eachOf(page, ({ one }) => waitingAbout(deps, site, one, round, now));
  const next = page.length < left.length ? page.at(-1)?.place : undefined;
  return { round, nextRound, waiting: waiting.flat().filter((one) => one.what === what), next };
}

/** The days by which somebody is to be decided about, the first one first. */
function daysOf(listed: Listed, what: Waiting['what'], round: Round | undefined): readonly string[] {
  if (what === 'unused') return listed.unused && roundOf(listed, round) ? [listed.unused.deleteBy] : [];
  return listed.held
    .filter((one) => one.what === what)
    .map(({ day }) => day)
    .sort();
}

function byDay(one: DayPlace, other: DayPlace): number {
  const [a, b] = [`${one.day} ${one.id}`, `${other.day} ${other.id}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The round by which somebody was put on the list, unless another began since. */
export function roundOf({ unused }: Listed, round: Round | undefined): Round | undefined {
  return unused?.began === round?.began.toISOString() ? round : undefined;
}

async function waitingAbout(
  deps: Pick<Deps, 'ledger' | 'vault'>,
  site: Site,
  listed: Listed,
  round: Round | undefined,
  now: Date,
): Promise<Shown[]> {
  const { subject, unused } = listed;
  const { entries, all } = await readHistory(deps.ledger, subject, now);
  const labels = await holdLabels(deps, { subject, entries, now });
  return waitingOf(entries, site, roundOf(listed, round), now).map((one) => {
    const isDue = one.what === 'unused' || one.reviewBy <= dayOf(now);
    const about = { id: subject, head: headOf(all) ?? '', isDue };
    if (one.what === 'hold') return { ...about, ...one, label: labels.get(one.case) ?? null };
    if (one.what === 'restriction') return { ...about, ...one };
    if (one.what === 'weighing') {
      const { weighed, ...said } = one;
      return { ...about, ...said, purposes: weighed };
    }
    return { ...about, ...one, purposes: one.purposes.map(({ id }) => id), deleteBy: unused?.deleteBy ?? '' };
  });
}
