import { logger } from '../../shared/logger';
import { dayOf, plus } from '../../shared/calendar';
import { dueOf } from '../../shared/consent/requests';
import { openCases, type Case } from '../../shared/ledger/cases';
import { sites } from '../deps/sites';
import { audience } from '../deps/tables';

const deps = { audience: audience(), sites };

const PATIENCE_MS = 24 * 60 * 60 * 1000;

/** So many days before its day a request makes itself heard. */
const DAYS_AHEAD = 7;

/**
 * Mails wait to be read for longer than a day; who wrote them may want no more mail. Or a request has to be answered within a week.
 * `npm run cli -- cases` lists them.
 */
class CasesWait extends Error {
  override readonly name = 'CasesWait';
}

/** A mail within a day, as nobody knows yet what it wants; what an operator wrote down within a week of its day. */
function isLate({ since, wish, receivedOn = dayOf(new Date(since)), isExtended = false }: Case, now: Date): boolean {
  if (wish === undefined) return now.getTime() - Date.parse(since) > PATIENCE_MS;
  return dueOf(receivedOn, isExtended) <= dayOf(plus(now, `P${DAYS_AHEAD}D`));
}

/**
 * Once a day, looks whether anybody sees to what people wrote.
 *
 * @throws {CasesWait} so that somebody hears of it
 */
export async function handler(): Promise<void> {
  const now = new Date();
  let waiting = 0;
  for (const { id: site } of sites) {
    const late = (await openCases(deps.audience, site, now)).filter((open) => isLate(open, now));
    if (late.length > 0) logger.warn('cases wait', { site, count: late.length });
    waiting += late.length;
  }
  if (waiting > 0) throw new CasesWait();
}
