import { Marketing } from './marketing';
import { SomeBody } from './people';
import { startWorld, type World } from './world';

const LIST = 'newsletter-events';
let world: World;
let marketing: Marketing;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

interface Summary {
  readonly not: { readonly pending: number };
  readonly left: { readonly people: number };
}

/** As it is now: counts of before are good for five minutes. */
async function summary(): Promise<Summary> {
  world.advance('PT6M');
  const { statusCode, body } = await marketing.call('audience-summary', { params: { purpose: LIST } });
  expect([statusCode, body]).toEqual([200, expect.any(String)]);
  return JSON.parse(body) as Summary;
}

test('whoever took the sign-up back waits no longer, and has not left', async () => {
  const person = new SomeBody(world, 'taken-back');
  const { recordId, purposes } = await person.ask([LIST]);
  await person.tellAll();
  expect(await summary()).toMatchObject({ not: { pending: 1 }, left: { people: 0 } });
  await person.take({ type: 'ConsentRefused', recordId, purposes });
  await person.tellAll();
  expect(await summary()).toMatchObject({ not: { pending: 0 }, left: { people: 0 } });
});
