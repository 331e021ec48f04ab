import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { running } from './running-stack';

export default async function stop(): Promise<void> {
  if (running.stack?.kill()) await once(running.stack, 'exit');
  if (running.dataDir !== undefined) rmSync(running.dataDir, { recursive: true, force: true });
}
