import type { Bundle } from '../../shared/evidence/bundle';
import { verifyVouched } from '../verify/vouched';
import { confirmed, journey, type Journey } from './journey';
import { expectProblem } from './observe';
import { operatorIn } from './subject-orders';
import { startWorld, whileSequencing, type Answer, type World } from './world';

let world: World;
let person: Journey;

beforeAll(async () => {
  world = await startWorld();
  person = journey(world, () => world.consume(), 'erika@example.com');
  await confirmed(person);
});
afterAll(() => world.stop());

const ask = (whose: object, site = 'demo'): Promise<Answer> => {
  const body = { reason: 'yearly review', email: undefined, ...whose };
  return whileSequencing(world, world.call('evidence', 'evidence', { body, params: { site } }));
};

test('by the id of a list it is the same as by the address: about that address, and it verifies', async () => {
  const id = await world.subjectId(person.email);
  const answer = await ask({ id });
  expect(answer.statusCode).toBe(200);
  expect(verifyVouched(answer.body).verdict).toBe('good');
  expect(JSON.parse(answer.body) as Bundle).toMatchObject({ subject: id, address: { address: person.email } });
});

test('is refused for nobody, at another site, and for who is named twice or not at all; nothing is written', async () => {
  const id = await world.subjectId(person.email);
  const before = await world.entries();
  expectProblem(await ask({ id: 'A'.repeat(22) }), { status: 404, code: 'unknown-person' });
  expectProblem(await ask({ id }, 'notice-001'), { status: 404, code: 'unknown-person' });
  expectProblem(await ask({ id, email: person.email }), { status: 422, code: 'invalid', pointers: ['/id'] });
  expectProblem(await ask({}), { status: 422, code: 'invalid', pointers: ['/email'] });
  expect(await world.entries()).toEqual(before);
});

test('is refused once the address is deleted, and can still be asked for by it', async () => {
  const id = await world.subjectId(person.email);
  await operatorIn(world).ordered('erasures', person.email, { despiteDuty: true });
  expectProblem(await ask({ id }), { status: 404, code: 'unknown-person' });
  expect((await ask({ email: person.email })).statusCode).toBe(200);
});
