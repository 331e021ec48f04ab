import { CfnOutput } from 'aws-cdk-lib';
import { CnameRecord, type IHostedZone } from 'aws-cdk-lib/aws-route53';
import { type ConfigurationSet, EmailIdentity, type IEmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';

export interface DomainIdentityProps {
  /** The configuration set for mails from the domain. */
  readonly configurationSet?: ConfigurationSet;
  /** The domains that SES knows already: neither made nor deleted with the stack. */
  readonly domainsInSes: readonly string[];
  /**
   * Where to put the DKIM records, if the domain is in it.
   * @default - they are outputs of the stack, to be added by hand
   */
  readonly hostedZone?: IHostedZone | undefined;
}

/** Shows SES that a domain is ours, unless it knows. */
export function domainIdentity(
  scope: Construct,
  domain: string,
  { configurationSet, domainsInSes, hostedZone }: DomainIdentityProps,
): IEmailIdentity {
  if (domainsInSes.includes(domain)) return EmailIdentity.fromEmailIdentityName(scope, domain, domain);
  const identity = new EmailIdentity(scope, domain, {
    identity: Identity.domain(domain),
    ...(configurationSet && { configurationSet }),
  });
  const isInZone = hostedZone !== undefined && `.${domain}`.endsWith(`.${hostedZone.zoneName}`);
  identity.dkimRecords.forEach(({ name, value }, index) => {
    const recordId = `${domain}Dkim${index + 1}`;
    if (isInZone) new CnameRecord(scope, recordId, { zone: hostedZone, recordName: `${name}.`, domainName: value });
    else new CfnOutput(scope, recordId, { description: `DKIM record for ${domain}`, value: `${name} CNAME ${value}` });
  });
  return identity;
}
