import { consumer } from '../../shared/consumer';
import { servedSite } from '../../shared/actions/site-of';
import { tellAll } from '../../shared/actions/tell-processors';
import { processors } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(sites), vault: vault(), audience: audience(), processors: processors() };

/** Tells those who mail for a site what became of a person. */
export const handler = consumer(async ({ site: siteId, subject }) => {
  await tellAll(deps, servedSite(deps, siteId), subject);
});
