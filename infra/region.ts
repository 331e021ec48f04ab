import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * The AWS regions inside the EU/EEA. London (eu-west-2) and Zurich (eu-central-2) are in Europe, but not in the EEA.
 */
export const EEA_REGIONS: readonly string[] = [
  'eu-central-1',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-3',
  'eusc-de-east-1',
];

/** Where Amazon SES, which sends the mails, is not. Copies can be kept there all the same. */
const WITHOUT_SES: readonly string[] = ['eu-south-2'];

/** Where a stage can be. */
export const REGIONS: readonly string[] = EEA_REGIONS.filter((region) => !WITHOUT_SES.includes(region));

/** Thrown at synthesis when the ledger can't be in the stack's region; the message says what to change. */
export class RegionError extends Error {
  override readonly name = 'RegionError';
}

/** Refuses a stack that mails from a region without SES, besides those that {@link needRegionInTheEea} refuses. */
export function needRegionWithSes(construct: IConstruct): void {
  needRegionInTheEea(construct);
  const { region } = Stack.of(construct);
  if (REGIONS.includes(region)) return;
  throw new RegionError(`${region} has no Amazon SES to send mails with. Take one of these: ${REGIONS.join(', ')}.`);
}

/** Refuses a stack whose region is outside the EU/EEA or not known before it is deployed. */
export function needRegionInTheEea(construct: IConstruct): void {
  const { region } = Stack.of(construct);
  if (Token.isUnresolved(region)) throw outsideTheEea(construct, 'has no fixed region');
  if (!EEA_REGIONS.includes(region)) throw outsideTheEea(construct, `would be deployed to ${region}`);
}

function outsideTheEea(construct: IConstruct, found: string): RegionError {
  return new RegionError(
    `${construct.node.path} ${found}, but consent data has to stay in the EU/EEA. ` +
      "Give its stack one of these regions, e.g. new Stack(app, id, { env: { region: 'eu-central-1' } }) " +
      `(a stage: region): ${EEA_REGIONS.join(', ')}.`,
  );
}

/** Where AWS CDK 2.276 does not know the layer of the AWS Parameters and Secrets Lambda Extension. */
const WITHOUT_KNOWN_EXTENSION = ['eusc-de-east-1'];

/** Fails with what to do, where the functions could not be given the extension that reads their secrets. */
export function needExtensionArn(construct: IConstruct, arn: string | undefined): void {
  const { region } = Stack.of(construct);
  if (arn || !WITHOUT_KNOWN_EXTENSION.includes(region)) return;
  throw new RegionError(
    `AWS CDK does not know the AWS Parameters and Secrets Lambda Extension in ${region}. Look up the ARN of its arm64 ` +
      `layer in the AWS Secrets Manager user guide and give it to ${construct.node.path} as secretsExtensionArn ` +
      '(a stage has a setting of that name).',
  );
}
