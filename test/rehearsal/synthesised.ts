import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { addStacks, stackNames } from '../../infra/stages/stacks';
import { loadStage } from '../../infra/stages/stage';
import { whole } from '../infra/whole';

const ROOT = path.join(__dirname, '..', '..');
const STAGE = path.join('examples', 'stages', 'example.ts');

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** A template: what CloudFormation is given. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

// `npm run synth` does both, and they take seconds.
process.env['CDK_VALIDATION'] = 'false';
process.env['CDK_DISABLE_STACK_TRACE'] = '1';

/** The template of the example's stage, which `npm run synth` makes, too: its stack, and those in it, as one. */
export function synthesised(bundles: string): Template {
  const { context } = JSON.parse(readFileSync(path.join(ROOT, 'cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({ context });
  const stage = loadStage(STAGE);
  addStacks(app, stage, { account: undefined, isFirst: false, bundles });
  const stack = app.node.findChild(stackNames(stage).ledger) as Stack;
  return whole(stack).toJSON() as Template;
}
