import { audit } from './audit';
import { TOLD } from './subject-orders';
import { ofType, somebody, Telling } from './telling';
import { startWorld, type World } from './world';

let world: World;
let people: Telling;

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
});
afterEach(async () => {
  world.processors.behave(undefined);
  world.processors.told.length = 0;
  await audit(world);
});
afterAll(() => world.stop());

describe('a deletion that is confirmed later', () => {
  async function askedToDelete(): Promise<{ email: string; id: string }> {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
    await people.ordered('withdrawals', email, TOLD);
    world.processors.behave({ status: 202, body: {} });
    expect(await people.notify('demo', email)).toBe(true);
    return { email, id: await people.subjectOf('demo', email) };
  }

  const confirmed = (body: object, operator = 'brieftapir-client') =>
    world.call('deletions', 'deletions', { body, operator });

  test('is on record from then on, once', async () => {
    const { email, id } = await askedToDelete();
    expect(ofType(await people.history('demo', email), 'DeletionConfirmed')).toEqual([]);
    for (let n = 0; n < 2; n++) {
      const answer = await confirmed({ id, processor: 'brieftapir' });
      expect(answer.statusCode).toBe(200);
      expect(JSON.parse(answer.body)).toEqual({ site: 'demo', id, processor: 'brieftapir', status: 'confirmed' });
    }
    expect(ofType(await people.history('demo', email), 'DeletionConfirmed')).toMatchObject([
      { actor: { kind: 'backend', id: 'brieftapir-client' }, facts: { processor: 'brieftapir' } },
    ]);
  });

  test('is refused where nobody was to be deleted, whoever it is, and changes nothing', async () => {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
    const id = await people.subjectOf('demo', email);
    const before = await world.entries();
    const answers = await Promise.all([
      confirmed({ id, processor: 'brieftapir' }),
      confirmed({ id: 'A'.repeat(22), processor: 'brieftapir' }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
    expect(answers[0]?.body).toBe(answers[1]?.body);
    expect((await confirmed({ id, processor: 'wolkenhamster' })).statusCode).toBe(422);
    expect((await confirmed({ id: 'short', processor: 'brieftapir' })).statusCode).toBe(422);
    expect(await world.entries()).toEqual(before);
  });

  test('is not taken for another site, nor once the person came back', async () => {
    const { email, id } = await askedToDelete();
    const elsewhere = { params: { site: 'notice-004' }, body: { id, processor: 'brieftapir' } };
    expect((await world.call('deletions', 'deletions', elsewhere)).statusCode).toBe(404);
    world.processors.behave(undefined);
    world.advance('PT1H');
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
    expect((await confirmed({ id, processor: 'brieftapir' })).statusCode).toBe(404);
  });
});
