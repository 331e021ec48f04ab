import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';
import { randomBytes } from 'node:crypto';
import { formatKeyRing, parseKeyRing, rotate } from '../../shared/links/key-ring';
import * as z from '../../shared/zod';

const secrets = new SecretsManagerClient({});

/** What Secrets Manager calls a rotation function with, once for each step. */
const eventSchema = z.object({
  Step: z.enum(['createSecret', 'setSecret', 'testSecret', 'finishSecret']),
  SecretId: z.string(),
  ClientRequestToken: z.string(),
});
type RotationEvent = z.output<typeof eventSchema>;

/** Makes the next key ring. Secrets Manager repeats steps, so each can be repeated. */
export async function handler(event: unknown): Promise<void> {
  const rotation = eventSchema.parse(event);
  if (rotation.Step === 'createSecret') await createRing(rotation);
  if (rotation.Step === 'testSecret') await testRing(rotation);
  if (rotation.Step === 'finishSecret') await finish(rotation);
  // setSecret: there is no other place that would have to be told the key.
}

async function createRing({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  if (await exists(SecretId, ClientRequestToken)) return;
  const ring = rotate(parseKeyRing(await read(SecretId, 'AWSCURRENT')), randomBytes(48).toString('base64url'));
  const VersionStages = ['AWSPENDING'];
  await secrets.send(
    new PutSecretValueCommand({ SecretId, ClientRequestToken, SecretString: formatKeyRing(ring), VersionStages }),
  );
}

async function exists(SecretId: string, versionId: string): Promise<boolean> {
  const { VersionIdsToStages } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  return VersionIdsToStages?.[versionId]?.includes('AWSPENDING') === true && (await hasValue(SecretId, versionId));
}

/** A version can be staged before it has a value. */
async function hasValue(SecretId: string, VersionId: string): Promise<boolean> {
  try {
    await secrets.send(new GetSecretValueCommand({ SecretId, VersionId, VersionStage: 'AWSPENDING' }));
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
    throw error;
  }
}

/**
 * The new ring must open every link that the old one opens. Secrets Manager also calls this when a rotation is set up,
 * with nothing pending yet: then there is nothing to test.
 */
async function testRing({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  if (!(await hasValue(SecretId, ClientRequestToken))) return;
  const [old, next] = [await read(SecretId, 'AWSCURRENT'), await read(SecretId, 'AWSPENDING')].map(parseKeyRing);
  const kept = [...(old?.keys ?? [])].every(([id, key]) => next?.keys.get(id) === key);
  if (!kept || !next?.keys.has(next.current)) throw new Error('The new key ring lost a key; the rotation stops here.');
}

async function finish({ SecretId, ClientRequestToken }: RotationEvent): Promise<void> {
  const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId }));
  const current = Object.keys(VersionIdsToStages).find((id) => VersionIdsToStages[id]?.includes('AWSCURRENT'));
  if (current === ClientRequestToken) return;
  await secrets.send(
    new UpdateSecretVersionStageCommand({
      SecretId,
      VersionStage: 'AWSCURRENT',
      MoveToVersionId: ClientRequestToken,
      ...(current && { RemoveFromVersionId: current }),
    }),
  );
}

async function read(SecretId: string, VersionStage: string): Promise<string> {
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage }));
  return SecretString;
}
