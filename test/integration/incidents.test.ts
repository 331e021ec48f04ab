import { audit } from './audit';
import { ofType, somebody, Telling } from './telling';
import { operatorIn } from './subject-orders';
import { startWorld, type World } from './world';

let world: World;
let people: Telling;

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

const WHY = { reason: 'incident of 20 November', label: 'Password guessing', reviewBy: '2027-11-20' };

const order = async (body: object, site = 'demo') => {
  const { statusCode, body: text } = await world.call('subjects', 'subjects-connections', { params: { site }, body });
  return { statusCode, ...(JSON.parse(text) as { case: string; people: number; errors?: { pointer: string }[] }) };
};

async function subscriber(): Promise<{ id: string; history: () => ReturnType<Telling['history']> }> {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  return { id: await people.subjectOf('demo', email), history: () => people.history('demo', email) };
}

test('holds the steps of several people under one id, adds to it, and ends it for those who are named', async () => {
  const [one, other] = [await subscriber(), await subscriber()];
  const placed = await order({ people: [{ id: one.id, steps: [0] }], ...WHY });
  expect(placed).toMatchObject({ statusCode: 200, people: 1 });
  const { label: _, ...more } = WHY;
  const both = [one, other].map(({ id }) => ({ id, steps: [0] }));
  expect(await order({ people: both, case: placed.case, ...more })).toMatchObject({ case: placed.case, people: 1 });
  for (const { history } of [one, other]) {
    expect(ofType(await history(), 'HoldPlaced')).toMatchObject([
      { actor: { kind: 'operator' }, facts: { case: placed.case, connections: [0], reviewBy: WHY.reviewBy } },
    ]);
  }
  const settled = { people: [{ id: one.id }], case: placed.case, reason: WHY.reason, lift: true };
  expect(await order(settled)).toMatchObject({ people: 1 });
  expect(await order(settled)).toMatchObject({ people: 0 });
  expect(ofType(await one.history(), 'HoldLifted')).toHaveLength(1);
  expect(ofType(await other.history(), 'HoldLifted')).toEqual([]);
});

test('an order about one person keeps it one of connections; by its label another hold is meant, of everything', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  const id = await people.subjectOf('demo', email);
  const { case: incident } = await order({ people: [{ id, steps: [0] }], ...WHY });
  const { ordered } = operatorIn(world);
  const holds = async (said: object) =>
    (await ordered('holds', email, said)).now.holds.map(({ case: one, label, reviewBy, connections }) => ({
      isIncident: one === incident,
      ...{ label, reviewBy, connections },
    }));
  const kept = { isIncident: true, label: WHY.label, reviewBy: '2028-01-01', connections: [0] };
  expect(await holds({ case: incident, reviewBy: '2028-01-01' })).toEqual([kept]);
  const whole = { isIncident: false, label: WHY.label, reviewBy: '2029-01-01', connections: undefined };
  for (const _ of [1, 2]) expect(await holds({ label: WHY.label, reviewBy: '2029-01-01' })).toEqual([kept, whole]);
  expect(await holds({ label: WHY.label, lift: true })).toEqual([kept]);
  expect(await order({ people: [{ id }], case: incident, reason: WHY.reason, lift: true })).toMatchObject({
    people: 1,
  });
});

test('holds nothing of another site’s people, nor of somebody of whom there is nothing', async () => {
  const { id, history } = await subscriber();
  const before = await history();
  const all = [id, 'A'.repeat(22)].map((one) => ({ id: one, steps: [0] }));
  expect(await order({ people: all, ...WHY }, 'notice-001')).toMatchObject({ statusCode: 200, people: 0 });
  expect(await history()).toEqual(before);
});

test.each([
  ['nobody', { people: [], ...WHY }, '/people'],
  ['no name', { people: [{ id: 'A'.repeat(22) }], ...WHY, label: undefined }, '/label'],
  ['no review', { people: [{ id: 'A'.repeat(22) }], ...WHY, reviewBy: undefined }, '/reviewBy'],
  ['a review today', { people: [{ id: 'A'.repeat(22) }], ...WHY, reviewBy: '2026-11-22' }, '/reviewBy'],
  ['an end of none', { people: [{ id: 'A'.repeat(22) }], reason: WHY.reason, lift: true }, '/case'],
  ['an address in the reason', { people: [{ id: 'A'.repeat(22) }], ...WHY, reason: 'of a@b.example' }, '/reason'],
])('refuses %s', async (_what, body, pointer) => {
  const answer = await order(JSON.parse(JSON.stringify(body)) as object);
  expect([answer.statusCode, answer.errors?.map((error) => error.pointer)]).toEqual([422, [pointer]]);
});
