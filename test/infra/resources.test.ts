import { functionFiles } from '../../infra/function-files';
import { OF_ASKED_TOOLS, OF_EDGE, OF_INBOX, OF_WITNESSES } from '../../infra/functions';
import { functions, named, only, property, referenced, resources, synthesize, variables } from './synthesis';

const template = synthesize({ trustedProxies: ['192.0.2.0/24'] });
const tables = named(template, 'AWS::DynamoDB::GlobalTable');

describe('functions', () => {
  test('are one per file in the rooms of functions/', () => {
    // Where no mail comes in, nothing waits for any, and where nobody cosigns, or every tool reports, nobody is asked.
    const names = [...functionFiles().keys()].filter(
      (name) => ![...OF_ASKED_TOOLS, ...OF_EDGE, ...OF_INBOX, ...OF_WITNESSES].includes(name),
    );
    expect([...functions(template).keys()].sort()).toEqual(names);
  });

  test.each([...functions(template)])('%s runs on arm64 and nodejs24.x, untraced', (_, { Properties }) => {
    expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(Properties['TracingConfig']).toBeUndefined();
    expect(referenced(Properties['KmsKeyArn'])).toBe('ConsentKeysOperations');
  });

  const KNOWS: Record<string, string[]> = {
    signup: ['LEDGER_TABLE', 'LIMITS_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    static: [],
    confirm: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
    unsubscribe: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
    keep: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
    preferences: ['LEDGER_TABLE', 'LIMITS_TABLE', 'LINK_KEYS_SECRET', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    reports: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    feedback: ['LEDGER_TABLE', 'LIMITS_TABLE', 'PROCESSORS_SECRET', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    announcements: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'LINK_KEYS_SECRET', 'SES_CONFIGURATION_SET', 'VAULT_TABLE'],
    review: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'MAILER_QUEUE', 'VAULT_TABLE'],
    assets: ['LEDGER_TABLE', 'LINK_KEYS_SECRET'],
    evidence: ['ARCHIVE_BUCKET', 'LEDGER_TABLE', 'LOG_ORIGIN', 'LOG_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    cases: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    'case-watch': ['AUDIENCE_TABLE'],
    subjects: ['LEDGER_TABLE', 'LIMITS_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    resend: [
      ...['LEDGER_TABLE', 'LIMITS_TABLE', 'LINK_KEYS_SECRET', 'SES_CONFIGURATION_SET'],
      ...['SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    ],
    desk: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    receipts: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'LOG_ORIGIN', 'LOG_TABLE'],
    permissions: ['LEDGER_TABLE', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    audience: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'LINK_KEYS_SECRET', 'VAULT_TABLE'],
    links: ['LEDGER_TABLE', 'LINK_KEYS_SECRET', 'SUBJECT_KEY_SECRET', 'VAULT_TABLE'],
    mailer: [
      'LEDGER_TABLE',
      'LIMITS_TABLE',
      'LINK_KEYS_SECRET',
      'SES_CONFIGURATION_SET',
      'SUBJECT_KEY_SECRET',
      'VAULT_TABLE',
    ],
    brake: ['LIMITS_TABLE', 'SUBJECT_KEY_SECRET'],
    mover: ['LEDGER_TABLE', 'VAULT_TABLE'],
    retention: ['LEDGER_TABLE', 'VAULT_TABLE'],
    projector: ['AUDIENCE_TABLE', 'LEDGER_TABLE'],
    notifier: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'PROCESSORS_SECRET', 'VAULT_TABLE'],
    deliveries: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'PROCESSORS_SECRET', 'VAULT_TABLE'],
    deletions: ['AUDIENCE_TABLE', 'LEDGER_TABLE', 'VAULT_TABLE'],
    sequencer: ['LOG_ORIGIN', 'LOG_QUEUE', 'LOG_SIGNERS', 'LOG_TABLE'],
    log: ['LOG_ORIGIN', 'LOG_TABLE'],
    archive: ['ARCHIVE_BUCKET', 'LOG_ORIGIN', 'LOG_TABLE'],
    'link-keys-rotation': ['LINK_KEYS_SECRET'],
  };

  test.each([...functions(template)])('%s knows what it works with, and nothing else', (name, fn) => {
    const known = Object.keys(variables(fn)).filter((variable) =>
      /_(TABLE|QUEUE|SECRET|SET|ORIGIN|SIGNERS|BUCKET)$/.test(variable),
    );
    expect(known.sort()).toEqual(KNOWS[name]);
    expect(variables(fn)['TRUSTED_PROXIES']).toBe('192.0.2.0/24');
  });

  test.each([...functions(template)])('%s has the secrets extension if it reads one', (name, fn) => {
    const reads = KNOWS[name]?.some((variable) => variable.endsWith('_SECRET')) && name !== 'link-keys-rotation';
    expect(property(fn, 'Layers', 0) !== undefined).toBe(reads);
  });
});

test('evidence, subjects, sequencer, archive and review have the time and memory that they need', () => {
  const sizes = [...functions(template)].map(([name, { Properties }]) => [
    name,
    [Properties['Timeout'], Properties['MemorySize']],
  ]);
  expect(Object.fromEntries(sizes)).toMatchObject({
    evidence: [29, 1024],
    subjects: [29, 1024],
    cases: [29, 512],
    sequencer: [60, 512],
    archive: [30, 512],
    review: [900, 512],
    signup: [10, 512],
  });
});

describe('executions at once', () => {
  const setAside = (props: Parameters<typeof synthesize>[0]) =>
    Object.fromEntries(
      [...functions(synthesize(props))].flatMap(([name, { Properties }]) =>
        Properties['ReservedConcurrentExecutions'] === undefined
          ? []
          : [[name, Properties['ReservedConcurrentExecutions']]],
      ),
    );

  test('are set aside for people, most for withdrawals, and sign-ups get no more than their share', () => {
    expect(setAside({ reservedConcurrency: 101 })).toEqual({
      unsubscribe: 40,
      preferences: 20,
      confirm: 20,
      signup: 20,
    });
  });

  test('are not set aside unless it is said: a new account has too few', () => {
    expect(setAside({ trustedProxies: ['192.0.2.0/24'] })).toEqual({});
  });
});

test('every log is encrypted and kept for 90 days', () => {
  const logs = [...resources(template, 'AWS::Logs::LogGroup').values()];
  // Of the five rooms of functions, of the API and of the pipe.
  expect(logs).toHaveLength(7);
  for (const { Properties } of logs) {
    expect(Properties['RetentionInDays']).toBe(90);
    expect(referenced(Properties['KmsKeyId'])).toBe('ConsentKeysOperations');
  }
});

describe('tables', () => {
  const days: Record<string, number> = { Ledger: 35, Vault: 7, Audience: 1, Log: 35 };

  test.each(Object.keys(days))('the %s is recoverable, protected and has a key of its own', (name) => {
    const table = tables.get(`ConsentTables${name}`);
    expect(table?.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      Replicas: [
        {
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: days[name] },
        },
      ],
    });
    expect(referenced(property(table, 'Replicas', 0, 'SSESpecification'))).toBe(`ConsentKeys${name}`);
    expect(table?.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('are copied, but for what is counted for hours', () => {
    const limits = tables.get('ConsentTablesLimits');
    expect(property(limits, 'Replicas', 0, 'PointInTimeRecoverySpecification')).toEqual({
      PointInTimeRecoveryEnabled: false,
    });
    expect(referenced(property(limits, 'Replicas', 0, 'SSESpecification'))).toBe('ConsentKeysLimits');
  });

  test('expire items, but for the log, in which nothing ever ends', () => {
    const expiring = [...tables].filter(([, { Properties }]) => Properties['TimeToLiveSpecification']);
    expect(expiring.map(([name]) => name.replace('ConsentTables', ''))).toEqual([
      'Ledger',
      'Vault',
      'Audience',
      'Limits',
    ]);
    for (const [, { Properties }] of expiring) {
      expect(Properties['TimeToLiveSpecification']).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    }
  });

  test('there are no others, and no replicas in other regions', () => {
    expect(tables.size).toBe(5);
    for (const table of tables.values()) {
      expect(property(table, 'Replicas')).toMatchObject([{ Region: 'eu-central-1' }]);
    }
  });

  test('only the ledger has a stream: it is the only one with a reader, and holds nothing personal', () => {
    const streams = [...tables].filter(([, { Properties }]) => Properties['StreamSpecification']);
    expect(streams.map(([name]) => name)).toEqual(['ConsentTablesLedger']);
    expect(streams[0]?.[1].Properties['StreamSpecification']).toEqual({ StreamViewType: 'NEW_IMAGE' });
  });

  test('every key outlives the stack, and rotates if it encrypts', () => {
    for (const { Properties, DeletionPolicy } of resources(template, 'AWS::KMS::Key').values()) {
      const encrypts = Properties['KeyUsage'] !== 'SIGN_VERIFY';
      expect(Properties).toMatchObject({ PendingWindowInDays: 30, ...(encrypts && { EnableKeyRotation: true }) });
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
    }
  });
});

describe('secrets', () => {
  const secrets = named(template, 'AWS::SecretsManager::Secret');

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
      expect(DeletionPolicy).toBe('RetainExceptOnCreate');
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
