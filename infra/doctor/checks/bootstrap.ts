import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { EDGE_REGION } from '../../edge-stack';
import { wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** What AWS CDK's templates ask for: without a version of at least this, CloudFormation refuses them. */
const OLDEST = 6;

/** CDK needs a bucket and roles of its own, in each region. */
export async function checkBootstrap({ stage, account }: Patient): Promise<Finding[]> {
  const { region, edge, backupRegion } = stage;
  const regions = new Set([region, ...(edge ? [EDGE_REGION] : []), ...(backupRegion === null ? [] : [backupRegion])]);
  const versions = await Promise.all([...regions].map(async (one) => [one, await versionIn(one)] as const));
  return versions.flatMap(([one, version]) => {
    if (version !== undefined && version >= OLDEST) return [];
    const found = version === undefined ? 'is not bootstrapped' : `has a bootstrap stack of version ${version}`;
    return [
      wrong(
        `${one} ${found}.`,
        `AWS CDK deploys by a bucket and roles that bootstrap version ${OLDEST} and later make, once per account and region.`,
        `npx cdk bootstrap --app '' aws://${account}/${one}`,
      ),
    ];
  });
}

async function versionIn(region: string): Promise<number | undefined> {
  try {
    const Name = '/cdk-bootstrap/hnb659fds/version';
    const { Parameter } = await new SSMClient({ region }).send(new GetParameterCommand({ Name }));
    return Number(Parameter?.Value);
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}
