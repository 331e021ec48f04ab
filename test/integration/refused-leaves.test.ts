import { journey } from './journey';
import { startWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const PLACES = 64;
const REFUSED = 60;

test('a flood of sign-ups that are refused leaves a few places of nothing, however many they are', async () => {
  const person = journey(world, () => Promise.resolve(), 'erika@example.org');
  await person.signUp();
  const [entries, parts] = [await world.items('ledger'), await world.items('vault')];
  for (let n = 0; n < REFUSED; n++) await person.signUp();
  expect(await world.items('ledger')).toEqual(entries);
  const zeros = (await world.items('vault')).filter(({ pk }) => pk.startsWith('nothing#'));
  expect((await world.items('vault')).filter(({ pk }) => !pk.startsWith('nothing#'))).toEqual(parts);
  // Each of them was some three puts: under a name of its own each would be more than twice as many.
  expect(zeros.length).toBeGreaterThan(PLACES / 2);
  expect(zeros.length).toBeLessThanOrEqual(PLACES);
  for (const { data, salt, expiresAt } of zeros) {
    expect([data, salt]).toEqual([expect.stringMatching(/^0+$/), expect.stringMatching(/^0+$/)]);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() / 1000);
  }
  const gone = (await world.items('limits')).filter(({ expiresAt }) => Number(expiresAt) <= Date.now() / 1000);
  expect(gone.length).toBeGreaterThan(PLACES / 2);
  expect(gone.length).toBeLessThanOrEqual(PLACES);
  expect(gone.map(({ c0 }) => c0)).toEqual(gone.map(() => 0));
});
