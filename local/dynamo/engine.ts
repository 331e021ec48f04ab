import { once } from 'node:events';
import { REGION } from '../aws';
import { startThread } from '../threads';
import type { EngineData } from './engine-thread';

export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts dynalite in a thread of its own, which cannot outlive this process. What it acknowledged is in the
 * operating system's hands, so it survives a `kill -9`.
 */
export async function startEngine(threads: string, path?: string): Promise<Engine> {
  const workerData: EngineData = { dynalite: require.resolve('dynalite'), ...(path && { path }) };
  const worker = startThread(threads, 'engine', { name: 'engine', workerData, env: { AWS_REGION: REGION } });
  const [port] = (await once(worker, 'message')) as [number];
  worker.on('error', (error) => {
    throw new Error('The DynamoDB engine died. Restart the stack: what was acknowledged is on disk.', { cause: error });
  });
  return { endpoint: `http://127.0.0.1:${port}`, stop: async () => void (await worker.terminate()) };
}
