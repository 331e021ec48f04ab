import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RegionError } from '../../infra/region';
import { SecondCopiesStack } from '../../infra/second-copies';
import {
  named,
  newApp,
  newLedger,
  newStack,
  property,
  referenced,
  type Resource,
  resources,
  synthesize,
} from './synthesis';

const template = synthesize();
const plans = named(template, 'AWS::Backup::BackupPlan');
const places = named(template, 'AWS::Backup::BackupVault');
const selections = [...resources(template, 'AWS::Backup::BackupSelection').values()];

interface Rule {
  readonly RuleName: string;
  readonly ScheduleExpression: string;
  readonly Lifecycle: { readonly DeleteAfterDays: number };
  readonly TargetBackupVault: unknown;
}

const rulesOf = (plan: string): Rule[] => property(plans.get(plan), 'BackupPlan', 'BackupPlanRule') as Rule[];

function selectionOf(plan: string): Resource | undefined {
  return selections.find(({ Properties }) => referenced(Properties['BackupPlanId']) === plan);
}

const tablesOf = (plan: string): string[] =>
  (property(selectionOf(plan), 'BackupSelection', 'Resources') as unknown[]).map(referenced);

const HISTORY = 'ConsentBackupHistoryPlan';
const PERSONAL = 'ConsentBackupPersonalPlan';

describe('copies', () => {
  test('are made every six hours, of all but what follows from the rest', () => {
    for (const plan of [HISTORY, PERSONAL]) {
      expect(rulesOf(plan)).toContainEqual(
        expect.objectContaining({ RuleName: 'SixHourly', ScheduleExpression: 'cron(0 0/6 * * ? *)' }),
      );
    }
    expect([...tablesOf(HISTORY), ...tablesOf(PERSONAL)]).toEqual([
      'ConsentTablesLedger',
      'ConsentTablesLog',
      'ConsentTablesVault',
    ]);
    expect(plans.size).toBe(2);
    expect(selections).toHaveLength(2);
  });

  test('of the history are kept for twelve months, one of each', () => {
    expect(rulesOf(HISTORY)).toContainEqual(
      expect.objectContaining({
        RuleName: 'Monthly',
        ScheduleExpression: 'cron(0 2 1 * ? *)',
        Lifecycle: { DeleteAfterDays: 366 },
      }),
    );
  });

  test('of what is personal are gone after a week, as the point-in-time recovery of its table is', () => {
    const table = named(template, 'AWS::DynamoDB::GlobalTable').get('ConsentTablesVault');
    const recovery = property(table, 'Replicas', 0, 'PointInTimeRecoverySpecification', 'RecoveryPeriodInDays');
    expect(rulesOf(PERSONAL).map(({ Lifecycle }) => Lifecycle.DeleteAfterDays)).toEqual([recovery]);
  });

  test.each([
    [HISTORY, 'ConsentBackupHistory', 'ConsentKeysLedger', 366],
    [PERSONAL, 'ConsentBackupPersonal', 'ConsentKeysVault', 7],
  ])('of %s are in a place with the key of their table, that keeps none for longer', (plan, name, key, longest) => {
    expect(rulesOf(plan).map((rule) => referenced(rule.TargetBackupVault))).toEqual(rulesOf(plan).map(() => name));
    const place = places.get(name);
    expect(referenced(place?.Properties['EncryptionKeyArn'])).toBe(key);
    expect(place?.Properties['LockConfiguration']).toEqual({ MinRetentionDays: 1, MaxRetentionDays: longest });
    expect(place?.DeletionPolicy).toBe('RetainExceptOnCreate');
  });
});

describe('the role that makes them', () => {
  function statements(plan: string): Record<string, unknown>[] {
    const role = referenced(property(selectionOf(plan), 'BackupSelection', 'IamRoleArn'));
    const found = named(template, 'AWS::IAM::Role').get(role);
    expect(found?.Properties['ManagedPolicyArns']).toBeUndefined();
    return property(found, 'Policies', 0, 'PolicyDocument', 'Statement') as Record<string, unknown>[];
  }
  const reached = (plan: string): string[] => [
    ...new Set(statements(plan).flatMap(({ Resource }) => [Resource].flat().map(referenced))),
  ];

  test('reaches its own tables, their keys and the place of their copies, and nothing else', () => {
    expect(reached(HISTORY).sort()).toEqual([
      'ConsentBackupHistory',
      'ConsentKeysLedger',
      'ConsentKeysLog',
      'ConsentTablesLedger',
      'ConsentTablesLog',
    ]);
    expect(reached(PERSONAL).sort()).toEqual(['ConsentBackupPersonal', 'ConsentKeysVault', 'ConsentTablesVault']);
  });

  test('can neither read nor write an item, and no key but through DynamoDB', () => {
    const all = [...statements(HISTORY), ...statements(PERSONAL)];
    const actions = all.flatMap(({ Action }) => [Action].flat() as string[]);
    expect(actions.filter((action) => /Item|Query|Scan|\*/.test(action))).toEqual([]);
    const decrypting = all.filter(({ Action }) => [Action].flat().includes('kms:Decrypt'));
    expect(decrypting).toHaveLength(2);
    for (const { Condition } of decrypting) {
      const service = (Condition as { StringEquals: Record<string, unknown> }).StringEquals['kms:ViaService'];
      expect(JSON.stringify(service)).toContain('"dynamodb.eu-central-1."');
    }
  });
});

describe('copies in a second region of the EU', () => {
  const second = synthesize({ backupRegion: 'eu-west-1' });
  const plansThere = named(second, 'AWS::Backup::BackupPlan');
  const stackOf = (region: string, removalPolicy?: RemovalPolicy): Template =>
    Template.fromStack(
      new SecondCopiesStack(newApp(), 'Copies', {
        env: { account: '111111111111', region },
        ledgerStack: 'Stack',
        removalPolicy,
      }),
    );
  const there = stackOf('eu-west-1');

  test('O9: each copy has one there, which ends when the first does', () => {
    const rules = [HISTORY, PERSONAL].flatMap(
      (plan) => property(plansThere.get(plan), 'BackupPlan', 'BackupPlanRule') as (Rule & { CopyActions: Rule[] })[],
    );
    expect(rules).toHaveLength(3);
    for (const { Lifecycle, CopyActions } of rules)
      expect(CopyActions.map((copy) => copy.Lifecycle)).toEqual([Lifecycle]);
    const arns = rules.map(({ CopyActions: [copy] }) =>
      JSON.stringify((copy as unknown as { DestinationBackupVaultArn: unknown }).DestinationBackupVaultArn),
    );
    const [history, monthlyHistory, personal] = arns;
    expect(history).toContain(':backup:eu-west-1:111111111111:backup-vault:Stack-second-History');
    expect(monthlyHistory).toBe(history);
    expect(personal).toContain(':backup:eu-west-1:111111111111:backup-vault:Stack-second-Personal');
  });

  test('O9: there are the places that the copies go to, with keys of their own, and locked like the first', () => {
    const made = [...resources(there, 'AWS::Backup::BackupVault').values()];
    expect(made.map(({ Properties }) => [Properties['BackupVaultName'], Properties['LockConfiguration']])).toEqual([
      ['Stack-second-History', places.get('ConsentBackupHistory')?.Properties['LockConfiguration']],
      ['Stack-second-Personal', places.get('ConsentBackupPersonal')?.Properties['LockConfiguration']],
    ]);
    expect(made.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['RetainExceptOnCreate', 'RetainExceptOnCreate']);
    const keysThere = resources(there, 'AWS::KMS::Key');
    expect(new Set(made.map(({ Properties }) => referenced(Properties['EncryptionKeyArn']))).size).toBe(2);
    for (const { Properties } of keysThere.values()) expect(Properties['EnableKeyRotation']).toBe(true);
    const aliases = [...resources(there, 'AWS::KMS::Alias').values()].map(({ Properties }) => Properties['AliasName']);
    expect(aliases).toEqual(['alias/Stack-second-History', 'alias/Stack-second-Personal']);
  });

  test('the role that copies reaches the place of its kind, and no key there but that one’s', () => {
    const statements = [...resources(second, 'AWS::IAM::Role').values()].flatMap(
      (role) => (property(role, 'Policies', 0, 'PolicyDocument', 'Statement') ?? []) as Record<string, unknown>[],
    );
    const abroad = statements.filter(({ Resource }) => JSON.stringify(Resource).includes('eu-west-1'));
    const keyed = abroad.filter(({ Action }) => JSON.stringify(Action).includes('kms:'));
    expect(abroad.length - keyed.length).toBe(2);
    expect(keyed).toHaveLength(4);
    for (const { Condition } of keyed) {
      const { 'ForAnyValue:StringEquals': alias } = Condition as Record<string, Record<string, string>>;
      expect(alias?.['kms:ResourceAliases']).toMatch(/^alias\/Stack-second-(History|Personal)$/);
    }
  });

  test.each(['us-east-1', 'eu-west-2', 'eu-central-2', 'eu-central-1', 'eusc-de-east-1', 'nowhere'])(
    'cannot be in %s, outside the EU/EEA, in the same region, or in another cloud',
    (backupRegion) => {
      expect(() => newLedger(newStack(newApp()), { backupRegion })).toThrow(RegionError);
    },
  );

  test('are not made anywhere outside the EU/EEA', () => {
    expect(() => stackOf('us-east-1')).toThrow(RegionError);
  });

  test('of a trial can be deleted', () => {
    for (const { DeletionPolicy, Properties } of resources(
      stackOf('eu-west-1', RemovalPolicy.DESTROY),
      'AWS::Backup::BackupVault',
    ).values()) {
      expect([DeletionPolicy, Properties['LockConfiguration']]).toEqual(['Delete', undefined]);
    }
  });

  test('are none unless they are asked for', () => {
    expect(JSON.stringify([...plans.values()])).not.toContain('CopyActions');
  });
});

describe('a trial', () => {
  const copies = (props: Parameters<typeof synthesize>[0]) => resources(synthesize(props), 'AWS::Backup::BackupVault');

  test('has none, and nobody needs to have them', () => {
    expect(copies({ removalPolicy: RemovalPolicy.DESTROY }).size).toBe(0);
    expect(copies({ backups: false }).size).toBe(0);
  });

  test('may have some that can be deleted', () => {
    const made = copies({ removalPolicy: RemovalPolicy.DESTROY, backups: true });
    expect(made.size).toBe(2);
    for (const { DeletionPolicy, Properties } of made.values()) {
      expect([DeletionPolicy, Properties['LockConfiguration']]).toEqual(['Delete', undefined]);
    }
  });
});
