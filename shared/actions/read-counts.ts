import { addDays, dayOf } from '../calendar';
import { added, NOTHING, tallyOf, type Tally } from '../consent/counts/tally';
import { readDays, readInForceBefore, readMarks, readPlaces, type Mark } from '../ledger/counts';
import type { Deps } from './deps';

export interface CountedDays {
  /** Day -> what happened on it; what is missing is nothing. */
  readonly days: ReadonlyMap<string, Tally>;
  /** By purpose: how many were in force before the first of them. */
  readonly before: Tally['inForce'];
}

/** What was counted at a site on the days from one to another, whether or not they were added up. */
export async function readCounts(
  { ledger }: Pick<Deps, 'ledger'>,
  site: string,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Date },
): Promise<CountedDays> {
  const today = dayOf(now);
  const until = to < today ? to : today;
  const [places, sums, earlier] = await Promise.all([
    readPlaces(ledger, site),
    readDays(ledger, site, from, until),
    readInForceBefore(ledger, site, from),
  ]);
  const upTo = new Map([...sums, ...earlier].map((sum) => [sum.day, sum.upTo]));
  const isOpen = ({ sk, countedAt }: Pick<Mark, 'sk' | 'countedAt'>): boolean =>
    countedAt >= (upTo.get(sk.split('#')[0] ?? '') ?? '');
  const begin = places.addedUpTo === undefined ? '0' : addDays(places.addedUpTo, 1);
  const late = [...places.late].filter(([day, countedAt]) => {
    return day < begin && day <= until && isOpen({ sk: day, countedAt });
  });
  const open = [...late.map(([day]) => readMarks(ledger, site, day, day)), readMarks(ledger, site, begin, until)];
  const marks = (await Promise.all(open)).flat().filter(isOpen);
  const days = new Map(sums.map(({ day, tally }) => [day, tally]));
  for (const { contribution } of marks.filter((mark) => mark.contribution.day >= from)) {
    const { day } = contribution;
    days.set(day, added(days.get(day) ?? NOTHING, tallyOf([contribution])));
  }
  const missed = tallyOf(marks.filter((mark) => mark.contribution.day < from).map((mark) => mark.contribution));
  const before = [...earlier, missed].map(({ inForce }): Tally => ({ cells: {}, inForce })).reduce(added, NOTHING);
  return { days, before: before.inForce };
}
