import {
  CloudFormationServiceException,
  DescribeStacksCommand,
  GetTemplateCommand,
  SetStackPolicyCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation';
import { IRREPLACEABLE, type StackTemplate } from './changes';

/** Thrown where a stage cannot be deployed now; the message says why, and what to do. */
export class DeploymentError extends Error {
  override readonly name = 'DeploymentError';
}

/** Nothing; or what is left of a first deployment that failed, which is deleted before the next; or a stack. */
export type Deployed =
  | { readonly state: 'nothing' }
  | { readonly state: 'failed' }
  | { readonly state: 'there'; readonly template: StackTemplate };

const NEVER_THERE: readonly string[] = ['REVIEW_IN_PROGRESS', 'DELETE_COMPLETE'];
const FAILED_AT_FIRST: readonly string[] = ['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'];
const STUCK: readonly string[] = ['UPDATE_ROLLBACK_FAILED', 'DELETE_FAILED'];

/**
 * What is deployed under a stack's name.
 *
 * @throws {DeploymentError} where something else is under way, or has to be cleared up by hand before
 */
export async function readDeployed(client: CloudFormationClient, StackName: string): Promise<Deployed> {
  const status = await statusOf(client, StackName);
  if (status === undefined || NEVER_THERE.includes(status)) return { state: 'nothing' };
  if (FAILED_AT_FIRST.includes(status)) return { state: 'failed' };
  if (STUCK.includes(status)) {
    throw new DeploymentError(
      `${StackName} is ${status}: CloudFormation needs somebody to say what to leave out. Open the stack in its console, look ` +
        'at its events, and choose "Continue update rollback" (or delete it again).',
    );
  }
  if (status.endsWith('_IN_PROGRESS')) {
    throw new DeploymentError(
      `${StackName} is ${status}: somebody else is at it. Wait until that is over, and try again.`,
    );
  }
  const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand({ StackName, TemplateStage: 'Original' }));
  return { state: 'there', template: JSON.parse(TemplateBody) as StackTemplate };
}

async function statusOf(client: CloudFormationClient, StackName: string): Promise<string | undefined> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return Stacks[0]?.StackStatus;
  } catch (error) {
    // CloudFormation has no error of its own for it.
    if (error instanceof CloudFormationServiceException && error.message.includes('does not exist')) return undefined;
    throw error;
  }
}

/** Has CloudFormation refuse whatever would replace or delete what nothing brings back, also of who goes past this command. */
export async function refuseReplacements(client: CloudFormationClient, StackName: string): Promise<void> {
  const anything = { Principal: '*', Resource: '*' };
  const Statement = [
    { Effect: 'Allow', Action: 'Update:*', ...anything },
    {
      Effect: 'Deny',
      Action: ['Update:Replace', 'Update:Delete'],
      ...anything,
      Condition: { StringEquals: { ResourceType: IRREPLACEABLE } },
    },
  ];
  await client.send(new SetStackPolicyCommand({ StackName, StackPolicyBody: JSON.stringify({ Statement }) }));
}
