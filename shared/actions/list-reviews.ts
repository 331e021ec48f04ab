import { dayOf } from '../calendar';
import { waitingOf, type Round, type Waiting } from '../consent/keep/yearly-review';
import { headOf } from '../consent/standing';
import type { SubjectId } from '../ids';
import { readHistory } from '../ledger/ledger';
import { readRound } from '../ledger/review-rounds';
import { readWorklist, type Listed } from '../ledger/worklist';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';
import { holdLabels } from './hold-labels';

interface Wanted {
  readonly after: SubjectId | undefined;
  readonly limit: number;
  readonly now: Date;
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

export interface ReviewsPage {
  readonly round: Round | undefined;
  readonly waiting: readonly Shown[];
  readonly next: SubjectId | undefined;
}

/** A page of what operators have to decide about at a site, by the histories as they are now. */
export async function pageOfReviews(
  deps: Pick<Deps, 'ledger' | 'vault' | 'audience'>,
  site: Site,
  wanted: Wanted,
): Promise<ReviewsPage> {
  const round = await readRound(deps.audience, site.id);
  const { listed, next } = await readWorklist(deps.audience, site.id, wanted);
  const waiting = await Promise.all(listed.map((one) => waitingAbout(deps, site, one, round, wanted.now)));
  return { round, waiting: waiting.flat(), next };
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
