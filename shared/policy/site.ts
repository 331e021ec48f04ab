import { findings } from '../zod';
import { endingWith } from './closing';
import { inconsistencies } from './consistency';
import { siteSchema, type Site, type SiteInput } from './schema';

/** A site's configuration is wrong. Says everything that is, where it is, and what to do; thrown when it is loaded. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/**
 * Checks a site's configuration and fills in the defaults; where the site closes, each purpose ends with it.
 *
 * @throws {PolicyError} naming each thing that is wrong with it
 */
export function defineSite(input: SiteInput): Site {
  const parsed = siteSchema.safeParse(input);
  const wrong = parsed.success ? inconsistencies(parsed.data) : findings(parsed.error);
  if (!parsed.success || wrong.length > 0) {
    const list = wrong.map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`).join('\n');
    throw new PolicyError(`Site "${input.id}" cannot be used:\n${list}`);
  }
  const site = parsed.data;
  return { ...site, purposes: site.purposes.map((purpose) => endingWith(purpose, site)) };
}
