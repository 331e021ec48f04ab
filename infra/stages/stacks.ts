import { type App, Stack, type StackProps } from 'aws-cdk-lib';
import { ConsentLedger } from '../consent-ledger';
import { EDGE_REGION, EdgeStack } from '../edge-stack';
import { SecondCopiesStack } from '../second-copies';
import type { Stage } from './stage';
import { propsOf, removalPolicyOf } from './props';
import { SUMMARY, summaryOf } from './summary';

/** The stacks of a stage, by what each has. All names have the stage's, so that an account can have several. */
export const stackNames = ({ name }: Pick<Stage, 'name'>) => ({
  edge: `ConsentLedgerEdge-${name}`,
  ledger: `ConsentLedger-${name}`,
  copies: `ConsentLedgerCopies-${name}`,
});

export interface Surroundings {
  /** Where they are deployed to; undefined where nobody said. */
  readonly account: string | undefined;
  /**
   * Whether nothing of them is there yet: then nothing is protected, as a deployment that failed has to be deleted before it can be
   * repeated.
   */
  readonly isFirst: boolean;
  /**
   * Where `bundleFunctions` put the bundles.
   * @default - made anew
   */
  readonly bundles?: string;
}

/** The stacks that a stage is. */
export function addStacks(app: App, stage: Stage, { account, isFirst, bundles }: Surroundings): void {
  const names = stackNames(stage);
  const tags = { stage: stage.name };
  const stackIn = (region: string, description: string): StackProps => ({
    description,
    tags,
    env: { region, ...(account && { account }) },
    terminationProtection: !isFirst && !stage.isTrial,
  });
  if (stage.edge && stage.domain) {
    const { name: domainName, hostedZone } = stage.domain;
    const props = { ...stackIn(EDGE_REGION, 'What CloudFront needs'), domainName };
    new EdgeStack(app, names.edge, { ...props, hostedZone: hostedZone ?? undefined, terminationProtection: false });
    // Its outputs are settings of the other stacks.
    if (stage.edge.webAclArn === null) return;
  }
  const stack = new Stack(app, names.ledger, stackIn(stage.region, 'Double opt-in, proof of consent and withdrawal'));
  stack.addMetadata(SUMMARY, summaryOf(stage));
  new ConsentLedger(stack, 'Consent', { ...propsOf(stack, stage), bundles, isFirst });
  if (stage.backupRegion === null) return;
  const copies = new SecondCopiesStack(app, names.copies, {
    ...stackIn(stage.backupRegion, 'Copies of the copies, in another region of the EU/EEA'),
    ledgerStack: stack.stackName,
    removalPolicy: removalPolicyOf(stage),
  });
  stack.addStackDependency(copies);
}
