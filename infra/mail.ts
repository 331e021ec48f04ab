import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IHostedZone } from 'aws-cdk-lib/aws-route53';
import { ConfigurationSet, ConfigurationSetTlsPolicy, type IEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { domainIdentity } from './domain-identity';

export interface MailProps {
  /** The domains that the sites' senders are in. */
  readonly senderDomains: readonly string[];
  /** Those of them that SES knows already. */
  readonly domainsInSes: readonly string[];
  /**
   * Where to put the DKIM records of the sender domains that are in it.
   * @default - they are outputs of the stack, to be added by hand
   */
  readonly hostedZone?: IHostedZone | undefined;
}

/** Sends mail, and only that: no opens or clicks are recorded, no list of addresses kept. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  private readonly identities: readonly IEmailIdentity[];

  constructor(scope: Construct, id: string, { senderDomains, domainsInSes, hostedZone }: MailProps) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // SES would keep the addresses that bounced or complained for as long as the account lives, and would then drop
      // their mail without a word while the ledger says that it was sent.
      disableSuppressionList: true,
      // No pixel and no rewritten link without the person's consent, even if the account's default is another.
      vdmOptions: { engagementMetrics: false },
    });
    const { configurationSet } = this;
    const props = { configurationSet, domainsInSes, hostedZone };
    this.identities = senderDomains.map((domain) => domainIdentity(this, domain, props));
  }

  grantSend(grantee: LambdaFunction): void {
    const configurationSet = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
    });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [...this.identities.map((identity) => identity.emailIdentityArn), configurationSet],
      }),
    );
    // How much the account may send, and has sent: two numbers.
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }),
    );
    Validations.of(grantee.role!).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'GetSendQuota is about the account; SES knows no resource for it.',
    });
  }
}
