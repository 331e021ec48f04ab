import { consumer } from '../../shared/consumer';
import { findSite } from '../../shared/policy/sites';
import { tellAll } from '../../shared/actions/tell-processors';
import { processors } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), processors: processors() };

/** Tells those who mail for a site what became of a person. */
export const handler = consumer(async ({ site: siteId, subject }) => {
  const site = findSite(deps.sites, siteId);
  if (site) await tellAll(deps, site, subject);
});
