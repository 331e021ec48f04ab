import { schemaOf } from '../../infra/openapi/components';
import { somebody, Telling } from '../integration/telling';
import { startWorld, type World } from '../integration/world';
import type * as z from '../../shared/zod';
import { operationOf } from './conversation';
import { faults } from './document-schemas';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

// In the story everybody is told at once.
test('what a processor could not be told is listed as documented, whether or not it answered', async () => {
  const people = new Telling(world);
  for (const behaviour of [{ status: 500 }, 'no answer'] as const) {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    world.processors.behave(behaviour);
    await people.notify('demo', email);
  }
  const answer = { site: 'demo', deliveries: await people.deliveries() };
  expect(answer.deliveries).toHaveLength(2);
  const deliveries = operationOf('listDeliveries').answers[200]?.content?.['application/json'] as z.ZodMiniType;
  expect(deliveries.safeParse(answer).error?.issues).toBeUndefined();
  expect(faults(schemaOf(deliveries), answer)).toEqual([]);
});
