import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { BackupClient, DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetServiceQuotaCommand, ListServiceQuotasCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { DescribeActiveReceiptRuleSetCommand, SESClient } from '@aws-sdk/client-ses';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ListSubscriptionsByTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetParameterCommand, GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import type { Names } from '../../../infra/doctor/names';
import { SUMMARY } from '../../../infra/stages/summary';
import { synthesize } from '../synthesis';

// No account of AWS answers here, and no engine has these calls: the answers have the shapes of AWS's API references.
export const aws = {
  acm: mockClient(ACMClient),
  backup: mockClient(BackupClient),
  cloudFormation: mockClient(CloudFormationClient),
  lambda: mockClient(LambdaClient),
  quotas: mockClient(ServiceQuotasClient),
  route53: mockClient(Route53Client),
  secrets: mockClient(SecretsManagerClient),
  ses: mockClient(SESClient),
  sesv2: mockClient(SESv2Client),
  sns: mockClient(SNSClient),
  ssm: mockClient(SSMClient),
  sts: mockClient(STSClient),
};
afterAll(() => Object.values(aws).forEach((client) => client.restore()));

export const ACCOUNT = '111111111111';
export const HOST = 'consent.example.com';
const STACK = 'ConsentLedger-prod';
const CREATED = new Date('2026-11-01T00:00:00Z');

/** Records of the world, by type and name. */
export interface World {
  txt: Record<string, string[]>;
  cname: Record<string, string[]>;
  mx: Record<string, string[]>;
  ns: Record<string, string[]>;
  issuers: Record<string, string[]>;
  addresses: Record<string, string[]>;
}

export const namesOf = (world: World): Names => ({
  txt: (name) => Promise.resolve(world.txt[name] ?? []),
  cname: (name) => Promise.resolve(world.cname[name] ?? []),
  mx: (name) => Promise.resolve(world.mx[name] ?? []),
  ns: (name) => Promise.resolve(world.ns[name] ?? []),
  issuers: (name) => Promise.resolve(world.issuers[name]),
  addresses: (name) => Promise.resolve(world.addresses[name] ?? []),
});

export const healthyWorld = (): World => ({
  txt: { '_dmarc.example.com': ['v=DMARC1; p=quarantine'], '_dmarc.example.org': ['v=DMARC1; p=none'] },
  cname: {},
  mx: { 'inbox.example.com': ['inbound-smtp.eu-west-1.amazonaws.com'] },
  ns: { 'example.com': ['ns-1.awsdns-01.org', 'ns-2.awsdns-02.co.uk'] },
  issuers: { 'example.com': ['letsencrypt.org', 'amazon.com'] },
  addresses: { [HOST]: ['203.0.113.7'] },
});

/** An account in which nothing is wrong with the full stage, deployed. */
export function healthy(): void {
  for (const client of Object.values(aws)) client.reset();
  aws.sts.on(GetCallerIdentityCommand).resolves({ Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/ops` });
  aws.ssm.on(GetParameterCommand).resolves({ Parameter: { Name: '/cdk-bootstrap/hnb659fds/version', Value: '29' } });
  aws.ssm
    .on(GetParametersCommand)
    .callsFake(({ Names: asked }: { Names: string[] }) => ({ Parameters: asked.map((Name) => ({ Name })) }));
  aws.lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 1000 } });
  aws.quotas.on(GetServiceQuotaCommand).resolves({ Quota: { QuotaCode: 'L-8A5B8E43', Value: 20_000 } });
  aws.quotas.on(ListServiceQuotasCommand).resolves({
    Quotas: [{ QuotaName: 'Cryptographic operations (ECC) request rate', QuotaCode: 'L-0', Value: 300 }],
  });
  healthyMail();
  aws.acm.on(DescribeCertificateCommand).resolves({ Certificate: { Status: 'ISSUED', DomainName: HOST } });
  aws.route53.on(GetHostedZoneCommand).resolves({
    HostedZone: { Id: '/hostedzone/Z1', Name: 'example.com.', CallerReference: 'x', Config: { PrivateZone: false } },
    DelegationSet: { NameServers: ['ns-1.awsdns-01.org', 'ns-3.awsdns-03.net'] },
  });
  const preference = { DynamoDB: true, S3: false };
  aws.backup
    .on(DescribeRegionSettingsCommand)
    .resolves({ ResourceTypeOptInPreference: preference, ResourceTypeManagementPreference: preference });
  healthyStack();
}

function healthyMail(): void {
  aws.sesv2.on(GetAccountCommand).resolves({
    ProductionAccessEnabled: true,
    SendingEnabled: true,
    EnforcementStatus: 'HEALTHY',
    SendQuota: { Max24HourSend: 2_000_000, MaxSendRate: 14, SentLast24Hours: 120 },
  });
  aws.sesv2.on(GetEmailIdentityCommand).resolves({
    VerifiedForSendingStatus: true,
    DkimAttributes: { Status: 'SUCCESS', Tokens: ['a', 'b', 'c'] },
  });
  aws.ses.on(DescribeActiveReceiptRuleSetCommand).resolves({
    Metadata: { Name: 'rules' },
    Rules: [{ Name: 'Rule', Enabled: true, Recipients: ['inbox.example.com'] }],
  });
}

function healthyStack(): void {
  const template = synthesize({ alarmEmail: 'operations@example.com' }).toJSON() as Record<string, object>;
  aws.cloudFormation.on(DescribeStacksCommand, { StackName: STACK }).resolves({
    Stacks: [
      {
        StackName: STACK,
        StackStatus: 'UPDATE_COMPLETE',
        CreationTime: CREATED,
        Outputs: [
          { OutputKey: 'ConsentInboxRuleSet1A2B', OutputValue: 'rules' },
          { OutputKey: 'ConsentDomainCname3C4D', OutputValue: `${HOST} CNAME d-1.execute-api.example` },
        ],
      },
    ],
  });
  aws.cloudFormation
    .on(GetTemplateCommand)
    .resolves({ TemplateBody: JSON.stringify({ ...template, Metadata: { [SUMMARY]: {} } }) });
  aws.cloudFormation
    .on(DescribeStackResourceCommand)
    .callsFake(({ LogicalResourceId }: { LogicalResourceId: string }) => ({
      StackResourceDetail: { PhysicalResourceId: `arn:physical:${LogicalResourceId}` },
    }));
  aws.secrets.on(GetSecretValueCommand).resolves({
    SecretString: JSON.stringify({ 'one/lists': { url: 'https://lists.example', key: 'key' } }),
  });
  aws.sns.on(ListSubscriptionsByTopicCommand).resolves({ Subscriptions: [{ SubscriptionArn: 'arn:aws:sns:x' }] });
}

/** As before a first deployment: no stack, no identities, nothing at the host. */
export function notDeployed(world: World): void {
  const absent = { name: 'ValidationError', $fault: 'client', $metadata: {} } as const;
  aws.cloudFormation
    .on(DescribeStacksCommand)
    .rejects(new CloudFormationServiceException({ ...absent, message: `Stack with id ${STACK} does not exist` }));
  world.addresses = {};
}
