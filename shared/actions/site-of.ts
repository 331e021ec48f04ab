import type { AnyEntry } from '../consent/read-entry';
import { findSite } from '../policy/sites';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** The site that a person is known to, also by steps that this version does not understand; undefined where it is there no more. */
export function siteOf(deps: Pick<Deps, 'sites'>, [first]: readonly AnyEntry[]): Site | undefined {
  return first && findSite(deps.sites, first.site);
}

/** A step of a site that is not served. Perhaps it was left out by mistake, so what is to be done for it is kept. */
export class SiteNotServed extends Error {
  override readonly name = 'SiteNotServed';
}

/**
 * The site that a consumer has to do something for.
 *
 * @throws {SiteNotServed} so that the message stays in its queue, comes again, and is heard of at last
 */
export function servedSite(deps: Pick<Deps, 'sites'>, id: string): Site {
  const site = findSite(deps.sites, id);
  if (!site) throw new SiteNotServed();
  return site;
}
