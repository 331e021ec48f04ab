import {
  CloudFormationClient,
  DescribeStackResourceCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Site } from '../../shared/policy/schema';
import { readDeployed } from '../stages/deployed';
import { loadSites } from '../notice-register';
import type { Stage } from '../stages/stage';
import { stackNames } from '../stages/stacks';
import type { Names } from './names';

/** What is looked at. */
export interface Patient {
  readonly stage: Stage;
  readonly sites: readonly Site[];
  /** Of the credentials. */
  readonly account: string;
  readonly names: Names;
  /** Undefined before a first deployment. */
  readonly deployed: DeployedStack | undefined;
}

export interface DeployedStack {
  readonly outputs: Readonly<Record<string, string>>;
  /** The physical id of the resource whose logical id begins with that; undefined if there is none. */
  readonly physical: (logicalId: string) => Promise<string | undefined>;
}

export async function patientOf(stage: Stage, names: Names): Promise<Patient> {
  const { Account: account = '' } = await new STSClient({ region: stage.region }).send(
    new GetCallerIdentityCommand({}),
  );
  const isOurs = stage.account === null || stage.account === account;
  const deployed = isOurs ? await deployedOf(stage) : undefined;
  return { stage, sites: loadSites(stage.sites), account, names, deployed };
}

async function deployedOf(stage: Stage): Promise<DeployedStack | undefined> {
  const client = new CloudFormationClient({ region: stage.region });
  const StackName = stackNames(stage).ledger;
  const found = await readDeployed(client, StackName);
  if (found.state !== 'there') return undefined;
  const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
  const ids = Object.keys(found.template.Resources ?? {});
  return {
    outputs: Object.fromEntries(
      (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
    ),
    physical: async (logicalId) => {
      const LogicalResourceId = ids.find((id) => id.replace(/[0-9A-F]{8}$/, '') === logicalId);
      if (!LogicalResourceId) return undefined;
      const { StackResourceDetail } = await client.send(
        new DescribeStackResourceCommand({ StackName, LogicalResourceId }),
      );
      return StackResourceDetail?.PhysicalResourceId;
    },
  };
}
