import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { isConnected } from '../../../shared/consent/processors';
import { credentialsOf } from '../../../shared/processors/credentials';
import { NotTold } from '../../../shared/processors/not-told';
import { look, wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** Whether the secret says of each processor that is told how it is reached. Nothing of it is shown. */
export async function checkProcessors({ stage: { region }, sites, deployed }: Patient): Promise<Finding[]> {
  const told = sites.flatMap(({ id, processors }) => processors.filter(isConnected).map((one) => [id, one] as const));
  if (told.length === 0 || !deployed) return [];
  const SecretId = await deployed.physical('ConsentSecretsProcessors');
  if (SecretId === undefined) {
    const what = 'The deployed stack has no secret for processors.';
    return [look(what, 'It was deployed by another version.', 'Deploy, and ask again.')];
  }
  const { SecretString = '{}' } = await new SecretsManagerClient({ region }).send(
    new GetSecretValueCommand({ SecretId }),
  );
  const processors = { secret: () => Promise.resolve(SecretString), areOnLocalhost: false };
  const missing: string[] = [];
  for (const [site, processor] of told) {
    await credentialsOf(processors, site, processor).catch((error: unknown) => {
      if (!(error instanceof NotTold)) throw error;
      missing.push(`${site}/${processor.id}`);
    });
  }
  if (missing.length === 0) return [];
  return [
    wrong(
      `The secret does not say how these are reached: ${missing.join(', ')}.`,
      'They are not told who left, and there is an alarm.',
      `docs/processors.md, "Where it is reached": aws secretsmanager put-secret-value --secret-id ${SecretId} ...`,
    ),
  ];
}
