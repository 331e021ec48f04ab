import { PolicyError } from '../shared/policy/site';
import type { Site } from '../shared/policy/schema';

/**
 * SES sends from the stack's own domains, and from nothing else: a site with another sender could never mail anybody.
 *
 * @throws {PolicyError} naming each such site
 */
export function needSenders(sites: readonly Site[], domains: readonly string[]): void {
  const strangers = sites.filter(({ sender }) => !domains.some((domain) => isIn(domain, sender.address)));
  if (strangers.length === 0) return;
  const list = strangers.map(({ id, sender }) => `  Site "${id}" sends from ${sender.address}.`).join('\n');
  throw new PolicyError(
    `${list}\n  Mail can be sent from ${domains.join(', ')} only: add the other domains (senderDomains of the stage), ` +
      `or change the sites.`,
  );
}

/** SES lets the owner of a domain send from its subdomains, too. */
function isIn(domain: string, address: string): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`);
}
