import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { ConsentLedger } from '../../infra/consent-ledger';
import { functions, newApp, newStack } from './synthesis';

const app = newApp();
const stack = newStack(app);
new ConsentLedger(stack, 'Consent', { senderDomains: ['example.com'] });
const deployed = functions(Template.fromStack(stack));

/** Loads every bundle as Lambda would, with the environment it is deployed with and no other. */
const LOAD = `
  for (const { name, task, variables } of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) {
    process.env = { AWS_REGION: 'eu-central-1', LAMBDA_TASK_ROOT: task, ...variables };
    let outcome;
    try { outcome = typeof require(task).handler; } catch (error) { outcome = error.message; }
    console.log(JSON.stringify([name, outcome]));
  }
`;

/** What refers to another resource is some text or other when deployed; as a URL it will do for all of them. */
const placeholder = (value: unknown) => (typeof value === 'string' ? value : 'https://example.com/placeholder');

const input = [...deployed].map(([name, { Properties }]) => ({
  name,
  task: path.join(app.outdir, `asset.${(Properties['Code'].S3Key as string).replace('.zip', '')}`),
  variables: Object.fromEntries(
    Object.entries(Properties['Environment'].Variables as object).map(([key, value]) => [key, placeholder(value)]),
  ),
}));
const output = execFileSync(process.execPath, ['-e', LOAD], { input: JSON.stringify(input), encoding: 'utf8' });
const outcomes = output
  .split('\n')
  .filter((line) => line.startsWith('['))
  .map((line) => JSON.parse(line) as [name: string, outcome: string]);

test('every function is loaded', () => {
  expect(outcomes.map(([name]) => name)).toEqual([...deployed.keys()]);
});

test.each(outcomes)('%s starts with the environment that it is deployed with', (_, outcome) => {
  expect(outcome).toBe('function');
});
