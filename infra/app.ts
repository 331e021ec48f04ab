import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { isForOperators } from './for-operators';
import { loadStage } from './stages/stage';
import { addStacks } from './stages/stacks';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  const stage = loadStage(app.node.tryGetContext('stage') as string | undefined);
  // Not CDK_DEFAULT_REGION: without AWS settings at hand it is us-east-1.
  const account = stage.account ?? process.env['CDK_DEFAULT_ACCOUNT'];
  addStacks(app, stage, { account, isFirst: app.node.tryGetContext('first') !== undefined });
} catch (error) {
  if (!isForOperators(error)) throw error;
  console.error(error.message);
  process.exit(1);
}
