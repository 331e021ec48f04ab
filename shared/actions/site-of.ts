import type { AnyEntry } from '../consent/read-entry';
import { findSite } from '../policy/sites';
import type { Site } from '../policy/schema';
import type { Deps } from './deps';

/** The site that a person is known to, also by steps that this version does not understand; undefined where it is there no more. */
export function siteOf(deps: Pick<Deps, 'sites'>, [first]: readonly AnyEntry[]): Site | undefined {
  return first && findSite(deps.sites, first.site);
}
