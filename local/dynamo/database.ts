import path from 'node:path';
import type { Base } from '../base';
import { startEngine } from './engine';
import { Intents } from './intents';
import { expirySweep } from './sweep';
import { ensureTables } from './tables';
import { Tap } from './tap';

/** Which engine keeps the tables: ours on disk or in memory, or one that somebody else runs, such as DynamoDB Local. */
export type EngineChoice = 'on-disk' | 'in-memory' | { readonly endpoint: string };

export interface Database {
  /** The engine itself. */
  readonly endpoint: string;
  /** Where functions go, so that the stream hears of what they put. */
  readonly tapped: string;
  /** How many puts have not reached the stream yet. */
  readonly unresolved: () => number;
  /** Deletes what is past its end, now instead of in a while. */
  readonly sweep: () => void;
}

export async function startDatabase(base: Base, choice: EngineChoice): Promise<Database> {
  const { store, stream, clock, report, shutdown } = base;
  const endpoint = await startEngineOf(base, choice);
  await ensureTables(endpoint);
  const intents = new Intents(store, stream, endpoint, report);
  await intents.load();
  const sweep = expirySweep(endpoint, clock, report).start();
  const repair = intents.repair.start();
  const tap = await new Tap(endpoint, intents, report).start();
  shutdown.add(() => Promise.all([sweep.stop(), repair.stop(), tap.close()]));
  return { endpoint, tapped: tap.url, unresolved: () => intents.count(), sweep: () => sweep.wake() };
}

async function startEngineOf({ dataDir, build, shutdown }: Base, choice: EngineChoice): Promise<string> {
  if (typeof choice === 'object') return choice.endpoint;
  const engine = await startEngine(build, choice === 'on-disk' ? path.join(dataDir, 'tables') : undefined);
  shutdown.add(() => engine.stop());
  return engine.endpoint;
}
