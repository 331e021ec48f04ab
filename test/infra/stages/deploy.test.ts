import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  SetStackPolicyCommand,
  type StackStatus,
} from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import type { StackTemplate } from '../../../infra/stages/changes';
import { deployStage, type Agreed } from '../../../infra/stages/deploy';
import { DeploymentError } from '../../../infra/stages/deployed';
import { parseStage, type Stage } from '../../../infra/stages/stage';
import { SUMMARY, summaryOf } from '../../../infra/stages/summary';
import { FILE, PROD } from './example';

// There is no CloudFormation here to answer.
const cloudFormation = mockClient(CloudFormationClient);
const sts = mockClient(STSClient);
afterAll(() => [cloudFormation, sts].forEach((mocked) => mocked.restore()));
beforeEach(() => sts.on(GetCallerIdentityCommand).resolves({ Account: '111111111111' }));

const STAGE = parseStage({ ...PROD, alarmEmail: 'operations@example.com' }, FILE);

const templateOf = (stage: Stage, wordings?: Record<string, string>): StackTemplate => ({
  Metadata: { [SUMMARY]: { ...summaryOf(stage), ...(wordings && { wordings }) } },
});

function deployed(status: StackStatus | undefined, template?: StackTemplate): void {
  cloudFormation.reset();
  const absent = new CloudFormationServiceException({
    name: 'ValidationError',
    message: 'Stack with id ConsentLedger-prod does not exist',
    $fault: 'client',
    $metadata: {},
  });
  const describes = cloudFormation.on(DescribeStacksCommand, { StackName: 'ConsentLedger-prod' });
  if (status)
    describes.resolves({
      Stacks: [{ StackName: 'ConsentLedger-prod', StackStatus: status, CreationTime: new Date() }],
    });
  else describes.rejects(absent);
  cloudFormation.on(SetStackPolicyCommand).resolves({});
  cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: JSON.stringify(template) });
}

const policies = (): (string | undefined)[] =>
  cloudFormation.commandCalls(SetStackPolicyCommand).map(({ args: [command] }) => command.input.StackPolicyBody);

interface Run {
  readonly agreed?: Agreed;
  readonly answer?: boolean;
  readonly stage?: Stage;
  readonly makes?: StackTemplate | undefined;
}

async function run({ agreed = { yes: false, grave: false }, answer, stage = STAGE, ...given }: Run) {
  const did: string[] = [];
  const makes = 'makes' in given ? given.makes : templateOf(stage);
  const ask = async (question: string): Promise<boolean> => {
    did.push(question);
    return Promise.resolve(answer === true);
  };
  const error = await deployStage(
    {
      cloudFormation: new CloudFormationClient({ region: stage.region }),
      sts: new STSClient({ region: stage.region }),
      synthesize: async (isFirst) => {
        did.push(isFirst ? 'make, unprotected' : 'make');
        return Promise.resolve(makes);
      },
      deploy: async () => void (await Promise.resolve(did.push('deploy'))),
      print: (line) => did.push(`> ${line}`),
      ask: answer === undefined ? undefined : ask,
    },
    stage,
    agreed,
  ).then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  return { did, error };
}

const HEAD = '> ConsentLedger-prod in eu-central-1, account 111111111111';

test.each([undefined, 'REVIEW_IN_PROGRESS'] as const)(
  'a first deployment (%s) is protected once it stands',
  async (status) => {
    deployed(status);
    const { did, error } = await run({ answer: true });
    expect(error).toBeUndefined();
    expect(did).toEqual([
      HEAD,
      'make, unprotected',
      '> Nothing is there yet: a first deployment.',
      'Deploy?',
      'deploy',
      '> It stands. Now it is protected.',
      'make',
      'deploy',
    ]);
  },
);

test.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'CREATE_FAILED'] as const)(
  'one that failed (%s) is repeated',
  async (status) => {
    deployed(status);
    const { did } = await run({ agreed: { yes: true, grave: false } });
    expect(did.slice(1, 4)).toEqual([
      'make, unprotected',
      '> A first deployment failed before: what is left of it is deleted, and it is repeated.',
      'deploy',
    ]);
  },
);

test('a trial is never protected', async () => {
  deployed(undefined);
  const { did } = await run({ answer: true, stage: { ...STAGE, isTrial: true } });
  expect(did.filter((what) => what === 'deploy')).toHaveLength(1);
  expect(policies()).toEqual([]);
});

test('CloudFormation is told to refuse what would replace or delete tables, secrets and buckets', async () => {
  deployed('UPDATE_COMPLETE', templateOf(STAGE));
  await run({ answer: true });
  const [policy, ...others] = policies();
  expect(others).toEqual([]);
  expect((JSON.parse(policy ?? '') as { Statement: object[] }).Statement).toMatchObject([
    { Effect: 'Allow', Action: 'Update:*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: ['Update:Replace', 'Update:Delete'],
      Condition: {
        StringEquals: {
          ResourceType: ['AWS::DynamoDB::GlobalTable', 'AWS::SecretsManager::Secret', 'AWS::S3::Bucket'],
        },
      },
    },
  ]);
});

test.each(['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'] as const)(
  'what stands (%s) stays protected',
  async (status) => {
    deployed(status, templateOf(STAGE));
    const { did } = await run({ answer: true });
    expect(did).toEqual([
      HEAD,
      'make',
      '> Sites, wordings, links, keys and tables stay as they are.',
      'Deploy?',
      'deploy',
    ]);
  },
);

test('what changes is shown before anything is done; without a yes nothing is', async () => {
  deployed('UPDATE_COMPLETE', templateOf(STAGE, {}));
  const { did, error } = await run({ answer: false });
  expect(did[2]).toBe('> It changes:');
  expect(did.slice(3, -1).every((line) => /^> {3}- The wording one\/.* is new\.$/.test(line))).toBe(true);
  expect(did.at(-1)).toBe('Deploy?');
  expect(error).toEqual(new DeploymentError('Nothing was deployed.'));
});

describe('what is grave', () => {
  const moved: Stage = { ...STAGE, domain: { ...STAGE.domain!, name: 'other.example.com' } };

  beforeEach(() => deployed('UPDATE_COMPLETE', templateOf(STAGE)));

  test('is asked for by itself', async () => {
    const { did } = await run({ stage: moved, answer: true });
    expect(did[3]).toMatch(/^> {3}! Links lead to other\.example\.com, no longer to consent\.example\.com/);
    expect(did.slice(-2)).toEqual(['Deploy, with what is marked with "!"?', 'deploy']);
  });

  test('is not covered by a yes beforehand', async () => {
    const { did, error } = await run({ stage: moved, agreed: { yes: true, grave: false } });
    expect(did).not.toContain('deploy');
    expect(error?.message).toBe('Nothing was deployed: with what is marked with "!" needs --grave, too.');
  });

  test('is covered by one that says so', async () => {
    const { did, error } = await run({ stage: moved, agreed: { yes: true, grave: true } });
    expect([did.at(-1), error]).toEqual(['deploy', undefined]);
  });
});

test('where nobody can be asked, nothing is done', async () => {
  deployed('UPDATE_COMPLETE', templateOf(STAGE));
  const { did, error } = await run({});
  expect(did).not.toContain('deploy');
  expect(error?.message).toContain('In a pipeline say --yes.');
});

test.each([
  ['UPDATE_IN_PROGRESS', 'somebody else is at it. Wait until that is over'],
  ['ROLLBACK_IN_PROGRESS', 'somebody else is at it'],
  ['UPDATE_ROLLBACK_FAILED', 'choose "Continue update rollback"'],
  ['DELETE_FAILED', 'or delete it again'],
] as const)('%s is waited for, or cleared up by hand', async (status, message) => {
  deployed(status);
  const { did, error } = await run({ agreed: { yes: true, grave: true } });
  expect(did).toEqual([]);
  expect(error).toBeInstanceOf(DeploymentError);
  expect(error?.message).toContain(message);
});

test('what CloudFront needs comes first, and then what to write down', async () => {
  deployed(undefined);
  const { did } = await run({ answer: true, makes: undefined });
  expect(did).toEqual([
    HEAD,
    'make, unprotected',
    '> What CloudFront needs comes first, in us-east-1. Nothing else is changed.',
    'Deploy?',
    'deploy',
    "> Write its outputs into the stage's file (edge.webAclArn, edge.certificateArn), and deploy again.",
  ]);
});

test('an error of AWS that is another is none of "not there"', async () => {
  cloudFormation.reset();
  const denied = new CloudFormationServiceException({
    name: 'AccessDenied',
    message: 'not authorized to perform: cloudformation:DescribeStacks',
    $fault: 'client',
    $metadata: {},
  });
  cloudFormation.on(DescribeStacksCommand).rejects(denied);
  const { did, error } = await run({ agreed: { yes: true, grave: true } });
  expect([did, error]).toEqual([[], denied]);
});

describe('the account', () => {
  beforeEach(() => deployed('UPDATE_COMPLETE', templateOf(STAGE)));

  test('of other credentials is refused before anything is compared or asked', async () => {
    sts.on(GetCallerIdentityCommand).resolves({ Account: '222222222222' });
    const { did, error } = await run({ agreed: { yes: true, grave: true } });
    expect(did).toEqual([]);
    expect(cloudFormation.calls()).toEqual([]);
    expect(error).toEqual(
      new DeploymentError(
        'Stage "prod" is for account 111111111111, and the credentials in this shell are for 222222222222. Nothing was done.',
      ),
    );
  });

  test('is that of the credentials where the stage names none, and is said', async () => {
    sts.on(GetCallerIdentityCommand).resolves({ Account: '222222222222' });
    const { did, error } = await run({ stage: { ...STAGE, account: null }, answer: true });
    expect([did[0], error]).toEqual(['> ConsentLedger-prod in eu-central-1, account 222222222222', undefined]);
  });
});

test('it says so where nobody hears of alarms, unless it is a trial', async () => {
  deployed('UPDATE_COMPLETE', templateOf(STAGE));
  const silent: Stage = { ...STAGE, alarmEmail: null };
  const { did } = await run({ stage: silent, answer: true });
  expect(did[1]).toBe('> Nobody hears of its alarms: alarmEmail is null.');
  const { did: trial } = await run({ stage: { ...silent, isTrial: true }, answer: true });
  expect(trial).not.toContain('> Nobody hears of its alarms: alarmEmail is null.');
});
