import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, StreamViewType, TableEncryptionV2, type TablePropsV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Keys } from './keys';
import type { ItemAction, TableName } from './permissions';

export interface TablesProps {
  readonly keys: Keys;
  readonly removalPolicy: RemovalPolicy;
}

/** The ledger, the vault and the audience. */
export class Tables extends Construct {
  readonly ledger: TableV2;
  readonly vault: TableV2;
  readonly audience: TableV2;

  constructor(scope: Construct, id: string, { keys, removalPolicy }: TablesProps) {
    super(scope, id);
    const table = (name: string, key: Key, recoveryPeriodInDays: number, own: Partial<TablePropsV2> = {}) =>
      new TableV2(this, name, {
        partitionKey: { name: 'pk', type: AttributeType.STRING },
        sortKey: { name: 'sk', type: AttributeType.STRING },
        timeToLiveAttribute: 'expiresAt',
        encryption: TableEncryptionV2.customerManagedKey(key),
        pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays },
        deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
        removalPolicy,
        ...own,
      });
    // The only table with a stream: consumers are told of entries, and those hold nothing personal. A stream on the
    // vault would be 24 more hours of every address, name and IP for no reader.
    this.ledger = table('Ledger', keys.ledger, 35, { dynamoStream: StreamViewType.NEW_IMAGE });
    // What was erased has to leave the backups soon, too; a week outlasts a long weekend.
    this.vault = table('Vault', keys.vault, 7);
    // Can be rebuilt from the ledger at any time.
    this.audience = table('Audience', keys.audience, 1);
  }

  /** Allows exactly these actions, and the table's key through DynamoDB only. */
  grant(grantee: IGrantable, name: TableName, actions: readonly ItemAction[]): void {
    const table = this[name];
    const principal = grantee.grantPrincipal;
    principal.addToPrincipalPolicy(
      new PolicyStatement({ actions: actions.map((action) => `dynamodb:${action}`), resources: [table.tableArn] }),
    );
    principal.addToPrincipalPolicy(useOfKey(table));
  }
}

/** What DynamoDB needs of a table's key on behalf of whoever reads or writes items; none of it works without DynamoDB. */
function useOfKey(table: TableV2): PolicyStatement {
  const { region, urlSuffix } = Stack.of(table);
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [table.encryptionKey!.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } },
  });
}
