import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Step = 'create' | 'set' | 'test' | 'finish';

interface Version {
  value?: string;
  stages: string[];
}

const OLD = { current: 1, '1': 'one', '2': 'two' };
const manager = mockClient(SecretsManagerClient);
let versions: Map<string, Version>;
let handler: (event: unknown) => Promise<void>;

afterAll(() => manager.restore());
beforeAll(async () => {
  process.env['LINK_KEYS_SECRET'] = 'link-keys';
  process.env['AWS_REGION'] = 'eu-central-1';
  ({ handler } = await import('../../functions/clock/link-keys-rotation'));
});

/** Secrets Manager as far as a rotation sees it, which has just begun one. */
beforeEach(() => {
  versions = new Map([
    ['old', { value: JSON.stringify(OLD), stages: ['AWSCURRENT'] }],
    [TOKEN, { stages: ['AWSPENDING'] }],
  ]);
  manager.reset();
  manager.on(DescribeSecretCommand).callsFake(() => ({
    VersionIdsToStages: Object.fromEntries([...versions].map(([id, { stages }]) => [id, stages])),
  }));
  manager
    .on(GetSecretValueCommand)
    .callsFake(({ VersionId, VersionStage }: { VersionId?: string; VersionStage: string }) => {
      const found = [...versions].find(([id, { stages }]) => stages.includes(VersionStage) && (VersionId ?? id) === id);
      if (found?.[1].value === undefined) throw Object.assign(new Error('none'), { name: 'ResourceNotFoundException' });
      return { SecretString: found[1].value };
    });
  manager
    .on(PutSecretValueCommand)
    .callsFake((put: { ClientRequestToken: string; SecretString: string; VersionStages: string[] }) => {
      versions.set(put.ClientRequestToken, { value: put.SecretString, stages: put.VersionStages });
      return {};
    });
  manager
    .on(UpdateSecretVersionStageCommand)
    .callsFake((move: { MoveToVersionId: string; RemoveFromVersionId: string; VersionStage: string }) => {
      const from = versions.get(move.RemoveFromVersionId);
      if (from) from.stages = from.stages.filter((stage) => stage !== move.VersionStage);
      versions.get(move.MoveToVersionId)?.stages.push(move.VersionStage);
      return {};
    });
});

function event(step: Step): { ClientRequestToken: string } {
  const file = path.join(__dirname, '..', '..', 'events', `rotation-${step}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as { ClientRequestToken: string };
}
const TOKEN = event('create').ClientRequestToken;

const rotate = async (...steps: Step[]): Promise<void> => {
  for (const step of steps) await handler(event(step));
};
const ringOf = (id: string): Record<string, unknown> =>
  JSON.parse(versions.get(id)?.value ?? '{}') as Record<string, unknown>;
const writes = (): number =>
  manager.commandCalls(PutSecretValueCommand).length + manager.commandCalls(UpdateSecretVersionStageCommand).length;

describe('a rotation of the link keys', () => {
  test('makes a ring with all old keys and a new one; the newest of the old ones signs', async () => {
    await rotate('create', 'set', 'test', 'finish');
    expect(ringOf(TOKEN)).toEqual({ ...OLD, current: 2, '3': expect.stringMatching(/^[\w-]{64}$/) as string });
    expect(versions.get(TOKEN)?.stages).toContain('AWSCURRENT');
    expect(versions.get('old')?.stages).toEqual([]);
    expect(writes()).toBe(2);
  });

  test('comes to the same when every step is repeated, and writes nothing twice', async () => {
    await rotate('create');
    const made = ringOf(TOKEN);
    await rotate('create', 'create', 'set', 'set', 'test', 'test', 'finish', 'finish', 'finish');
    expect(ringOf(TOKEN)).toEqual(made);
    expect(versions.get(TOKEN)?.stages).toEqual(['AWSPENDING', 'AWSCURRENT']);
    expect(writes()).toBe(2);
  });

  test('does not touch what is current before its last step', async () => {
    await rotate('create', 'set', 'test');
    expect(versions.get('old')).toEqual({ value: JSON.stringify(OLD), stages: ['AWSCURRENT'] });
  });

  test('loses no key, however often it happens', async () => {
    let last = 'old';
    versions.delete(TOKEN);
    for (const round of ['a', 'b', 'c', 'd', 'e']) {
      versions.set(round, { stages: ['AWSPENDING'] });
      for (const step of ['create', 'set', 'test', 'finish'] as const)
        await handler({ ...event(step), ClientRequestToken: round });
      expect(ringOf(round)).toMatchObject({ ...ringOf(last), current: expect.any(Number) as number });
      versions.set(round, { value: versions.get(round)?.value ?? '', stages: ['AWSCURRENT'] });
      last = round;
    }
    expect(Object.keys(ringOf(last))).toEqual(['1', '2', '3', '4', '5', '6', '7', 'current']);
    expect(ringOf(last)['current']).toBe(6);
  });

  test.each([
    ['lost a key', { current: 2, '2': 'two', '3': 'three' }],
    ['changed a key', { current: 2, '1': 'other', '2': 'two', '3': 'three' }],
    ['has no key to sign with', { current: 4, '1': 'one', '2': 'two', '3': 'three' }],
    ['has nothing to sign with', { '1': 'one', '2': 'two', '3': 'three' }],
  ])('stops at a new ring that %s', async (_, ring) => {
    versions.set(TOKEN, { value: JSON.stringify(ring), stages: ['AWSPENDING'] });
    await expect(rotate('test')).rejects.toThrow('the rotation stops here');
    expect(writes()).toBe(0);
  });

  test('stops where the new ring cannot be read, instead of making another', async () => {
    manager.on(GetSecretValueCommand).rejects(Object.assign(new Error('denied'), { name: 'AccessDeniedException' }));
    await expect(rotate('create')).rejects.toThrow('denied');
    await expect(rotate('test')).rejects.toThrow('denied');
    expect(writes()).toBe(0);
  });

  test.each([{}, null, { ...event('create'), Step: 'deleteSecret' }, { Step: 'createSecret' }])(
    'refuses the event %j',
    async (odd) => {
      await expect(handler(odd)).rejects.toThrow();
      expect(manager.calls()).toHaveLength(0);
    },
  );
});
