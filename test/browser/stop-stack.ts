import { rmSync } from 'node:fs';
import { running } from './running-stack';

export default async function stop(): Promise<void> {
  await running.stack?.stop();
  if (running.dataDir !== undefined) rmSync(running.dataDir, { recursive: true, force: true });
}
