import { App, Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConsentLedger } from './consent-ledger';
import { EDGE_REGION, EdgeStack } from './edge-stack';
import { RegionError } from './region';
import { SecondCopiesStack } from './second-copies';
import { backupRegionSetting, edgeSetting, regionSetting, settings, SettingsError } from './settings';

function build(app: App): void {
  // Not CDK_DEFAULT_REGION: without AWS settings at hand it is us-east-1.
  const region = regionSetting(app);
  const account = process.env['CDK_DEFAULT_ACCOUNT'];
  if (edgeSetting(app)) {
    const env = { region: EDGE_REGION, ...(account && { account }) };
    new EdgeStack(app, 'ConsentLedgerEdge', { description: 'What CloudFront needs', env });
    // Its outputs are settings of the other stack.
    if (!app.node.tryGetContext('webAclArn')) return;
  }
  const stack = new Stack(app, 'ConsentLedger', {
    description: 'Double opt-in, proof of consent and withdrawal',
    env: { region, ...(account && { account }) },
    terminationProtection: true,
  });
  new ConsentLedger(stack, 'Consent', settings(stack));
  const backupRegion = backupRegionSetting(app);
  if (backupRegion === undefined) return;
  const copies = new SecondCopiesStack(app, 'ConsentLedgerCopies', {
    description: 'Copies of the copies, in another region of the EU/EEA',
    env: { region: backupRegion, ...(account && { account }) },
    terminationProtection: true,
    ledgerStack: stack.stackName,
    removalPolicy: settings(stack).removalPolicy,
  });
  stack.addStackDependency(copies);
}

/** Sites are loaded from a bundle of their own, whose classes are not ours: they are told by name. */
function isForOperators(error: unknown): error is Error {
  return error instanceof RegionError || error instanceof SettingsError || (error as Error).name === 'PolicyError';
}

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  build(app);
} catch (error) {
  if (!isForOperators(error)) throw error;
  console.error(error.message);
  process.exit(1);
}
