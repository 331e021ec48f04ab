import { CONSUMERS } from '../../shared/consent/consumers';
import { functionNames } from '../../infra/bundle';
import { functions, only, referenced, type Resource, resources, synthesize } from './synthesis';

const template = synthesize({ alarmEmail: 'operations@example.com', trustedProxies: ['192.0.2.0/24'] });
const named = (type: string) =>
  new Map([...resources(template, type)].map(([id, resource]) => [referenced({ Ref: id }), resource]));

const tables = named('AWS::DynamoDB::GlobalTable');
const queues = named('AWS::SQS::Queue');
const alarms = [...resources(template, 'AWS::CloudWatch::Alarm').values()];

describe('functions', () => {
  test('are one per file in functions/', () => {
    expect([...functions(template).keys()].sort()).toEqual(functionNames());
  });

  test.each([...functions(template)])('%s runs on arm64 and nodejs24.x, untraced', (_, { Properties }) => {
    expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(Properties['TracingConfig']).toBeUndefined();
    expect(referenced(Properties['KmsKeyArn'])).toBe('ConsentKeysOperations');
  });

  test.each([...functions(template)])('%s knows its tables and secrets, and no others', (name, { Properties }) => {
    const uses: Record<string, string[]> = {
      signup: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
      notices: [],
      fallback: [],
      confirm: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
      unsubscribe: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
      assets: ['LEDGER_TABLE', 'LINK_KEYS_SECRET'],
      evidence: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
      permissions: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET'],
      audience: ['AUDIENCE_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
      mailer: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'SES_CONFIGURATION_SET', 'VAULT_TABLE'],
      retention: ['LEDGER_TABLE', 'VAULT_TABLE'],
      projector: ['AUDIENCE_TABLE', 'LEDGER_TABLE'],
      'link-keys-rotation': ['LINK_KEYS_SECRET'],
    };
    const variables = Object.keys(Properties['Environment'].Variables);
    expect(variables.filter((variable) => /_(TABLE|SECRET|SET)$/.test(variable)).sort()).toEqual(uses[name]);
    expect(Properties['Environment'].Variables.TRUSTED_PROXIES).toBe('192.0.2.0/24');
    const readsSecrets = uses[name]?.some((variable) => variable.endsWith('_SECRET')) && name !== 'link-keys-rotation';
    expect(Properties['Layers'] ?? []).toHaveLength(readsSecrets ? 1 : 0);
  });
});

test('every log is encrypted and kept for 90 days', () => {
  const logs = [...resources(template, 'AWS::Logs::LogGroup').values()];
  expect(logs).toHaveLength(functions(template).size + 2);
  for (const { Properties } of logs) {
    expect(Properties['RetentionInDays']).toBe(90);
    expect(referenced(Properties['KmsKeyId'])).toBe('ConsentKeysOperations');
  }
});

describe('tables', () => {
  const days: Record<string, number> = { Ledger: 35, Vault: 7, Audience: 1 };

  test.each(Object.keys(days))('the %s expires items, is recoverable, protected and has a key of its own', (name) => {
    const table = tables.get(`ConsentTables${name}`);
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days[name] },
        },
      ],
    });
    expect(referenced(table?.Properties['Replicas'][0].SSESpecification.KMSMasterKeyId)).toBe(`ConsentKeys${name}`);
    expect(table?.DeletionPolicy).toBe('Retain');
  });

  test('there are no others, and no replicas in other regions', () => {
    expect(tables.size).toBe(3);
    for (const { Properties } of tables.values()) {
      expect(Properties['Replicas'].map(({ Region }: { Region: string }) => Region)).toEqual(['eu-central-1']);
    }
  });

  test('only the ledger has a stream: it is the only one with a reader, and holds nothing personal', () => {
    const streams = [...tables].filter(([, { Properties }]) => Properties['StreamSpecification']);
    expect(streams.map(([name]) => name)).toEqual(['ConsentTablesLedger']);
    expect(streams[0]?.[1].Properties['StreamSpecification']).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  test('every key rotates and outlives the stack', () => {
    for (const { Properties, DeletionPolicy } of resources(template, 'AWS::KMS::Key').values()) {
      expect(Properties).toMatchObject({ EnableKeyRotation: true, PendingWindowInDays: 30 });
      expect(DeletionPolicy).toBe('Retain');
    }
  });
});

describe('the pipe', () => {
  const pipe = only(template, 'AWS::Pipes::Pipe').Properties;

  test('takes new entries of subjects only', () => {
    const [{ Pattern }] = pipe['SourceParameters'].FilterCriteria.Filters;
    expect(JSON.parse(Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { NewImage: { pk: { S: [{ prefix: 'subject#' }] }, type: { S: [{ exists: true }] } } },
    });
  });

  test('puts ids on the bus, and the type of the step', () => {
    expect(pipe['TargetParameters'].EventBridgeEventBusParameters).toEqual({
      Source: 'consent.ledger',
      DetailType: '$.dynamodb.NewImage.type.S',
    });
    expect(JSON.parse(pipe['TargetParameters'].InputTemplate)).toEqual({
      site: '<$.dynamodb.NewImage.site.S>',
      subject: '<$.dynamodb.NewImage.pk.S>',
    });
  });

  test('misses nothing, narrows down what fails, and gives up in time for a repair', () => {
    expect(pipe['SourceParameters'].DynamoDBStreamParameters).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      OnPartialBatchItemFailure: 'AUTOMATIC_BISECT',
      MaximumRecordAgeInSeconds: 12 * 3600,
    });
    expect(referenced(pipe['SourceParameters'].DynamoDBStreamParameters.DeadLetterConfig)).toBe('ConsentBusDeadLetters');
  });

  test('logs no entries', () => {
    expect(pipe['LogConfiguration'].IncludeExecutionData).toBeUndefined();
  });
});

describe.each([...CONSUMERS])('the consumer $name', ({ name, types }) => {
  const queue = queues.get(`Consent${name}Queue`);
  const rules = named('AWS::Events::Rule');

  test('hears of its steps and no others', () => {
    expect(rules.get(`Consent${name}Rule`)?.Properties['EventPattern']).toEqual({
      source: ['consent.ledger'],
      'detail-type': types,
    });
  });

  test('keeps what the rule could not deliver, and what failed five times', () => {
    const [target] = rules.get(`Consent${name}Rule`)?.Properties['Targets'] as Record<string, unknown>[];
    expect(referenced(target?.['Arn'])).toBe(`Consent${name}Queue`);
    expect(referenced(target?.['DeadLetterConfig'])).toBe(`Consent${name}DeadLetters`);
    expect(queue?.Properties['RedrivePolicy'].maxReceiveCount).toBe(5);
    expect(referenced(queue?.Properties['RedrivePolicy'])).toBe(`Consent${name}DeadLetters`);
  });

  test('works in batches and reports what failed of one', () => {
    const mappings = [...resources(template, 'AWS::Lambda::EventSourceMapping').values()];
    const mapping = mappings.find(({ Properties }) => referenced(Properties['FunctionName']) === `ConsentFunctions${name}`);
    expect(mapping?.Properties).toMatchObject({
      BatchSize: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
    expect(referenced(mapping?.Properties['EventSourceArn'])).toBe(`Consent${name}Queue`);
  });

  test('has time to work: a message stays hidden six times as long as the function may run', () => {
    const timeout = functions(template).get(name)?.Properties['Timeout'] as number;
    expect(queue?.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * timeout);
  });
});

describe('queues', () => {
  test('are encrypted and refuse plain HTTP', () => {
    const policies = JSON.stringify([...resources(template, 'AWS::SQS::QueuePolicy').values()]);
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(queues.size);
    for (const { Properties } of queues.values()) expect(Properties['SqsManagedSseEnabled']).toBe(true);
  });

  test('of dead letters keep them for 14 days, longer than any other', () => {
    for (const [name, { Properties }] of queues) {
      const days = (Properties['MessageRetentionPeriod'] as number) / 86_400;
      expect(days).toBe(name.endsWith('DeadLetters') ? 14 : 7);
    }
  });

  test('each has a dead-letter queue or is one, and each of those has an alarm', () => {
    const deadLetters = [...queues.keys()].filter((name) => name.endsWith('DeadLetters'));
    const others = [...queues].filter(([name]) => !name.endsWith('DeadLetters'));
    expect(others.every(([, { Properties }]) => Properties['RedrivePolicy'])).toBe(true);
    expect(deadLetters).toHaveLength(CONSUMERS.length + 1);
    for (const name of deadLetters) {
      expect(watching('ApproximateNumberOfMessagesVisible', name)).toMatchObject([{ Threshold: 1 }]);
    }
  });
});

function watching(metric: string, resource: string): Resource['Properties'][] {
  return alarms
    .map(({ Properties }) => Properties)
    .filter(({ MetricName, Dimensions }) => MetricName === metric && referenced(Dimensions) === resource);
}

describe('alarms', () => {
  test.each([...functions(template).keys()])('watch the errors and throttles of %s', (name) => {
    const id = `ConsentFunctions${name.replaceAll('-', '')}`;
    expect(watching('Errors', id)).toMatchObject([{ Threshold: 1, Statistic: 'Sum' }]);
    expect(watching('Throttles', id)).toMatchObject([{ Threshold: 1, Statistic: 'Sum' }]);
  });

  test.each([
    ['ExecutionFailed', 'ConsentBusPipe', 1],
    ['5xx', 'ConsentApiHttp', 1],
    ['Reputation.BounceRate', 'ConsentMailConfigurationSet', 0.05],
    ['Reputation.ComplaintRate', 'ConsentMailConfigurationSet', 0.001],
    ['ApproximateAgeOfOldestMessage', 'ConsentmailerQueue', 900],
  ])('watch %s of %s', (metric, resource, threshold) => {
    expect(watching(metric, resource)).toMatchObject([{ Threshold: threshold }]);
  });

  test('are mailed to the operators', () => {
    expect(only(template, 'AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'operations@example.com',
    });
    for (const { Properties } of alarms) expect(Properties['AlarmActions'].map(referenced)).toEqual(['ConsentAlarms']);
  });

  test('have a dashboard', () => {
    expect(resources(template, 'AWS::CloudWatch::Dashboard').size).toBe(1);
  });
});

describe('secrets', () => {
  const secrets = named('AWS::SecretsManager::Secret');

  test('are made by AWS: 64 characters, numbered from 1 where they rotate', () => {
    const made = { PasswordLength: 64, ExcludePunctuation: true };
    expect(secrets.get('ConsentSecretsLinkKeys')?.Properties['GenerateSecretString']).toEqual({
      ...made,
      SecretStringTemplate: '{"current":1}',
      GenerateStringKey: '1',
    });
    expect(secrets.get('ConsentSecretsSubjectKey')?.Properties['GenerateSecretString']).toEqual({
      ...made,
      SecretStringTemplate: '{}',
      GenerateStringKey: 'key',
    });
  });

  test('outlive the stack, under a key of their own', () => {
    for (const { Properties, DeletionPolicy } of secrets.values()) {
      expect(DeletionPolicy).toBe('Retain');
      expect(referenced(Properties['KmsKeyId'])).toBe('ConsentKeysSecrets');
    }
  });

  test('the link keys rotate every 90 days, the subject key never', () => {
    const rotation = only(template, 'AWS::SecretsManager::RotationSchedule').Properties;
    expect(referenced(rotation['SecretId'])).toBe('ConsentSecretsLinkKeys');
    expect(referenced(rotation['RotationLambdaARN'])).toBe('ConsentFunctionslinkkeysrotation');
    expect(rotation['RotationRules']).toEqual({ AutomaticallyAfterDays: 90 });
  });
});

describe('mail', () => {
  const set = only(template, 'AWS::SES::ConfigurationSet').Properties;

  test('needs TLS all the way, and is measured', () => {
    expect(set).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
  });

  test('carries no pixel and no rewritten link, and leaves no list of addresses at SES', () => {
    expect(set['TrackingOptions']).toBeUndefined();
    expect(set['VdmOptions']).toEqual({ DashboardOptions: { EngagementMetrics: 'DISABLED' } });
    expect(set['SuppressionOptions']).toEqual({ SuppressedReasons: [] });
  });

  test('is signed for the sender domain', () => {
    expect(only(template, 'AWS::SES::EmailIdentity').Properties).toMatchObject({ EmailIdentity: 'example.com' });
    expect(Object.keys(template.findOutputs('*')).filter((id) => id.includes('Dkim'))).toHaveLength(3);
  });
});
