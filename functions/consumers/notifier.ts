import { consumer } from '../../shared/consumer';
import { findSite } from '../../shared/policy/sites';
import { tellAll } from '../../shared/actions/tell-processors';

/** Tells those who mail for a site what became of a person. */
export const handler = consumer(async ({ site: siteId, subject }) => {
  const site = findSite(siteId);
  if (site) await tellAll(site, subject);
});
