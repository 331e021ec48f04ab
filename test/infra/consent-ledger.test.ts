import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConsentLedger } from '../../infra/consent-ledger';
import { writeNotices } from '../../infra/notice-register';
import { notice000 } from '../../examples/sites/notice-000-rights';
import { newApp, newLedger, newStack, only, property, referenced, resources } from './synthesis';
import { whole } from './whole';

const folder = mkdtempSync(path.join(tmpdir(), 'foreign-app-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As somebody else would write it: no feature flags of ours, an account unknown at synthesis, sites of their own. */
function foreignApp(): { stack: Stack; outdir: string } {
  const sites = path.join(folder, 'sites.ts');
  const site = JSON.stringify(notice000)
    .replaceAll('notice-000.example', 'news.example.org')
    .replaceAll('notice-000', 'foreign-app');
  writeFileSync(sites, `export const sites = [${site}];\n`);
  writeNotices(sites);
  const outdir = path.join(folder, 'cdk.out');
  const stack = new Stack(new App({ outdir }), 'Marketing', { env: { region: 'eu-west-1' } });
  const hostedZone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', {
    hostedZoneId: 'Z1',
    zoneName: 'example.org',
  });
  const ledger = new ConsentLedger(stack, 'Ledger', {
    sites,
    senderDomains: ['news.example.org', 'example.net'],
    domain: { domainName: 'consent.example.org', hostedZone },
    alarmTopic: new Topic(stack, 'Pager'),
  });
  new Rule(stack, 'Withdrawals', {
    eventBus: ledger.bus,
    eventPattern: { detailType: ['ConsentWithdrawn'] },
    targets: [new SqsQueue(new Queue(stack, 'Crm'))],
  });
  return { stack, outdir };
}

describe('in a foreign app', () => {
  const { stack, outdir } = foreignApp();
  const template = whole(stack);

  test('serves the sites of that app', () => {
    const bundles = readdirSync(outdir)
      .filter((name) => name.startsWith('asset.'))
      .map((name) => readFileSync(path.join(outdir, name, 'index.js'), 'utf8'));
    expect(bundles.some((bundle) => bundle.includes('foreign-app'))).toBe(true);
    expect(bundles.some((bundle) => bundle.includes('notice-000'))).toBe(false);
  });

  test('makes certificate and records in its hosted zone, and leaves those of other domains to be made by hand', () => {
    const records = [...resources(template, 'AWS::Route53::RecordSet').values()].map(
      ({ Properties }) => Properties['Type'],
    );
    expect(records.sort()).toEqual(['A', 'AAAA', 'CNAME', 'CNAME', 'CNAME']);
    expect(resources(template, 'AWS::CertificateManager::Certificate').size).toBe(1);
    expect(Object.keys(template.findOutputs('*')).filter((id) => id.includes('Dkim'))).toHaveLength(3);
  });

  test('tells its topic of alarms and lets it listen on the bus', () => {
    for (const alarm of resources(template, 'AWS::CloudWatch::Alarm').values()) {
      expect((property(alarm, 'AlarmActions') as unknown[]).map(referenced)).toEqual(['Pager']);
    }
    template.hasResourceProperties('AWS::Events::Rule', { EventPattern: { 'detail-type': ['ConsentWithdrawn'] } });
  });
});

test('a domain without certificate or hosted zone is refused', () => {
  const construct = () => newLedger(newStack(newApp()), { domain: { domainName: 'consent.example.com' } });
  expect(construct).toThrow('The domain consent.example.com needs a certificate, or a hosted zone to make one with.');
});

test('a trial leaves nothing behind', () => {
  const stack = newStack(newApp());
  newLedger(stack, { removalPolicy: RemovalPolicy.DESTROY });
  const template = whole(stack);
  const all = Object.values(template.toJSON()['Resources'] as Record<string, { DeletionPolicy?: string }>);
  expect(all.filter(({ DeletionPolicy }) => DeletionPolicy?.startsWith('Retain'))).toEqual([]);
  // Whoever has the right to can delete what is archived, as soon as the next day without any.
  expect(property(only(template, 'AWS::S3::Bucket'), 'ObjectLockConfiguration', 'Rule')).toEqual({
    DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 },
  });
});

describe('cdk-nag', () => {
  const app = newApp();
  const stack = newStack(app);
  const streamArn = 'arn:aws:dynamodb:eu-central-1:111111111111:table/Ledger-restored/stream/1';
  // Of a table that is not the stack's own, copies are named by DynamoDB, too.
  newLedger(stack, {
    alarmEmail: 'operations@example.com',
    tables: { ledger: { name: 'Ledger-restored', streamArn } },
  });
  const findings = () => new AwsSolutionsChecks(app).validateScope(app).violations.map(({ ruleName }) => ruleName);

  test('finds nothing that is not acknowledged with a reason', () => {
    expect(findings()).toEqual([]);
  });

  test('would find a plain queue', () => {
    new Queue(stack, 'Plain');
    expect(findings()).toEqual(['AwsSolutions-SQS3', 'AwsSolutions-SQS4']);
  });
});
