import { consumer } from '../../shared/consumer';
import { logger } from '../../shared/logger';
import { applyEnds } from '../../shared/ledger/ends';
import { findSite } from '../../shared/policy/sites';

/** The only function that may delete what is in ledger and vault, or change it: `expiresAt` is all that it changes. */
export const handler = consumer(async ({ site, subject }) => {
  const count = await applyEnds(subject, findSite, new Date());
  if (count > 0) logger.info('deleted at their end', { site, count });
});
