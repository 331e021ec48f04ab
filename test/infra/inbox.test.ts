import { grants } from './grants';
import { alarms } from './watched';
import { functions, named, only, property, referenced, resources, synthesize, variables } from './synthesis';

const DOMAIN = 'inbox.example.com';
const template = synthesize({ inboxDomain: DOMAIN });
const without = synthesize();
const statements = grants(template);

/** What a function may do to what is called so. */
function mayDo(name: string, store: string): string[] {
  const granted = (statements.get(name) ?? []).filter(({ resources: on }) => on.some((id) => id.startsWith(store)));
  return granted.flatMap(({ actions }) => actions.filter((action) => !action.startsWith('kms:'))).sort();
}

test('without a domain for it no mail is received, and nothing is there to do so', () => {
  expect([...functions(without).keys()].filter((name) => name === 'inbox')).toEqual([]);
  expect(resources(without, 'AWS::SES::ReceiptRule').size).toBe(0);
  expect(resources(without, 'AWS::S3::Bucket').size).toBe(1);
  expect(JSON.stringify(without.toJSON())).not.toContain('INBOX_');
});

describe('mail to the domain', () => {
  const rule = only(template, 'AWS::SES::ReceiptRule');

  test('is scanned, put into the bucket, and then told of', () => {
    const { Rule } = rule.Properties as { Rule: { Actions: object[] } };
    expect(Rule).toMatchObject({ Enabled: true, Recipients: [DOMAIN], ScanEnabled: true });
    expect(Rule.Actions.map((action) => Object.keys(action)[0])).toEqual(['S3Action', 'LambdaAction']);
    expect(Rule.Actions[0]).toMatchObject({ S3Action: { ObjectKeyPrefix: 'mail/' } });
    expect(referenced(property(rule, 'Rule', 'Actions', 0, 'S3Action', 'BucketName'))).toBe('ConsentInboxBucket');
    expect(Rule.Actions[1]).toMatchObject({ LambdaAction: { InvocationType: 'Event' } });
    expect(referenced(property(rule, 'Rule', 'Actions', 1, 'LambdaAction', 'FunctionArn'))).toBe(
      'ConsentFunctionsinbox',
    );
  });

  test('finds its way: the domain is shown to be ours, and the records are told', () => {
    const identities = [...resources(template, 'AWS::SES::EmailIdentity').values()].map((one) => one.Properties);
    expect(identities.map(({ EmailIdentity }) => EmailIdentity)).toContain(DOMAIN);
    const outputs = Object.entries(template.findOutputs('*') as Record<string, { Value: unknown }>);
    const mx = outputs.find(([id]) => id.startsWith('ConsentInboxMx'))?.[1].Value;
    expect(JSON.stringify(mx)).toContain('10 inbound-smtp.eu-central-1.');
    expect(outputs.filter(([id]) => id.startsWith('ConsentInbox') && id.includes('Dkim'))).toHaveLength(3);
    expect(outputs.filter(([id]) => id.startsWith('ConsentInboxRuleSet'))).toHaveLength(1);
  });

  test('is invoked by SES of this account alone', () => {
    const [permission] = [...resources(template, 'AWS::Lambda::Permission').values()].filter(
      ({ Properties }) => Properties['Principal'] === 'ses.amazonaws.com',
    );
    expect(referenced(permission?.Properties['FunctionName'])).toBe('ConsentFunctionsinbox');
    expect(permission?.Properties['SourceAccount']).toEqual({ Ref: 'AWS::AccountId' });
  });
});

describe('the bucket', () => {
  const bucket = named(template, 'AWS::S3::Bucket').get('ConsentInboxBucket');
  const policy = named(template, 'AWS::S3::BucketPolicy').get('ConsentInboxBucketPolicy');

  test('is encrypted, nobody’s but ours, and a net that outlasts an outage of two weeks', () => {
    expect(bucket?.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 22, Status: 'Enabled' }] },
    });
    expect(bucket?.Properties['VersioningConfiguration']).toBeUndefined();
    expect(bucket?.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('takes mails from SES of this account, and speaks TLS alone', () => {
    const granted = property(policy, 'PolicyDocument', 'Statement') as Record<string, unknown>[];
    expect(granted).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Effect: 'Allow', Action: 's3:PutObject', Principal: { Service: 'ses.amazonaws.com' } },
    ]);
    expect(granted[1]?.['Condition']).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
  });
});

describe('the function', () => {
  test('may get and delete mails, and do what follows from them, and nothing else', () => {
    expect(mayDo('inbox', 'ConsentInboxBucket')).toEqual([
      's3:DeleteObject',
      's3:GetObject',
      's3:ListBucket',
      's3:PutObject',
    ]);
    expect(mayDo('inbox', 'ConsentTablesLedger')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
    expect(mayDo('inbox', 'ConsentTablesVault')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
    expect(mayDo('inbox', 'ConsentTablesAudience')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
    expect(mayDo('inbox', 'ConsentMail')).toEqual(['ses:SendRawEmail']);
    const inPrefixes = JSON.stringify([...named(template, 'AWS::IAM::Role').values()]).match(/"\/[\w/]*\*"/g);
    expect(inPrefixes).toEqual(expect.arrayContaining(['"/mail/*"', '"/aws/lambda/async/*"']));
    expect(mayDo('case-watch', 'ConsentTablesAudience')).toEqual(['dynamodb:Query']);
  });

  test('is nobody else’s to read the bucket', () => {
    const others = [...statements.keys()].filter((name) => name !== 'inbox' && mayDo(name, 'ConsentInbox').length > 0);
    expect(others).toEqual([]);
  });

  test('is tried three times, and what failed is kept beside the mails, as the event names people', () => {
    const config = only(template, 'AWS::Lambda::EventInvokeConfig').Properties;
    expect(referenced(config['FunctionName'])).toBe('ConsentFunctionsinbox');
    expect(config).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 60 * 60 });
    const destination = (config['DestinationConfig'] as { OnFailure: { Destination: unknown } }).OnFailure.Destination;
    expect(referenced(destination)).toBe('ConsentInboxBucket');
  });

  test('knows the domain, as does whoever makes addresses to unsubscribe by', () => {
    const knowing = [...functions(template)].filter(([, fn]) => variables(fn)['INBOX_DOMAIN'] === DOMAIN);
    expect(knowing.map(([name]) => name)).toEqual(expect.arrayContaining(['inbox', 'mailer', 'audience']));
    for (const name of ['signup', 'review']) expect(knowing.map(([known]) => known)).not.toContain(name);
    expect(referenced(variables(functions(template).get('inbox'))['INBOX_BUCKET'])).toBe('ConsentInboxBucket');
  });
});

test('an alarm rings when a mail is lost on its way', () => {
  expect(alarms(template).get('InboxLost')?.metrics).toEqual([
    'AsyncEventsDropped ConsentFunctionsinbox',
    'DestinationDeliveryFailures ConsentFunctionsinbox',
  ]);
});

test('an alarm rings when so much waits to be read that a mail is left in the bucket, and for nothing else that is counted', () => {
  const pattern = '{ ($.message = "mail left unread") && ($.problem = "flood") }';
  const filters = [...resources(template, 'AWS::Logs::MetricFilter').values()].map(({ Properties }) => Properties);
  const [filter] = filters.filter(({ FilterPattern }) => FilterPattern === pattern);
  expect(referenced(filter?.['LogGroupName'])).toBe('ConsentFunctionsInboundLog');
  const [metric] = filter?.['MetricTransformations'] as Record<string, unknown>[];
  const rings = [...resources(template, 'AWS::CloudWatch::Alarm').values()].filter(
    (alarm) => property(alarm, 'MetricName') === metric?.['MetricName'],
  );
  expect(rings.map(({ Properties }) => Properties)).toMatchObject([
    {
      Namespace: metric?.['MetricNamespace'],
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      AlarmDescription: expect.stringContaining('npm run cli -- cases') as string,
    },
  ]);
});
