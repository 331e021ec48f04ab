import { consumer } from '../../shared/consumer';
import { logger } from '../../shared/logger';
import { applyEnds, followStep } from '../../shared/ledger/ends';
import { findSite } from '../../shared/policy/sites';
import { sites } from '../deps/sites';
import { ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault() };

/**
 * The only function that may delete what is in ledger and vault, or change it: their ends are all that it changes, and the summary of
 * a long history. Who is told of no step looks at everything.
 */
export const handler = consumer(async ({ site, subject, seq }) => {
  const apply = seq === undefined ? applyEnds : followStep;
  const { deleted, missing } = await apply(deps, subject, (id) => findSite(deps.sites, id), new Date());
  if (deleted > 0) logger.info('deleted at their end', { site, count: deleted });
  if (missing > 0) logger.error('parts missing', { site, count: missing });
});
