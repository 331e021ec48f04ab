import { type CfnResource, Duration, type RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Keys } from './keys';
import { OwnRole } from './own-role';
import { type Kind, lockFor, LONGEST, needSecondRegion, secondKeyAlias, secondPlace } from './second-copies';
import type { Table, Tables } from './tables';

export interface BackupProps {
  readonly tables: Tables;
  readonly keys: Keys;
  /** DESTROY is a trial: its copies can be deleted. */
  readonly removalPolicy: RemovalPolicy;
  /** Another region of the EU/EEA, where each copy is copied to. */
  readonly secondRegion: string | undefined;
}

/** After that time no copy holds erased data: docs/decisions/0018-backups-and-erasure.md. */
const PERSONAL = LONGEST.Personal;
/** Twelve months, so that last year's copy is still there when this year's is made. */
const MONTHLY = LONGEST.History;

/**
 * Copies of the tables by AWS Backup, every six hours. Those of the ledger and of the log, which name nobody, are also
 * kept by the month; those of the vault never are. The audience has none, as it follows from the ledger.
 */
export class Backup extends Construct {
  /** Where the copies are. */
  readonly vaults: readonly BackupVault[];

  private readonly secondRegion: string | undefined;

  constructor(scope: Construct, id: string, { tables, keys, removalPolicy, secondRegion }: BackupProps) {
    super(scope, id);
    if (secondRegion !== undefined) needSecondRegion(this, secondRegion);
    this.secondRegion = secondRegion;
    // One place for each kind, under the tables' own key: without the vault's key its copies are gone, too.
    const history = this.place('History', keys.ledger, removalPolicy);
    const personal = this.place('Personal', keys.vault, removalPolicy);
    this.copy('History', history, [tables.ledger, tables.log], [keys.ledger, keys.log], [sixHourly, monthly]);
    this.copy('Personal', personal, [tables.vault], [keys.vault], [sixHourly]);
    this.vaults = [history, personal];
  }

  /** Takes no copy that would be kept longer than that, and lets none be deleted before its time. */
  private place(name: Kind, encryptionKey: IKey, removalPolicy: RemovalPolicy): BackupVault {
    return new BackupVault(this, name, { encryptionKey, removalPolicy, ...lockFor(name, removalPolicy) });
  }

  private copy(
    name: Kind,
    vault: BackupVault,
    tables: readonly Table[],
    keys: readonly IKey[],
    rules: readonly ((second: IBackupVault | undefined) => BackupPlanRule)[],
  ): void {
    const second = this.secondRegion === undefined ? undefined : secondPlace(this, name, this.secondRegion);
    const plan = new BackupPlan(this, `${name}Plan`, {
      backupVault: vault,
      backupPlanRules: rules.map((rule) => rule(second)),
    });
    const role = this.role(name, vault, tables, keys);
    plan.addSelection('Tables', {
      resources: tables.map(({ tableArn }) => BackupResource.fromArn(tableArn)),
      role,
      disableDefaultBackupPolicy: true,
    });
    if (second && this.secondRegion !== undefined) this.letCopy(role, name, vault, second, this.secondRegion);
  }

  /**
   * The rights that AWS Backup needs to copy these tables alone: the policy that AWS offers is for the whole account.
   */
  private role(name: string, vault: BackupVault, tables: readonly Table[], keys: readonly IKey[]): OwnRole {
    const role = new OwnRole(this, `${name}Role`, 'backup.amazonaws.com');
    const allow = (actions: string[], resources: string[], conditions: Record<string, unknown> = {}): void =>
      void role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
    const keyArns = keys.map(({ keyArn }) => keyArn);
    allow(
      ['DescribeTable', 'ListTagsOfResource', 'CreateBackup', 'StartAwsBackupJob'].map(
        (action) => `dynamodb:${action}`,
      ),
      tables.map(({ tableArn }) => tableArn),
    );
    allow(['dynamodb:DescribeBackup', 'dynamodb:DeleteBackup'], tables.map(copiesOf));
    allow(['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'], [vault.backupVaultArn]);
    allow(['kms:DescribeKey'], keyArns);
    allow(['kms:CreateGrant'], keyArns, { Bool: { 'kms:GrantIsForAWSResource': 'true' } });
    const { region, urlSuffix } = Stack.of(this);
    const viaDynamo = { StringEquals: { 'kms:ViaService': `dynamodb.${region}.${urlSuffix}` } };
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], keyArns, viaDynamo);
    this.acknowledgeNames(role, tables);
    return role;
  }

  /** From the first place into the second, under the key that is there: its own stack knows the key, and this one its alias. */
  private letCopy(role: OwnRole, name: Kind, from: BackupVault, to: IBackupVault, region: string): void {
    const { stackName, account } = Stack.of(this);
    const knownAccount = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    const keys = Stack.of(this).formatArn({ service: 'kms', region, resource: 'key', resourceName: '*' });
    const isOurs = { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': secondKeyAlias(stackName, name) } };
    const allow = (actions: string[], resources: string[], conditions: Record<string, unknown> = {}): void =>
      void role.addToPolicy(new PolicyStatement({ actions, resources, conditions }));
    allow(['backup:CopyFromBackupVault'], [from.backupVaultArn]);
    allow(['backup:CopyIntoBackupVault'], [to.backupVaultArn]);
    allow(['kms:DescribeKey', 'kms:Decrypt', 'kms:GenerateDataKey'], [keys], isOurs);
    allow(['kms:CreateGrant'], [keys], { ...isOurs, Bool: { 'kms:GrantIsForAWSResource': 'true' } });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:aws:kms:${region}:${knownAccount}:key/*]`,
      reason: 'The key is made in the other region; the condition names it by its alias.',
    });
  }

  private acknowledgeNames(role: OwnRole, tables: readonly Table[]): void {
    for (const table of tables) {
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${this.arnOf(table)}/backup/*]`,
        reason: 'DynamoDB names the copies of a table by itself.',
      });
    }
  }

  /** As cdk-nag writes it: a table of the stack by its id, and any other by its name. */
  private arnOf(table: Table): string {
    const stack = Stack.of(this);
    if (table instanceof TableV2) return `<${stack.getLogicalId(table.node.defaultChild as CfnResource)}.Arn>`;
    const known = (value: string, name: string): string => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
    const [partition, account] = [known(stack.partition, 'Partition'), known(stack.account, 'AccountId')];
    return `arn:${partition}:dynamodb:${stack.region}:${account}:table/${table.tableName}`;
  }
}

/** The second copy ends when the first does, or an erasure would not be one there. */
function endingAfter(deleteAfter: Duration, second: IBackupVault | undefined) {
  return { deleteAfter, ...(second && { copyActions: [{ destinationBackupVault: second, deleteAfter }] }) };
}

const copiesOf = ({ tableArn }: Table): string => `${tableArn}/backup/*`;

function sixHourly(second: IBackupVault | undefined): BackupPlanRule {
  return new BackupPlanRule({
    ruleName: 'SixHourly',
    scheduleExpression: Schedule.cron({ minute: '0', hour: '0/6' }),
    startWindow: Duration.hours(1),
    completionWindow: Duration.hours(5),
    ...endingAfter(PERSONAL, second),
  });
}

function monthly(second: IBackupVault | undefined): BackupPlanRule {
  return new BackupPlanRule({
    ruleName: 'Monthly',
    scheduleExpression: Schedule.cron({ minute: '0', hour: '2', day: '1' }),
    startWindow: Duration.hours(1),
    completionWindow: Duration.hours(20),
    ...endingAfter(MONTHLY, second),
  });
}
