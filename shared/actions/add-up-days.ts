import { addDays, dayOf } from '../calendar';
import { added, NOTHING, tallyOf } from '../consent/counts/tally';
import { eachOf } from '../ledger/batches';
import {
  clearLate,
  emptyMark,
  firstCountedDay,
  readDays,
  readMarks,
  readPlaces,
  saveDay,
  savePlace,
} from '../ledger/counts';
import { OPEN_DAYS } from '../ledger/count-step';
import type { Deps } from './deps';

/** By far longer than a step that is being counted takes to be saved. */
const SETTLED_MS = 60 * 60 * 1000;

/**
 * Adds up the days of a site that are over, and those of which something was counted late; what the marks said of single steps goes.
 * First the sum, then the marks, then the place: wherever it stops, whoever reads counts each step once, as the sum says up to which
 * moment it goes, and the next run goes on.
 *
 * @param isTime asked after each day
 */
export async function addUpDays(
  deps: Pick<Deps, 'ledger'>,
  site: string,
  now: Date,
  isTime: () => boolean,
): Promise<void> {
  const { ledger } = deps;
  const settled = new Date(now.getTime() - SETTLED_MS);
  // What is counted from then on of a day up to this one is late, and says so.
  const last = addDays(dayOf(settled), -OPEN_DAYS - 1);
  const { addedUpTo, late } = await readPlaces(ledger, site);
  for (const [day, countedAt] of late) {
    if (addedUpTo === undefined || day > addedUpTo || !isTime()) continue;
    await addUp(deps, site, day, settled);
    if (countedAt < settled.toISOString()) await clearLate(ledger, site, day, countedAt);
  }
  let from = addedUpTo === undefined ? undefined : addDays(addedUpTo, 1);
  while (isTime()) {
    const day = await firstCountedDay(ledger, site, from);
    if (day === undefined || day > last) return;
    await addUp(deps, site, day, settled);
    await savePlace(ledger, site, day);
    from = addDays(day, 1);
  }
}

async function addUp({ ledger }: Pick<Deps, 'ledger'>, site: string, day: string, settled: Date): Promise<void> {
  const [sum] = await readDays(ledger, site, day, day);
  const upTo = settled.toISOString();
  const marks = (await readMarks(ledger, site, day, day)).filter(({ countedAt }) => countedAt < upTo);
  if (marks.length === 0) return;
  const open = marks.filter(({ countedAt }) => countedAt >= (sum?.upTo ?? ''));
  const tally = added(sum?.tally ?? NOTHING, tallyOf(open.map(({ contribution }) => contribution)));
  // Whoever was quicker empties the marks that are in theirs.
  if (open.length > 0 && !(await saveDay(ledger, site, { day, tally, upTo }, sum?.upTo))) return;
  await eachOf(marks, (mark) => emptyMark(ledger, mark));
}
