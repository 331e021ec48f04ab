import { readFetches } from '../../shared/ledger/fetches';
import { expectProblem } from './observe';
import { SomeBody } from './people';
import { startWorld, type World } from './world';

let world: World;
let names = 0;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function subscriber(): Promise<SomeBody> {
  const person = new SomeBody(world, `listed-${++names}`);
  await person.give(['newsletter-product']);
  await person.tellAll();
  return person;
}

async function addresses(ids: readonly string[], site = 'demo'): Promise<unknown> {
  const claims = { sub: 'auditor-1', client_id: 'desk', scope: `evidence:read@sites site=${site}` };
  const answer = await world.call('audience', 'addresses', { params: { site }, body: { ids }, claims });
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return (JSON.parse(answer.body) as { people: unknown }).people;
}

async function fetched(site = 'demo'): Promise<unknown[]> {
  const fetches = [];
  for await (const fetch of readFetches(world.deps.ledger, site, new Date())) fetches.push(fetch);
  return fetches;
}

test('people are named by their addresses, each once, and who got how many is written down', async () => {
  const [one, other] = [await subscriber(), await subscriber()];
  const [first, second] = [await one.subject(), await other.subject()];
  expect(await addresses([first, second, first, 'A'.repeat(22)])).toEqual([
    { id: first, email: one.email },
    { id: second, email: other.email },
  ]);
  expect(await fetched()).toEqual([expect.objectContaining({ what: 'addresses', count: 2, operator: 'auditor-1' })]);
});

test('at another site nobody of this one is named; where nobody is named, nothing is written down', async () => {
  const id = await (await subscriber()).subject();
  expect(await addresses([id], 'notice-001')).toEqual([]);
  expect(await fetched('notice-001')).toEqual([]);
});

test('nobody, or more than a page of a list has, is refused with how many there may be', async () => {
  for (const ids of [[], Array(51).fill('A'.repeat(22))]) {
    const answer = await world.call('audience', 'addresses', { body: { ids } });
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/ids'] });
    expect(answer.body).toContain('These are 1 to 50 ids');
  }
});
