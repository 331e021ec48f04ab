import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { look, type Finding } from '../finding';
import type { Patient } from '../patient';

/** By the names that AWS's list of regions has for them; ten at most, as many as can be asked for at once. */
const NEEDED = ['apigateway', 'dynamodb', 'events', 'kms', 'lambda', 'secretsmanager', 'ses', 'sns'];

/** AWS says in public parameters where each service is. */
export async function checkServices({ stage: { region, backups, operators } }: Patient): Promise<Finding[]> {
  const services = [...NEEDED, ...(backups ? ['backup'] : []), ...('clients' in operators ? ['cognito-idp'] : [])];
  const pathOf = (service: string): string =>
    `/aws/service/global-infrastructure/regions/${region}/services/${service}`;
  const { Parameters = [] } = await new SSMClient({ region }).send(
    new GetParametersCommand({ Names: services.map(pathOf) }),
  );
  const there = new Set(Parameters.map(({ Name }) => Name));
  const missing = services.filter((service) => !there.has(pathOf(service)));
  if (missing.length === 0) return [];
  return [
    look(
      `AWS does not list ${missing.join(', ')} in ${region}.`,
      'The stack needs them there. The list can be behind for a new region.',
      `See https://aws.amazon.com/about-aws/global-infrastructure/regional-product-services/, or take another region.`,
    ),
  ];
}
