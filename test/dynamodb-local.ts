import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startAmazonsEngine } from './amazons-engine';

/**
 * Runs a command in which the integration tests have Amazon's own engine (Java) instead of dynalite:
 * `npx tsx test/dynamodb-local.ts npm test`. Its exit code is the command's.
 */
async function main([command = '', ...args]: readonly string[]): Promise<void> {
  const { endpoint, stop } = await startAmazonsEngine();
  try {
    const run = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DYNAMODB_ENDPOINT: endpoint } });
    const [code] = (await once(run, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    stop();
  }
}

void main(process.argv.slice(2));
