import { logger } from '../../shared/logger';
import { openCases } from '../../shared/ledger/cases';
import { sites } from '../deps/sites';
import { audience } from '../deps/tables';

const deps = { audience: audience(), sites };

const PATIENCE_MS = 24 * 60 * 60 * 1000;

/** Mails wait to be read for longer than a day; who wrote them may want no more mail. `npm run cli -- cases` lists them. */
class CasesWait extends Error {
  override readonly name = 'CasesWait';
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
    const late = (await openCases(deps.audience, site, now)).filter(
      ({ since }) => now.getTime() - Date.parse(since) > PATIENCE_MS,
    );
    if (late.length > 0) logger.warn('cases wait', { site, count: late.length });
    waiting += late.length;
  }
  if (waiting > 0) throw new CasesWait();
}
