import { CfnOutput, Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type IHostedZone, MxRecord } from 'aws-cdk-lib/aws-route53';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Lambda, LambdaInvocationType, S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { domainIdentity } from './domain-identity';

export interface InboxProps {
  /** The domain whose mail comes to us. */
  readonly domain: string;
  /** The domains that SES knows already. */
  readonly domainsInSes: readonly string[];
  /**
   * Where to put the records that lead mail to us, if the domain is in it.
   * @default - they are outputs of the stack, to be added by hand
   */
  readonly hostedZone?: IHostedZone | undefined;
  readonly removalPolicy: RemovalPolicy;
}

/** Where SES puts mails, and where Lambda puts what the function failed with. */
const MAILS = 'mail/';
const FAILURES = 'aws/lambda/async/';

/** For so long there is time to repair what could not be worked off; nothing else is older than some seconds. */
const NET = Duration.days(22);

/** Takes in the mails that people write to us. What is in the bucket is on its way into the vault. */
export class Inbox extends Construct {
  readonly domain: string;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { domain, domainsInSes, hostedZone, removalPolicy }: InboxProps) {
    super(scope, id);
    this.domain = domain;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: NET }],
      removalPolicy,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'One function reads it, and a log of it would tell who wrote when for longer than the mails are there.',
    });
    domainIdentity(this, domain, { domainsInSes, hostedZone });
    this.leadMailHere(hostedZone);
  }

  grant(fn: LambdaFunction): void {
    this.allow(fn, ['s3:GetObject', 's3:DeleteObject'], this.bucket.arnForObjects(`${MAILS}*`));
    // So that a mail that is not there is told from one that may not be read.
    this.allow(fn, ['s3:ListBucket'], this.bucket.bucketArn);
    this.allow(fn, ['s3:PutObject'], this.bucket.arnForObjects(`${FAILURES}*`));
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const prefix of [MAILS, FAILURES]) {
      Validations.of(fn.role!).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${prefix}*]`,
        reason: `Objects are named by AWS, so only their prefix ${prefix} is known.`,
      });
    }
  }

  private allow(fn: LambdaFunction, actions: string[], resource: string): void {
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [resource] }));
  }

  /** Has each mail put into the bucket, and then the function told of it. */
  deliverTo(inbox: LambdaFunction): void {
    // The event names people, so it rests in no queue: what failed three times is kept where the mail is.
    inbox.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onFailure: { bind: () => ({ destination: this.bucket.bucketArn }) },
    });
    const rules = new ReceiptRuleSet(this, 'Rules');
    rules.addRule('Rule', {
      recipients: [this.domain],
      // Spam and viruses are looked for, and told of.
      scanEnabled: true,
      actions: [
        new S3({ bucket: this.bucket as IBucket, objectKeyPrefix: MAILS }),
        new Lambda({ function: inbox, invocationType: LambdaInvocationType.EVENT }),
      ],
    });
    // An account has one set of rules that is active, and CloudFormation cannot choose it.
    new CfnOutput(this, 'RuleSet', { description: 'To be made active in SES', value: rules.receiptRuleSetName });
  }

  private leadMailHere(zone: IHostedZone | undefined): void {
    const { region, urlSuffix } = Stack.of(this);
    const hostName = `inbound-smtp.${region}.${urlSuffix}`;
    const isInZone = zone !== undefined && `.${this.domain}`.endsWith(`.${zone.zoneName}`);
    if (isInZone)
      new MxRecord(this, 'Mx', { zone, recordName: `${this.domain}.`, values: [{ priority: 10, hostName }] });
    else new CfnOutput(this, 'Mx', { description: `MX record for ${this.domain}`, value: `10 ${hostName}` });
  }
}
