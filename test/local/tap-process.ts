import { openBase } from '../../local/base';
import { startDatabase } from '../../local/dynamo/database';
import { Shutdown } from '../../local/shutdown';

/** Run as a process of its own, to be killed: a tap in front of the engine at the given endpoint. */
async function main([folder = '', endpoint = '']: string[]): Promise<void> {
  const base = await openBase(folder, () => undefined, new Shutdown());
  const database = await startDatabase(base, { endpoint });
  process.send?.(database.tapped);
}

void main(process.argv.slice(2));
