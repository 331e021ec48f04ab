import { audit } from './audit';
import { newsOf } from './news';
import { CONTEXT } from './run-function';
import { startWorld, type World } from './world';

let world: World;

beforeAll(async () => {
  world = await startWorld();
  jest.spyOn(console, 'warn').mockReturnValue(); // the SDK's, about its sockets
  // All run in this one process, so that 30 seconds are not enough, nor three minutes where another suite runs beside it.
  jest.spyOn(CONTEXT, 'getRemainingTimeInMillis').mockReturnValue(410_000);
});
afterAll(() => world.stop());

test('two hundred and fifty sign-ups of one address at once: each is taken, and all together make one record and one mail', async () => {
  const body = { email: 'flood@example.com', purposes: ['newsletter-product'], language: 'de' };
  const answers = await Promise.all(Array.from({ length: 250 }, () => world.call('signup', 'signup-json', { body })));
  const [first, ...others] = [...new Set(answers.map((answer) => JSON.stringify(answer)))];
  expect(others).toEqual([]);
  expect(JSON.parse(first ?? '{}')).toMatchObject({ statusCode: 202, body: '{"status":"pending"}' });

  await newsOf(world)();
  expect(await world.mails('flood@example.com')).toHaveLength(1);
  const entries = await world.entries();
  expect(entries.map(({ type }) => type)).toEqual(['ConsentRequested', 'MailSent']);
  await audit(world);

  // What the others had put into the vault goes by itself, with the sign-up.
  const vault = await world.items('vault');
  const ends = vault.map(({ expiresAt }) => Number(expiresAt) - Date.now() / 1000);
  expect(Math.max(...ends)).toBeLessThanOrEqual(8 * 24 * 60 * 60);
}, 420_000);

test('a hundred sign-ups of one address for different things at once come to no more than three mails', async () => {
  const wishes = [
    ['newsletter-product'],
    ['newsletter-events'],
    ['product-info'],
    ['newsletter-product', 'analysis'],
    ['newsletter-events', 'analysis'],
  ];
  const post = (_: unknown, n: number) => {
    const body = { email: 'various@example.com', purposes: wishes[n % wishes.length], language: 'de' };
    return world.call('signup', 'signup-json', { body });
  };
  const answers = await Promise.all(Array.from({ length: 100 }, post));
  expect([...new Set(answers.map(({ body }) => body))]).toEqual(['{"status":"pending"}']);
  await newsOf(world)();
  expect(await world.mails('various@example.com')).toHaveLength(3);
  await audit(world);
}, 420_000);
