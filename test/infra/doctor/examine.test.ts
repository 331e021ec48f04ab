import { GetAccountSettingsCommand } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { DescribeActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses';
import { GetEmailIdentityCommand, NotFoundException } from '@aws-sdk/client-sesv2';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { CHECKS, examine } from '../../../infra/doctor/examine';
import { exitCodeOf, told, type Finding } from '../../../infra/doctor/finding';
import { patientOf } from '../../../infra/doctor/patient';
import { parseStage, type StageInput } from '../../../infra/stages/stage';
import { FILE } from '../stages/example';
import { ACCOUNT, aws, healthy, healthyWorld, namesOf, notDeployed, type World } from './account';
import { ACCOUNT_TROUBLES } from './account-troubles';
import { HOST_TROUBLES } from './host-troubles';
import { MAIL_TROUBLES } from './mail-troubles';
import { WHOLE, WITH_CERTIFICATE } from './trouble';

let world: World;
beforeEach(() => {
  world = healthyWorld();
  healthy();
});

async function look(changed: Partial<StageInput> = {}) {
  return examine(await patientOf(parseStage({ ...WHOLE, ...changed }, FILE), namesOf(world)));
}

test('of a healthy account nothing is found, and all that was looked at is said', async () => {
  const { found, fine } = await look(WITH_CERTIFICATE);
  expect(found).toEqual([]);
  expect(fine).toEqual(CHECKS.map(([name]) => name));
});

test('a rule of its own in the active set of somebody else will do', async () => {
  aws.ses.on(DescribeActiveReceiptRuleSetCommand).resolves({
    Metadata: { Name: 'others' },
    Rules: [{ Name: 'c', Enabled: true, Recipients: ['example.com', 'inbox.example.com'] }],
  });
  expect((await look()).found).toEqual([]);
});

test('before a first deployment, too', async () => {
  notDeployed(world);
  aws.sesv2
    .on(GetEmailIdentityCommand, { EmailIdentity: 'example.com' })
    .rejects(new NotFoundException({ message: 'no', $metadata: {} }));
  aws.ses.on(DescribeActiveReceiptRuleSetCommand).resolves({});
  expect((await look()).found).toEqual([]);
});

const TROUBLES = [...ACCOUNT_TROUBLES, ...MAIL_TROUBLES, ...HOST_TROUBLES].map(
  (trouble) => [trouble[0], trouble] as const,
);

test.each(TROUBLES)('%s: that is found, with what to do', async (_, [, brings, level, what, todo, stage]) => {
  brings(world);
  const { found } = await look(stage);
  const [finding, ...others] = found.filter((one) => one.what.includes(what));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ level });
  expect(finding?.todo).toContain(todo);
});

test('credentials of another account are asked nothing else', async () => {
  aws.sts.on(GetCallerIdentityCommand).resolves({ Account: '222222222222' });
  const { found } = await look();
  expect(found.map(({ level, what }) => [level, what])).toEqual([
    ['wrong', `The credentials in this shell are for account 222222222222, the stage is for ${ACCOUNT}.`],
  ]);
  expect(aws.cloudFormation.calls()).toEqual([]);
  expect(aws.ssm.calls()).toEqual([]);
});

test('what may not be asked is said, with the right that is missing; all else is looked at', async () => {
  aws.lambda
    .on(GetAccountSettingsCommand)
    .rejects(Object.assign(new Error('not authorized'), { name: 'AccessDeniedException' }));
  const { found, fine } = await look();
  expect(found).toMatchObject([
    { level: 'unasked', what: 'Of quotas nothing can be said: AccessDeniedException, not authorized' },
  ]);
  expect(found[0]?.todo).toContain('lambda:GetAccountSettings');
  expect(fine).toHaveLength(CHECKS.length - 1);
});

test('nothing is told of what the secrets are', async () => {
  aws.secrets.on(GetSecretValueCommand).resolves({ SecretString: '{"one/lists": {"url": "http://x", "key": "hush"}}' });
  const { found } = await look();
  expect(told(found).join('\n')).toContain('one/lists');
  expect(told(found).join('\n')).not.toMatch(/hush|http:\/\/x/);
});

describe('what a program learns', () => {
  const of = (...levels: Finding['level'][]) => levels.map((level) => ({ level, what: level, why: 'y', todo: 'do' }));

  test.each([
    [of(), 0],
    [of('look'), 0],
    [of('look', 'unasked'), 2],
    [of('unasked', 'wrong'), 1],
  ])('%#', (found, code) => {
    expect(exitCodeOf(found)).toBe(code);
  });

  test('what is wrong comes first, each with why and what to do', () => {
    expect(told(of('look', 'unasked', 'wrong')).filter((line) => !line.startsWith(' '))).toEqual([
      '! wrong',
      '? unasked',
      '- look',
    ]);
    expect(told(of('wrong')).slice(1)).toEqual(['    y', '    -> do']);
  });
});
