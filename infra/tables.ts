import { type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AttributeType, StreamViewType, TableEncryptionV2, type TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Keys } from './keys';
import type { ItemAction, TableName } from './permissions';

export interface TablesProps {
  readonly keys: Keys;
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody can delete them before that protection is lifted. */
  readonly isProtected: boolean;
}

const NO_COPIES = { pointInTimeRecoveryEnabled: false };

/** The ledger, the vault, the audience, the log and the limits. */
export class Tables extends Construct {
  readonly ledger: TableV2;
  readonly vault: TableV2;
  readonly audience: TableV2;
  readonly log: TableV2;
  readonly limits: TableV2;

  constructor(scope: Construct, id: string, { keys, removalPolicy, isProtected }: TablesProps) {
    super(scope, id);
    const table = (name: string, key: Key, recoveryPeriodInDays: number, own: Partial<TablePropsV2>) =>
      new TableV2(this, name, {
        partitionKey: { name: 'pk', type: AttributeType.STRING },
        sortKey: { name: 'sk', type: AttributeType.STRING },
        encryption: TableEncryptionV2.customerManagedKey(key),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays },
        deletionProtection: isProtected,
        removalPolicy,
        ...own,
      });
    const expiring = { timeToLiveAttribute: 'expiresAt' };
    // The only table with a stream: consumers are told of entries, and those hold nothing personal. A stream on the
    // vault would be 24 more hours of every address, name and IP for no reader.
    this.ledger = table('Ledger', keys.ledger, 35, { ...expiring, dynamoStream: StreamViewType.NEW_IMAGE });
    // Erased data has to leave the backups soon, too; a week outlasts a long weekend.
    this.vault = table('Vault', keys.vault, 7, expiring);
    // Can be rebuilt from the ledger at any time.
    this.audience = table('Audience', keys.audience, 1, expiring);
    // Nothing in it ever ends.
    this.log = table('Log', keys.log, 35, {});
    // Of use for hours, and nobody wants it back: a copy would keep for longer what was counted.
    this.limits = table('Limits', keys.limits, 1, { ...expiring, pointInTimeRecoverySpecification: NO_COPIES });
    Validations.of(this.limits).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'What is counted ends within two days; lost, it is counted anew.',
    });
  }

  /** Allows exactly these actions, and the table's key through DynamoDB only. */
  grant(grantee: IGrantable, name: TableName, actions: readonly ItemAction[]): void {
    const table = this[name];
    const principal = grantee.grantPrincipal;
    const single = actions.filter((action) => action !== 'BatchWriteItem');
    principal.addToPrincipalPolicy(
      new PolicyStatement({ actions: single.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
    );
    if (single.length < actions.length) principal.addToPrincipalPolicy(batchWriteOfLeaves(table));
    principal.addToPrincipalPolicy(useOfKey(table));
  }

  /** Allows to set ends in ledger and vault. */
  grantPuttingOffEnds({ grantPrincipal: principal }: IGrantable): void {
    for (const table of [this.ledger, this.vault]) principal.addToPrincipalPolicy(puttingOffEnds(table));
  }

  /** Allows to see which parts there are. */
  grantSightOfParts({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(sightOfParts(this.vault));
    principal.addToPrincipalPolicy(useOfKey(this.vault));
  }

  /** Allows to note who fetched which list. */
  grantNotesOfFetches({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(putOfFetches(this.ledger));
    principal.addToPrincipalPolicy(useOfKey(this.ledger));
  }

  /** Allows to keep how many are in an audience, beside it. */
  grantCountsOfAudience({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(putOfCounts(this.audience));
    principal.addToPrincipalPolicy(useOfKey(this.audience));
  }

  /** Allows to keep what operators are called, beside what is about subjects. */
  grantNamesOfOperators({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(putOfNames(this.vault));
    principal.addToPrincipalPolicy(useOfKey(this.vault));
  }

  /** Allows to note what witnesses said, beside the log. */
  grantNotesOfWitnesses({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(putOfWitnesses(this.log));
  }

  /** Allows these actions on what processors have yet to be told, which lies beside the audience, and not on that. */
  grantDeliveries({ grantPrincipal: principal }: IGrantable, actions: readonly ItemAction[]): void {
    principal.addToPrincipalPolicy(useOfDeliveries(this.audience, actions));
    principal.addToPrincipalPolicy(useOfKey(this.audience));
  }
}

/** Changes an end, and neither what stands beside it nor what it says; and gets nothing back. */
function puttingOffEnds(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:UpdateItem'],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'expiresAt'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': 'NONE' },
    },
  });
}

/** The keys and ends of parts, without what they say. */
function sightOfParts(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:BatchGetItem'],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'expiresAt'] },
      // A read that names no attributes asks for all of them.
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
  });
}

/** A function that hands out lists writes that down in the ledger, and can write no entry. */
function putOfFetches(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['fetches#*'] } },
  });
}

/** Who keeps names of operators can put nothing about subjects. */
function putOfNames(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['operator#*'] } },
  });
}

/** Who counts people can put nothing about any of them. */
function putOfCounts(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['counted#*'] } },
  });
}

/** Who talks to strangers can change nothing of the log itself. */
function putOfWitnesses(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['witnesses'] } },
  });
}

function useOfDeliveries(table: TableV2, actions: readonly ItemAction[]): PolicyStatement {
  return new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['deliveries#*'] } },
  });
}

/**
 * A batch write may also delete, which IAM cannot tell apart. So it is allowed for the log's index alone, and that can
 * be made again from the tiles.
 */
function batchWriteOfLeaves(table: TableV2): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:BatchWriteItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['leaf#*'] } },
  });
}

/**
 * The uses of a table's key that DynamoDB needs when a function reads or writes items; they work through DynamoDB
 * alone.
 */
function useOfKey(table: TableV2): PolicyStatement {
  const { region, urlSuffix } = Stack.of(table);
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [table.encryptionKey!.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } },
  });
}
