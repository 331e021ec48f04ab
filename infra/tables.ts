import { type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct, type IConstruct } from 'constructs';
import { JOURNAL } from '../shared/ledger/journal';
import type { Keys } from './keys';
import type { ItemAction, TableName } from './permissions';

/** A table as far as others have to know it, whoever made it. */
export interface Table extends IConstruct {
  readonly tableArn: string;
  readonly tableName: string;
  readonly tableStreamArn?: string | undefined;
  readonly encryptionKey?: IKey | undefined;
}

/** A table that was restored or brought along, by its name; the ledger by its stream, too. */
export interface TablesInUse {
  readonly ledger?: { readonly name: string; readonly streamArn: string } | undefined;
  readonly vault?: string | undefined;
  readonly audience?: string | undefined;
  readonly log?: string | undefined;
}

export interface TablesProps {
  readonly keys: Keys;
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody can delete them before that protection is lifted. */
  readonly isProtected: boolean;
  /**
   * Tables that are used in place of the stack's own, under the same keys. The own ones stay, and stay empty: their logical ids are
   * those of what holds data, and nothing replaces them.
   */
  readonly inUse: TablesInUse;
}

/** A table that is brought along has it, too: copies are restored with their indexes. */
const JOURNAL_INDEX: GlobalSecondaryIndexPropsV2 = {
  indexName: JOURNAL.name,
  partitionKey: { name: JOURNAL.partitionKey, type: AttributeType.STRING },
  sortKey: { name: JOURNAL.sortKey, type: AttributeType.STRING },
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: [...JOURNAL.attributes],
};

const NO_COPIES = { pointInTimeRecoveryEnabled: false };

/** The ledger, the vault, the audience, the log and the limits. */
export class Tables extends Construct {
  readonly ledger: Table;
  readonly vault: Table;
  readonly audience: Table;
  readonly log: Table;
  readonly limits: Table;

  constructor(scope: Construct, id: string, { keys, removalPolicy, isProtected, inUse }: TablesProps) {
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
    const followed = { dynamoStream: StreamViewType.NEW_IMAGE, globalSecondaryIndexes: [JOURNAL_INDEX] };
    const ledger = table('Ledger', keys.ledger, 35, { ...expiring, ...followed });
    this.ledger = this.existing('Ledger', keys.ledger, inUse.ledger?.name, inUse.ledger?.streamArn) ?? ledger;
    // Erased data has to leave the backups soon, too; a week outlasts a long weekend.
    const vault = table('Vault', keys.vault, 7, expiring);
    this.vault = this.existing('Vault', keys.vault, inUse.vault) ?? vault;
    // Can be rebuilt from the ledger at any time.
    const audience = table('Audience', keys.audience, 1, expiring);
    this.audience = this.existing('Audience', keys.audience, inUse.audience) ?? audience;
    // Nothing in it ever ends.
    const log = table('Log', keys.log, 35, {});
    this.log = this.existing('Log', keys.log, inUse.log) ?? log;
    // Of use for hours, and nobody wants it back: a copy would keep for longer what was counted.
    const limits = table('Limits', keys.limits, 1, { ...expiring, pointInTimeRecoverySpecification: NO_COPIES });
    this.limits = limits;
    Validations.of(limits).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'What is counted ends within two days; lost, it is counted anew.',
    });
  }

  private existing(id: string, encryptionKey: Key, tableName?: string, tableStreamArn?: string): Table | undefined {
    if (tableName === undefined) return undefined;
    const stream = tableStreamArn !== undefined && { tableStreamArn };
    return TableV2.fromTableAttributes(this, `${id}InUse`, { tableName, encryptionKey, ...stream });
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

  /** Allows to read what operators did, by site and time. */
  grantJournal({ grantPrincipal: principal }: IGrantable): void {
    const resources = [`${this.ledger.tableArn}/index/${JOURNAL.name}`];
    principal.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources }));
    principal.addToPrincipalPolicy(useOfKey(this.ledger));
  }

  /** Allows to keep how many are in an audience, beside it. */
  grantCountsOfAudience({ grantPrincipal: principal }: IGrantable): void {
    principal.addToPrincipalPolicy(putOfCounts(this.audience));
    principal.addToPrincipalPolicy(useOfKey(this.audience));
  }

  /** Allows to put counts of sites, or to read them, and nothing about subjects. */
  grantCounts({ grantPrincipal: principal }: IGrantable, action: 'PutItem' | 'Query'): void {
    principal.addToPrincipalPolicy(useOfCounts(this.ledger, action));
    principal.addToPrincipalPolicy(useOfKey(this.ledger));
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
function puttingOffEnds(table: Table): PolicyStatement {
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
function sightOfParts(table: Table): PolicyStatement {
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
function putOfFetches(table: Table): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['fetches#*'] } },
  });
}

/** Who counts can put no entry; who reads counts sees none. */
function useOfCounts(table: Table, action: 'PutItem' | 'Query'): PolicyStatement {
  return new PolicyStatement({
    actions: [`dynamodb:${action}`],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['counts#*', 'tallied#*'] } },
  });
}

/** Who keeps names of operators can put nothing about subjects. */
function putOfNames(table: Table): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['operator#*'] } },
  });
}

/** Who counts people can put nothing about any of them. */
function putOfCounts(table: Table): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['counted#*'] } },
  });
}

/** Who talks to strangers can change nothing of the log itself. */
function putOfWitnesses(table: Table): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:PutItem'],
    resources: [table.tableArn],
    conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['witnesses'] } },
  });
}

function useOfDeliveries(table: Table, actions: readonly ItemAction[]): PolicyStatement {
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
function batchWriteOfLeaves(table: Table): PolicyStatement {
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
function useOfKey(table: Table): PolicyStatement {
  const { region, urlSuffix } = Stack.of(table);
  return new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
    resources: [table.encryptionKey!.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } },
  });
}
