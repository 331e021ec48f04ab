import { startEngine, type Engine } from '../../local/dynamo/engine';
import { bundleThreads } from '../../local/threads';
import { temporaryFolder } from './folder';

/** The stack's engine, with its tables in memory. */
export function testEngine(): { readonly endpoint: () => string } {
  const threads = temporaryFolder();
  let engine: Engine;
  beforeAll(async () => {
    bundleThreads(threads);
    engine = await startEngine(threads);
  });
  afterAll(() => engine.stop());
  return { endpoint: () => engine.endpoint };
}
