import { RemovalPolicy } from 'aws-cdk-lib';
import { named, property, referenced, type Resource, resources, synthesize } from './synthesis';

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
    expect(place?.DeletionPolicy).toBe('Retain');
  });
});

describe('the role that makes them', () => {
  function statements(plan: string): Record<string, unknown>[] {
    const role = referenced(property(selectionOf(plan), 'BackupSelection', 'IamRoleArn'));
    expect(named(template, 'AWS::IAM::Role').get(role)?.Properties['ManagedPolicyArns']).toBeUndefined();
    const policies = [...resources(template, 'AWS::IAM::Policy').values()];
    return policies
      .filter((policy) => (property(policy, 'Roles') as unknown[]).map(referenced).includes(role))
      .flatMap((policy) => property(policy, 'PolicyDocument', 'Statement') as Record<string, unknown>[]);
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

test('a copy that failed or did not begin in time raises an alarm', () => {
  const watched = [...resources(template, 'AWS::CloudWatch::Alarm').values()]
    .map(({ Properties }) => Properties)
    .filter(({ Namespace }) => Namespace === 'AWS/Backup')
    .map(({ MetricName, Dimensions, Threshold }) => [MetricName, referenced(Dimensions), Threshold]);
  expect(watched.sort()).toEqual([
    ['NumberOfBackupJobsExpired', 'ConsentBackupHistory', 1],
    ['NumberOfBackupJobsExpired', 'ConsentBackupPersonal', 1],
    ['NumberOfBackupJobsFailed', 'ConsentBackupHistory', 1],
    ['NumberOfBackupJobsFailed', 'ConsentBackupPersonal', 1],
  ]);
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
