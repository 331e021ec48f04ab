import { DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { GetServiceQuotaCommand, ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { ListSubscriptionsByTopicCommand } from '@aws-sdk/client-sns';
import { GetParameterCommand, GetParametersCommand, ParameterNotFound } from '@aws-sdk/client-ssm';
import { ACCOUNT, aws } from './account';
import type { Trouble } from './trouble';

/** Of bootstrap, quotas, copies, the secret, and who hears of what. */
export const ACCOUNT_TROUBLES: readonly Trouble[] = [
  [
    'a region without bootstrap',
    () => aws.ssm.on(GetParameterCommand).rejects(new ParameterNotFound({ message: 'no', $metadata: {} })),
    'wrong',
    'us-east-1 is not bootstrapped.',
    `npx cdk bootstrap --app '' aws://${ACCOUNT}/us-east-1`,
  ],
  [
    'an old bootstrap',
    () => aws.ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '5' } }),
    'wrong',
    'eu-west-1 has a bootstrap stack of version 5.',
    'npx cdk bootstrap',
  ],
  [
    'a region without a service',
    () => aws.ssm.on(GetParametersCommand).resolves({ Parameters: [], InvalidParameters: ['x'] }),
    'look',
    'AWS does not list apigateway, dynamodb, events, kms, lambda, secretsmanager, ses, sns, backup in eu-west-1.',
    'take another region',
  ],
  [
    'a new account, in which something is to be set aside',
    () => aws.lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 299 } }),
    'wrong',
    'Lambda runs 299 functions at once',
    '--quota-code L-B99A9384',
  ],
  [
    'a new account',
    () => aws.lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } }),
    'look',
    'Lambda runs 10 functions at once',
    'request-service-quota-increase --region eu-west-1',
    { reservedConcurrency: null },
  ],
  [
    'a gateway that lets fewer through',
    () => aws.quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 2500 } }),
    'look',
    'API Gateway lets 2500 requests a second through',
    '--quota-code L-8A5B8E43',
  ],
  [
    'slow signing',
    () =>
      aws.quotas.on(ListServiceQuotasCommand).resolves({
        Quotas: [{ QuotaName: 'Cryptographic operations (ECC) request rate', QuotaCode: 'L-0', Value: 5 }],
      }),
    'look',
    'KMS signs 5 times a second',
    '--quota-code L-0',
  ],
  [
    'copies that are not allowed',
    () => aws.backup.on(DescribeRegionSettingsCommand).resolves({ ResourceTypeOptInPreference: { DynamoDB: true } }),
    'wrong',
    'AWS Backup may not copy DynamoDB in its own way in eu-north-1.',
    'aws backup update-region-settings --region eu-north-1',
  ],
  [
    'a secret that nobody filled in',
    () => aws.secrets.on(GetSecretValueCommand).resolves({ SecretString: '{}' }),
    'wrong',
    'The secret does not say how these are reached: one/lists.',
    'aws secretsmanager put-secret-value --secret-id arn:physical:ConsentSecretsProcessors',
  ],
  [
    'a subscription that waits',
    () =>
      aws.sns
        .on(ListSubscriptionsByTopicCommand)
        .resolves({ Subscriptions: [{ SubscriptionArn: 'PendingConfirmation' }] }),
    'wrong',
    'SNS does not tell the stack of bounces and complaints.',
    'docs/deployment.md, step 9',
  ],
  [
    'alarms that nobody confirmed',
    () => aws.sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [] }),
    'wrong',
    'Alarms do not reach operations@example.com.',
    'aws sns subscribe --protocol email',
  ],
  [
    'alarms that nobody hears',
    () => undefined,
    'look',
    'Nobody hears of alarms.',
    'Give an address',
    { alarmEmail: null },
  ],
];
