import { randomBytes } from 'node:crypto';
import type { Resolver } from './resolve';
import type { Secret } from './resources';

/** The secrets as Secrets Manager would make them, by their ARN; and what operators fill in, by the id without AWS CDK's hash. */
export function secretsOf(template: Resolver, filledIn: Readonly<Record<string, string>>): Record<string, string> {
  const made = [...template.all('AWS::SecretsManager::Secret')].map(([id, { GenerateSecretString, SecretString }]) => {
    const text = filledIn[id.slice(0, -8)] ?? SecretString ?? generated(GenerateSecretString);
    return [template.reference(id), text] as const;
  });
  return Object.fromEntries(made);
}

function generated(how: Secret['GenerateSecretString']): string {
  if (!how) throw new Error('The template has a secret that nobody makes.');
  const { SecretStringTemplate, GenerateStringKey, PasswordLength } = how;
  const password = randomBytes(PasswordLength).toString('base64').replace(/\W/g, 'x').slice(0, PasswordLength);
  return JSON.stringify({ ...(JSON.parse(SecretStringTemplate) as object), [GenerateStringKey]: password });
}
