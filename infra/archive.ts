import { Duration, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as Target } from 'aws-cdk-lib/aws-events-targets';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { isKept } from './kept';

export interface ArchiveProps {
  /** For how long nobody can delete a checkpoint, whatever their rights. */
  readonly retention: Duration;
  /** DESTROY is a trial: what it archived can be deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** Everything that is archived, checkpoints and their timestamps, is under this. */
const PREFIX = 'checkpoints/';

/** Keeps checkpoints of the log where nobody can change or delete them, so that the log cannot be made up anew. */
export class Archive extends Construct {
  readonly bucket: Bucket;
  constructor(scope: Construct, id: string, { retention, removalPolicy }: ArchiveProps) {
    super(scope, id);
    const isTrial = !isKept(removalPolicy);
    this.bucket = new Bucket(this, 'Bucket', {
      objectLockEnabled: true,
      objectLockDefaultRetention: isTrial
        ? ObjectLockRetention.governance(Duration.days(1))
        : ObjectLockRetention.compliance(retention),
      versioned: true,
      // Not a key of ours: to delete the key would be to delete the archive.
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy,
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'What is in it is public, served at /log/checkpoint before: who read it is nothing to keep.',
    });
    this.refuse('s3:PutObject', { Null: { 's3:if-none-match': 'true' } });
    if (!isTrial) this.refuse('s3:DeleteObject');
  }

  /**
   * Refuses it to everybody. The lock keeps every version, but a later one, or a marker that says "deleted", would
   * stand before it.
   */
  private refuse(action: string, conditions: Readonly<Record<string, unknown>> = {}): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [action],
        resources: [this.bucket.arnForObjects('*')],
        conditions,
      }),
    );
  }

  grant(fn: LambdaFunction, access: 'read' | 'write'): void {
    const objects = new PolicyStatement({
      actions: [access === 'write' ? 's3:PutObject' : 's3:GetObject'],
      resources: [this.bucket.arnForObjects(`${PREFIX}*`)],
    });
    const list = new PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [this.bucket.bucketArn],
      conditions: { StringEquals: { 's3:prefix': PREFIX } },
    });
    fn.addToRolePolicy(objects);
    fn.addToRolePolicy(list);
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    Validations.of(fn.role!).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${PREFIX}*]`,
      reason: `Objects are named after the size of the log, so only their prefix ${PREFIX} is known.`,
    });
  }

  /** Has `archive` run every hour; what fails is made up for an hour later. */
  fillHourly(archive: LambdaFunction, deadLetterQueue: Queue): void {
    new Rule(this, 'Hourly', {
      description: 'Archives the newest checkpoint of the log',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new Target(archive, { deadLetterQueue, maxEventAge: Duration.hours(1), retryAttempts: 10 })],
    });
  }
}
