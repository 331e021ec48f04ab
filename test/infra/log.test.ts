import { Duration } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ConsentLedgerProps } from '../../infra/consent-ledger';
import { grants } from './grants';
import {
  functions,
  named,
  newApp,
  newLedger,
  newStack,
  only,
  property,
  referenced,
  resources,
  synthesize,
  variables,
} from './synthesis';
import { whole } from './whole';

const byDefault = synthesize({ timestampUrl: 'https://timestamps.example.com/tsr' });
const rotating = withDomain({ logKeys: ['kms-2', 'secret-1'], archiveRetention: Duration.days(1096) });

function withDomain(props: Partial<ConsentLedgerProps>): Template {
  const stack = newStack(newApp());
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-central-1:1:certificate/x');
  const domain = { domainName: 'consent.example.com', certificate };
  newLedger(stack, { domain, ...props });
  return whole(stack);
}

const variable = (template: Template, name: string, key: string) => variables(functions(template).get(name))[key];

/** What LOG_SIGNERS joins: kinds and commas, and between them the keys. */
function signers(template: Template): string[] {
  const parts = property(
    functions(template).get('sequencer'),
    'Environment',
    'Variables',
    'LOG_SIGNERS',
    'Fn::Join',
    1,
  );
  return (parts as unknown[]).map((part) => (typeof part === 'string' ? part : referenced(part)));
}

describe('the keys of the log', () => {
  const signingKeys = (template: Template) =>
    [...named(template, 'AWS::KMS::Key')].filter(([, { Properties }]) => Properties['KeyUsage'] === 'SIGN_VERIFY');

  test('are one Ed25519 key of KMS, unless said otherwise', () => {
    expect(signers(byDefault)).toEqual(['kms:', 'ConsentLogKeyskms1']);
    expect(signingKeys(byDefault)).toMatchObject([
      ['ConsentLogKeyskms1', { Properties: { KeySpec: 'ECC_NIST_EDWARDS25519' } }],
    ]);
  });

  test('all sign while they change, the current one first, and may be of both kinds', () => {
    expect(signers(rotating)).toEqual(['kms:', 'ConsentLogKeyskms2', ',secret:', 'ConsentSecretsLogKeysecret1']);
    expect(signingKeys(rotating).map(([name]) => name)).toEqual(['ConsentLogKeyskms2']);
    const statements = grants(rotating).get('sequencer') ?? [];
    const allowed = (action: string) =>
      statements.filter(({ actions }) => actions.includes(action)).flatMap(({ resources: on }) => on);
    expect(allowed('kms:Sign')).toEqual(['ConsentLogKeyskms2']);
    expect(allowed('secretsmanager:GetSecretValue')).toEqual(['ConsentSecretsLogKeysecret1']);
  });

  test('that are secrets are made by AWS, outlive the stack and are read through the extension', () => {
    const secret = named(rotating, 'AWS::SecretsManager::Secret').get('ConsentSecretsLogKeysecret1');
    expect(secret?.DeletionPolicy).toBe('RetainExceptOnCreate');
    expect(secret?.Properties['GenerateSecretString']).toEqual({
      PasswordLength: 64,
      ExcludePunctuation: true,
      SecretStringTemplate: '{}',
      GenerateStringKey: 'key',
    });
    const layers = (template: Template) => property(functions(template).get('sequencer'), 'Layers', 0);
    expect(layers(rotating)).toBeDefined();
    expect(layers(byDefault)).toBeUndefined();
  });
});

test('the log is named after its address', () => {
  expect(variable(rotating, 'sequencer', 'LOG_ORIGIN')).toBe('consent.example.com/log');
  // https://<id>.execute-api...: what comes after the second slash.
  expect(variable(byDefault, 'sequencer', 'LOG_ORIGIN')).toEqual({
    'Fn::Join': [
      '',
      [
        {
          'Fn::Select': [
            2,
            { 'Fn::Split': ['/', { 'Fn::GetAtt': [expect.stringMatching(/^ConsentApiHttp/), 'ApiEndpoint'] }] },
          ],
        },
        '/log',
      ],
    ],
  });
});

test('only archive is told of the authority for timestamps', () => {
  const told = [...functions(byDefault)].filter(([, fn]) => variables(fn)['TIMESTAMP_URL'] !== undefined);
  expect(told.map(([name]) => name)).toEqual(['archive']);
  expect(variable(byDefault, 'archive', 'TIMESTAMP_URL')).toBe('https://timestamps.example.com/tsr');
});

describe('the sequencer', () => {
  const of = (source: RegExp) =>
    [...resources(byDefault, 'AWS::Lambda::EventSourceMapping').values()].find(
      ({ Properties }) =>
        referenced(Properties['FunctionName']) === 'ConsentFunctionssequencer' &&
        source.test(referenced(Properties['EventSourceArn'])),
    );
  const mapping = of(/^ConsentTablesLedger/);

  test('gets what the pipe gets, new entries of subjects, and what says that a site was deleted; from the first on', () => {
    const pipe = only(byDefault, 'AWS::Pipes::Pipe');
    expect(mapping?.Properties['EventSourceArn']).toEqual(pipe.Properties['Source']);
    const ofPipe = property(pipe, 'SourceParameters', 'FilterCriteria', 'Filters') as object[];
    const closings = { eventName: ['INSERT'], dynamodb: { NewImage: { pk: { S: [{ prefix: 'closing#' }] } } } };
    expect(mapping?.Properties['FilterCriteria']).toEqual({
      Filters: [...ofPipe, { Pattern: JSON.stringify(closings) }],
    });
    expect(mapping?.Properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', BatchSize: 1000 });
  });

  test('tries again until the stream forgets, and says what it could not take in', () => {
    expect(mapping?.Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: -1,
      MaximumRecordAgeInSeconds: 23 * 3600,
    });
    expect(referenced(mapping?.Properties['DestinationConfig'])).toBe('ConsentStreamDeadLetters');
  });

  test('writes by itself, however many shards the stream has: they fill one queue, and two at most work it off', () => {
    expect(referenced(variable(byDefault, 'sequencer', 'LOG_QUEUE'))).toBe('ConsentLogFeedQueue');
    expect(of(/^ConsentLogFeedQueue/)?.Properties).toMatchObject({
      BatchSize: 1000,
      MaximumBatchingWindowInSeconds: 2,
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('tries what is in the queue for more than a day, and has two weeks to repair what keeps it from it', () => {
    const queue = named(byDefault, 'AWS::SQS::Queue').get('ConsentLogFeedQueue');
    const timeout = functions(byDefault).get('sequencer')?.Properties['Timeout'] as number;
    const rest = queue?.Properties['VisibilityTimeout'] as number;
    expect(rest).toBeGreaterThan(timeout);
    expect(property(queue, 'RedrivePolicy', 'maxReceiveCount') as number).toBeGreaterThan((30 * 3600) / rest);
    expect(referenced(queue?.Properties['RedrivePolicy'])).toBe('ConsentLogFeedDeadLetters');
  });
});

describe('the archive', () => {
  const lock = (template: Template) =>
    property(only(template, 'AWS::S3::Bucket'), 'ObjectLockConfiguration', 'Rule', 'DefaultRetention');

  test('lets nobody delete for ten years, or as long as it is told', () => {
    expect(only(byDefault, 'AWS::S3::Bucket').Properties['ObjectLockEnabled']).toBe(true);
    expect(lock(byDefault)).toEqual({ Mode: 'COMPLIANCE', Days: 3653 });
    expect(lock(rotating)).toEqual({ Mode: 'COMPLIANCE', Days: 1096 });
  });

  test('is encrypted without a key that could be deleted, closed to the public, and outlives the stack', () => {
    const bucket = only(byDefault, 'AWS::S3::Bucket');
    expect(JSON.stringify(bucket.Properties['BucketEncryption'])).toContain('"SSEAlgorithm":"AES256"');
    expect(Object.values(bucket.Properties['PublicAccessBlockConfiguration'] as object)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(bucket.DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('takes nothing twice, and no order to delete', () => {
    const [policy] = resources(byDefault, 'AWS::S3::BucketPolicy').values();
    const statements = property(policy, 'PolicyDocument', 'Statement') as { Effect: string; Action: string }[];
    const denied = statements.filter(({ Effect, Action }) => Effect === 'Deny' && Action !== 's3:*');
    expect(denied).toMatchObject([
      { Action: 's3:PutObject', Principal: { AWS: '*' }, Condition: { Null: { 's3:if-none-match': 'true' } } },
      { Action: 's3:DeleteObject', Principal: { AWS: '*' } },
    ]);
  });

  test('is filled every hour, and an hour that could not be started leaves a message', () => {
    const rule = named(byDefault, 'AWS::Events::Rule').get('ConsentArchiveHourly');
    expect(rule?.Properties['ScheduleExpression']).toBe('rate(1 hour)');
    const [target] = rule?.Properties['Targets'] as Record<string, unknown>[];
    expect(referenced(target?.['Arn'])).toBe('ConsentFunctionsarchive');
    expect(referenced(target?.['DeadLetterConfig'])).toBe('ConsentClockDeadLetters');
  });
});

test('operators are told what their tools ask for', () => {
  const outputs = Object.keys(byDefault.findOutputs('*')).map((id) => id.replace(/[0-9A-F]{8}$/, ''));
  expect(outputs).toEqual(
    expect.arrayContaining(
      [
        'PublicUrl',
        'LedgerTable',
        'VaultTable',
        'AudienceTable',
        'LogTable',
        'ArchiveBucket',
        'MailerQueue',
        'ProjectorQueue',
      ].map((name) => `Consent${name}`),
    ),
  );
});
