import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

export interface KeysProps {
  readonly removalPolicy: RemovalPolicy;
}

/**
 * One customer-managed key per store, so that access to one says nothing about another, and each use of a key is
 * in CloudTrail. Deleting a key makes everything under it unreadable, backups included: 30 days to think again.
 */
export class Keys extends Construct {
  readonly ledger: Key;
  readonly vault: Key;
  readonly audience: Key;
  readonly log: Key;
  readonly limits: Key;
  readonly secrets: Key;
  /** For the reports of SES about mails, on their way. */
  readonly feedback: Key;
  /** Logs, alarms and the functions' environment: nothing personal. */
  readonly operations: Key;

  constructor(scope: Construct, id: string, { removalPolicy }: KeysProps) {
    super(scope, id);
    const key = (name: string, holds: string) =>
      new Key(this, name, {
        description: `Consent ledger: ${holds}`,
        enableKeyRotation: true,
        pendingWindow: Duration.days(30),
        removalPolicy,
      });
    this.ledger = key('Ledger', 'entries and notices');
    this.vault = key('Vault', 'what is personal');
    this.audience = key('Audience', 'who may be mailed for what');
    this.log = key('Log', 'hashes of entries');
    this.limits = key('Limits', 'what is counted for hours');
    this.secrets = key('Secrets', 'link keys, subject key and keys of the log');
    this.feedback = key('Feedback', 'bounces and complaints on their way');
    this.operations = key('Operations', 'logs, alarms, environment');
    this.letServicesWrite();
  }

  /** CloudWatch writes logs and alarms by itself, not on behalf of a role: only the key's own policy can allow it. */
  private letServicesWrite(): void {
    const { account, region, partition } = Stack.of(this);
    this.operations.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    this.operations.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    );
  }
}
