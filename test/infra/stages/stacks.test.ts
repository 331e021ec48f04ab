import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { holdersIn } from '../../../infra/stages/changes';
import { propsOf } from '../../../infra/stages/props';
import { addStacks, stackNames } from '../../../infra/stages/stacks';
import { loadStage, parseStage, type StageInput } from '../../../infra/stages/stage';
import { SUMMARY } from '../../../infra/stages/summary';
import { BUNDLES } from '../../once/made';
import { named, newApp, newLedger, only, property, resources } from '../synthesis';
import { whole } from '../whole';
import { FILE, FULL, PROD } from './example';

/** The stack with the ledger, with the bundles that the tests have. */
function stackOf(given: StageInput, file = FILE): Stack {
  const stage = file === FILE ? parseStage(given, file) : loadStage(file);
  const stack = new Stack(newApp(), stackNames(stage).ledger, {
    env: { account: '111111111111', region: stage.region },
  });
  newLedger(stack, propsOf(stack, stage));
  return stack;
}

describe('a whole stage', () => {
  const template = whole(stackOf(FULL));
  const of = (type: string) => [...named(template, type).values()];

  test('answers at its host, behind CloudFront, with a certificate that its zone validates', () => {
    const [distribution] = of('AWS::CloudFront::Distribution');
    expect(property(distribution, 'DistributionConfig')).toMatchObject({
      Aliases: ['consent.example.com'],
      WebACLId: FULL.edge?.webAclArn,
      ViewerCertificate: { AcmCertificateArn: FULL.edge?.certificateArn },
    });
    expect(of('AWS::CertificateManager::Certificate')).toHaveLength(1);
  });

  test('shows SES the domains that it does not know, and leaves the others as they are', () => {
    expect(of('AWS::SES::EmailIdentity').map((identity) => property(identity, 'EmailIdentity'))).toEqual([
      'example.com',
    ]);
    const text = JSON.stringify(template.toJSON());
    expect(text).toContain(':identity/example.org');
    expect(text).not.toMatch(/example\.orgDkim|inbox\.example\.comDkim/);
  });

  test('takes the tokens of its issuer, and makes no pool', () => {
    expect(of('AWS::Cognito::UserPool')).toEqual([]);
    const text = JSON.stringify(template.toJSON());
    for (const said of ['https://login.example.com/keys', 'api://consent/', '"SITE_CLAIM":"sites"']) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('PROCESSOR_CLAIM');
  });

  test.each([
    ['trusted proxies', '"TRUSTED_PROXIES":"192.0.2.0/24,2001:db8::/32"'],
    ['the timestamp authority', '"TIMESTAMP_URL":"https://timestamps.example.com/tsr"'],
    ['witnesses', `"WITNESSES":"${FULL.witnesses[0]}"`],
    ['what is set aside', '"ReservedConcurrentExecutions":80'],
    ['how many batches at once', '"ScalingConfig":{"MaximumConcurrency":40}'],
    ['the years of the archive', '"Days":1096'],
    ['who gets alarms', 'operations@example.com'],
    ['where mail comes in', '"INBOX_DOMAIN":"inbox.example.com"'],
    ['the second region', 'arn:aws:backup:eu-north-1:'],
  ])('%s arrive', (_, text) => {
    expect(JSON.stringify(template.toJSON())).toContain(text);
  });

  test('uses the tables that it names in place of its own, wherever something reads, writes or copies one', () => {
    const own = [...named(template, 'AWS::DynamoDB::GlobalTable').keys()].filter((id) => id !== 'ConsentTablesLimits');
    expect(own).toHaveLength(4);
    const others = Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>).filter(
      ({ Type }) => Type !== 'AWS::DynamoDB::GlobalTable',
    );
    const text = JSON.stringify(others);
    for (const id of own) expect(text).not.toMatch(new RegExp(`"${id}[0-9A-F]{8}"`));
    for (const kind of ['Ledger', 'Vault', 'Audience', 'Log']) expect(text).toContain(`${kind}-restored`);
    const stream = FULL.tables?.ledger?.streamArn;
    expect(property(of('AWS::Pipes::Pipe')[0], 'Source')).toBe(stream);
    expect(of('AWS::Lambda::EventSourceMapping').map((one) => property(one, 'EventSourceArn'))).toContain(stream);
    const outputs = JSON.stringify(template.findOutputs('*'));
    expect(outputs).toContain('"Ledger-restored"');
  });

  test('signs with the keys that it names, the current one first', () => {
    const signers = /"LOG_SIGNERS":(\{.+?\}\]\]?\}|"[^"]+")/.exec(JSON.stringify(template.toJSON()))?.[1] ?? '';
    expect(signers.indexOf('kms')).toBeGreaterThanOrEqual(0);
    expect(of('AWS::KMS::Key').filter((key) => property(key, 'KeySpec') === 'ECC_NIST_EDWARDS25519')).toHaveLength(1);
  });
});

function made(given: StageInput, isFirst: boolean, name = 'prod'): Stack[] {
  const app = newApp();
  addStacks(app, parseStage(given, FILE.replace('prod', name)), { account: undefined, isFirst, bundles: BUNDLES });
  return app.node.children.filter((child): child is Stack => child instanceof Stack);
}

const WITH_COPIES: StageInput = { ...PROD, backupRegion: 'eu-north-1' };
const all = made(WITH_COPIES, false);
const first = made(WITH_COPIES, true);
const trials = ['test', 'staging'].map((name) => made({ ...PROD, domain: null, isTrial: true }, false, name));

describe('the stacks of a stage', () => {
  const without: StageInput['edge'] = { webAclArn: null, certificateArn: null, originSecret: '1' };

  test('have its name, so that an account can have several', () => {
    expect(all.map(({ stackName, region }) => [stackName, region])).toEqual([
      ['ConsentLedger-prod', 'eu-central-1'],
      ['ConsentLedgerCopies-prod', 'eu-north-1'],
    ]);
    expect(all.map(({ tags }) => tags.tagValues())).toEqual(Array(2).fill({ stage: 'prod' }));
  });

  test('are protected, but for a trial, and a first deployment', () => {
    const protectedOnes = (stacks: Stack[]) => stacks.map(({ terminationProtection }) => terminationProtection);
    expect(protectedOnes(all)).toEqual([true, true]);
    expect(protectedOnes(first)).toEqual([false, false]);
    expect(protectedOnes(trials.flat())).toEqual([false, false]);
  });

  test('begin with what CloudFront needs, alone, until its outputs are in the stage', () => {
    const edge = made({ ...FULL, edge: without }, false);
    expect(edge.map(({ stackName, region }) => [stackName, region])).toEqual([['ConsentLedgerEdge-prod', 'us-east-1']]);
  });

  test('say in the template what the stage serves, to be compared with the next', () => {
    const [ledger] = all;
    const { Metadata } = Template.fromStack(ledger!).toJSON() as { Metadata: Record<string, unknown> };
    expect(Metadata[SUMMARY]).toMatchObject({
      stage: 'prod',
      sites: { one: ['newsletter'] },
      wordings: { 'one/purpose/newsletter/1/de': expect.any(String) as string },
      host: 'consent.example.com',
      logKeys: ['kms-1'],
    });
  });

  test('hold data under logical ids that never change: another id is an empty table, and a lost one', () => {
    const holders = holdersIn(Template.fromStack(all[0]!).toJSON());
    expect(holdersIn(whole(all[0]!).toJSON())).toEqual(holders);
    expect([...holders].map(([id, type]) => `${type.split('::').slice(1).join(' ')}: ${id}`).sort()).toEqual([
      'Backup BackupVault: ConsentBackupHistory25BB6505',
      'Backup BackupVault: ConsentBackupPersonal2FEF2B39',
      'Cognito UserPool: ConsentOperatorsPool3A3E91FB',
      'Cognito UserPoolClient: ConsentOperatorsPoolbackendF8A5E1D8',
      'Cognito UserPoolClient: ConsentOperatorsPoolcompliance6A83AEA1',
      'Cognito UserPoolClient: ConsentOperatorsPoolmarketing8A1E20DB',
      'DynamoDB GlobalTable: ConsentTablesAudience3BC1665C',
      'DynamoDB GlobalTable: ConsentTablesLedger02435CDD',
      'DynamoDB GlobalTable: ConsentTablesLimits71550D57',
      'DynamoDB GlobalTable: ConsentTablesLog47A4904F',
      'DynamoDB GlobalTable: ConsentTablesVaultD2591408',
      'KMS Key: ConsentKeysAudience29FCFD25',
      'KMS Key: ConsentKeysFeedback478D4C39',
      'KMS Key: ConsentKeysLedger7B0C7147',
      'KMS Key: ConsentKeysLimits5762F13C',
      'KMS Key: ConsentKeysLog7BCFAE5D',
      'KMS Key: ConsentKeysOperationsA8FFCCB4',
      'KMS Key: ConsentKeysSecrets1BC65120',
      'KMS Key: ConsentKeysVaultC539C627',
      'KMS Key: ConsentLogKeyskms1BAD450E2',
      'S3 Bucket: ConsentArchiveBucket18B2F9CB',
      'SES EmailIdentity: ConsentMailexamplecomF8109FF2',
      'SecretsManager Secret: ConsentSecretsLinkKeysDC0FDC5C',
      'SecretsManager Secret: ConsentSecretsProcessorsA5097027',
      'SecretsManager Secret: ConsentSecretsSubjectKeyE4FF7FD7',
    ]);
  });
});

test('no template has null anywhere: CloudFormation refuses it', () => {
  for (const stack of [...all, ...trials.flat(), ...made(FULL, true)]) {
    expect(JSON.stringify(whole(stack).toJSON())).not.toMatch(/[:,[]null\b/);
  }
});

describe('a first deployment', () => {
  const [before, after] = [first, all].map(([ledger]) => whole(ledger!)) as [Template, Template];
  const protections = (template: Template): unknown[] => [
    ...[...resources(template, 'AWS::DynamoDB::GlobalTable').values()].map((table) =>
      property(table, 'Replicas', 0, 'DeletionProtectionEnabled'),
    ),
    property(only(template, 'AWS::Cognito::UserPool'), 'DeletionProtection'),
  ];

  test('leaves nothing behind where it fails: nothing is protected, and nothing kept but of what stood', () => {
    expect(protections(before)).toEqual([false, false, false, false, false, 'INACTIVE']);
    const { Resources } = before.toJSON() as { Resources: Record<string, { DeletionPolicy?: string }> };
    expect(Object.entries(Resources).filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')).toEqual([]);
  });

  test('is protected by the second, which changes nothing else', () => {
    expect(protections(after)).toEqual([true, true, true, true, true, 'ACTIVE']);
    const neutral = (template: Template): string =>
      JSON.stringify(template.toJSON())
        .replaceAll(/"DeletionProtectionEnabled":(true|false),?/g, '')
        .replaceAll(/"DeletionProtection":"(IN)?ACTIVE",?/g, '');
    expect(neutral(after)).toBe(neutral(before));
  });
});

test('two stages of one account have no name in common that an account, or the world, has once', () => {
  const FIXED =
    /^((Function|Table|Bucket|Queue|Topic|Role|Alias|Dashboard|BackupVault|EventBus|Alarm|LogGroup|UserPool)?Name|Domain)$/;
  const [one = [], other = []] = trials.map(([ledger]) => {
    const { Resources } = whole(ledger!).toJSON() as {
      Resources: Record<string, { Properties?: object }>;
    };
    return Object.values(Resources).flatMap(({ Properties = {} }) =>
      Object.entries(Properties).flatMap(([key, value]) =>
        FIXED.test(key) && typeof value === 'string' ? [value] : [],
      ),
    );
  });
  expect(one).toContain('consentledgertestconsent3869acf6-example-com');
  // Of a scope's server, an API and an authorizer: names within what is each stack's own.
  expect(one.filter((name) => other.includes(name))).toEqual(['consent', 'Http', 'Operators']);
});

/** How many resources a stack has, and each stack in it. */
function sizes(stack: Stack): number[] {
  const all = stack.node.findAll().filter((child) => child instanceof Stack);
  return all.map((each) => Object.keys(Template.fromStack(each).toJSON()['Resources'] as object).length);
}

test('a plain stage has room: of the 500 resources that a stack can have, no stack of its has 260', () => {
  const [ledger] = made(PROD, false);
  expect(sizes(ledger!)).toHaveLength(2);
  expect(Math.max(...sizes(ledger!))).toBeLessThan(260);
});

test('an agency with 40 sites and 40 sender domains fits into a stack', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'agency-'));
  const sites = path.join(__dirname, '../one-site/sites.ts');
  const numbers = Array.from({ length: 40 }, (_, n) => n);
  writeFileSync(
    path.join(folder, 'sites.ts'),
    `import { sites as known } from '${sites}';` +
      `const [one] = known; export const sites = ${JSON.stringify(numbers)}.map((n) => ({ ...one, id: 'shop-' + n, ` +
      `controller: { ...one.controller, name: 'Shop ' + n }, sender: { ...one.sender, address: 'news@shop-' + n + '.example' } }));`,
  );
  const clients = numbers.flatMap((n) => [`backend@shop-${n}`]);
  const agency: StageInput = {
    ...PROD,
    senderDomains: numbers.map((n) => `shop-${n}.example`),
    operators: {
      clients: [`compliance@${numbers.map((n) => `shop-${n}`).join('+')}`, ...clients],
      people: { roles: { marketing: ['marketing@*'], compliance: ['compliance@*'] } },
    },
  };
  writeFileSync(path.join(folder, 'agency.ts'), `export const stage = ${JSON.stringify(agency)};`);
  const stack = stackOf(agency, path.join(folder, 'agency.ts'));
  const { Outputs } = Template.fromStack(stack).toJSON() as Record<string, object>;
  rmSync(folder, { recursive: true });
  expect(Math.max(...sizes(stack))).toBeLessThan(400);
  expect(Object.keys(Outputs ?? {}).length).toBeLessThanOrEqual(200);
});
