import { consumer } from '../shared/api/consumer';
import { findSite } from '../shared/policy/sites';
import { tellAll } from '../shared/processors/tell';

/** Tells those who mail for a site what became of a person. */
export const handler = consumer(async ({ site: siteId, subject }) => {
  const site = findSite(siteId);
  if (site) await tellAll(site, subject);
});
