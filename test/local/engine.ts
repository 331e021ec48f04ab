import { startEngine, type Engine } from '../../local/dynamo/engine';
import { BUNDLES } from '../once/made';

/** The stack's engine, with its tables in memory. */
export function testEngine(): { readonly endpoint: () => string } {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine(BUNDLES);
  });
  afterAll(() => engine.stop());
  return { endpoint: () => engine.endpoint };
}
