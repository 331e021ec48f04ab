import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetCallerIdentityCommand, type STSClient } from '@aws-sdk/client-sts';
import { changes, type Change, type StackTemplate } from './changes';
import { DeploymentError, readDeployed, refuseReplacements, type Deployed } from './deployed';
import type { Stage } from './stage';
import { stackNames } from './stacks';

/** What a deployment works with. */
export interface Deploying {
  readonly cloudFormation: CloudFormationClient;
  readonly sts: STSClient;
  /** Makes the stage's templates. @returns that of the stack with the ledger; undefined where only what CloudFront needs is made yet */
  readonly synthesize: (isFirst: boolean) => Promise<StackTemplate | undefined>;
  /** Deploys what was made last. */
  readonly deploy: () => Promise<void>;
  readonly print: (line: string) => void;
  /** Whether the person at the terminal says yes; undefined where there is none. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
}

/** What was agreed to beforehand, for pipelines: all that is not grave, and all that is. */
export interface Agreed {
  readonly yes: boolean;
  readonly grave: boolean;
}

/**
 * Deploys a stage, after showing what that changes and asking. A first deployment is made without protection, so that it can be
 * repeated when it fails, and protected as soon as it stands.
 *
 * @throws {DeploymentError} where nobody agreed, or something stands against it
 */
export async function deployStage(deploying: Deploying, stage: Stage, agreed: Agreed): Promise<void> {
  const { synthesize, print } = deploying;
  const { ledger } = stackNames(stage);
  const account = await ownAccount(deploying.sts, stage);
  const deployed = await readDeployed(deploying.cloudFormation, ledger);
  const isFirst = deployed.state !== 'there';
  print(`${ledger} in ${stage.region}, account ${account}`);
  if (stage.alarmEmail === null && !stage.isTrial) print('Nobody hears of its alarms: alarmEmail is null.');
  const template = await synthesize(isFirst);
  const all = template && deployed.state === 'there' ? changes(deployed.template, template) : [];
  for (const line of told(deployed, template, all)) print(line);
  await needAgreement(deploying, agreed, all);
  await deploying.deploy();
  if (!template) {
    print("Write its outputs into the stage's file (edge.webAclArn, edge.certificateArn), and deploy again.");
    return;
  }
  if (stage.isTrial) return;
  if (isFirst) {
    print('It stands. Now it is protected.');
    await synthesize(false);
    await deploying.deploy();
  }
  await refuseReplacements(deploying.cloudFormation, ledger);
}

/** AWS CDK asks, too, but after the yes, and after what it compared was that of another account. */
async function ownAccount(sts: STSClient, { name, account }: Stage): Promise<string> {
  const { Account = '' } = await sts.send(new GetCallerIdentityCommand({}));
  if (account === null || account === Account) return Account;
  throw new DeploymentError(
    `Stage "${name}" is for account ${account}, and the credentials in this shell are for ${Account}. Nothing was done.`,
  );
}

function told(deployed: Deployed, template: StackTemplate | undefined, all: readonly Change[]): string[] {
  if (!template) return ['What CloudFront needs comes first, in us-east-1. Nothing else is changed.'];
  if (deployed.state === 'nothing') return ['Nothing is there yet: a first deployment.'];
  if (deployed.state === 'failed')
    return ['A first deployment failed before: what is left of it is deleted, and it is repeated.'];
  if (all.length === 0) return ['Sites, wordings, links, keys and tables stay as they are.'];
  return ['It changes:', ...all.map(({ isGrave, says }) => `  ${isGrave ? '!' : '-'} ${says}`)];
}

async function needAgreement({ ask }: Deploying, agreed: Agreed, all: readonly Change[]): Promise<void> {
  const grave = all.filter(({ isGrave }) => isGrave).length;
  const question =
    grave === 0 ? 'Deploy?' : `Deploy, with ${grave === 1 ? 'what is' : `the ${grave} that are`} marked with "!"?`;
  if (agreed.yes && (grave === 0 || agreed.grave)) return;
  if (agreed.yes) throw new DeploymentError(`Nothing was deployed: ${question.slice(8, -1)} needs --grave, too.`);
  if (!ask) throw new DeploymentError('Nothing was deployed: nobody is here to be asked. In a pipeline say --yes.');
  if (!(await ask(question))) throw new DeploymentError('Nothing was deployed.');
}
