import { createHash } from 'node:crypto';
import { Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { ConsentLedgerProps } from './consent-ledger';

/** Cognito takes no host with these in it. */
const RESERVED = /aws|amazon|cognito/;
const LONGEST = 63;

/**
 * Begins the host of the token endpoint, and has to be free among all customers of AWS in the region. A host of ours is nobody
 * else's; without one, the stack's own name tells its stages apart.
 */
export function tokenHost(
  construct: IConstruct,
  { domain, senderDomains }: Pick<ConsentLedgerProps, 'domain' | 'senderDomains'>,
): string {
  const ours = domain?.domainName ?? `${Names.uniqueResourceName(construct, { maxLength: 40 })}.${senderDomains[0]}`;
  const name = ours.toLowerCase().replaceAll('.', '-').slice(0, LONGEST).replace(/-+$/, '');
  return RESERVED.test(name) ? `consent-${createHash('sha256').update(ours).digest('hex').slice(0, 16)}` : name;
}
