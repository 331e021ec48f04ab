import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { STSClient } from '@aws-sdk/client-sts';
import { isForOperators } from './for-operators';
import type { StackTemplate } from './stages/changes';
import { deployStage } from './stages/deploy';
import { DeploymentError } from './stages/deployed';
import { loadStage } from './stages/stage';
import { stackNames } from './stages/stacks';

/** `npm run deploy -- --stage prod`: see docs/deployment.md. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { stage: { type: 'string' }, yes: { type: 'boolean' }, grave: { type: 'boolean' } },
  });
  const stage = loadStage(values.stage);
  const output = path.join('cdk.out', stage.name);
  await deployStage(
    {
      cloudFormation: new CloudFormationClient({ region: stage.region }),
      sts: new STSClient({ region: stage.region }),
      synthesize: async (isFirst) => {
        // A template of an earlier time would be taken for this one's.
        await rm(output, { recursive: true, force: true });
        const first = isFirst ? ['-c', 'first=yes'] : [];
        await cdk('synth', '--quiet', '--output', output, '-c', `stage=${values.stage}`, ...first);
        const file = path.join(output, `${stackNames(stage).ledger}.template.json`);
        return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as StackTemplate) : undefined;
      },
      deploy: () => cdk('deploy', '--all', '--app', output, '--require-approval', 'never'),
      print: console.log,
      ask: process.stdin.isTTY ? ask : undefined,
    },
    stage,
    { yes: values.yes ?? false, grave: values.grave ?? false },
  );
}

async function cdk(...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [require.resolve('aws-cdk/bin/cdk'), ...args], { stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new DeploymentError(`cdk ${args[0]} failed; what it printed says why.`);
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^(y|yes|j|ja)$/i.test(answer.trim());
}

main().catch((error: unknown) => {
  if ((error as Error).name === 'CredentialsProviderError') {
    console.error('There are no credentials for AWS in this shell: "aws sts get-caller-identity" has to answer first.');
  } else if (isForOperators(error)) {
    console.error(error.message);
  } else {
    throw error;
  }
  process.exitCode = 1;
});
