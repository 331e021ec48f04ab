import fc from '../seeded';
import { audit } from './audit';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { preferenceCentre, type PreferenceCentre, type Seen } from './preference-centre';
import { startWorld, tokenOf, type World } from './world';

const PURPOSES = ['newsletter-product', 'newsletter-events', 'analysis', 'product-info'];
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

const some = fc.subarray(PURPOSES);

/** What a person may press, in whatever order; only one of it is a confirmation. */
const press = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('save' as const), purposes: some }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('ask' as const), purposes: some }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('confirm' as const), nth: fc.nat(2) }) },
  fc.record({ what: fc.constant('end' as const) }),
  fc.record({ what: fc.constant('language' as const), language: fc.constantFrom('de', 'en') }),
  fc.record({ what: fc.constant('one-click' as const) }),
  fc.record({ what: fc.constant('wait' as const), time: fc.constantFrom('PT1M', 'PT11M', 'PT25H') }),
);
type Press = typeof press extends fc.Arbitrary<infer T> ? T : never;

async function allowed({ email }: Journey): Promise<string[]> {
  const answer = await world.call('permissions', 'permissions', { body: { email } });
  const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
  return purposes.filter((purpose) => purpose.allowed && PURPOSES.includes(purpose.id)).map(({ id }) => id);
}

/** The page that the press leads to, if that is one of the preference centre. */
async function carryOut(next: Press, person: Journey, centre: PreferenceCentre): Promise<Seen | undefined> {
  switch (next.what) {
    case 'save':
      return centre.save(...next.purposes);
    case 'ask':
      return centre.ask(...next.purposes);
    case 'end':
      return centre.end();
    case 'language':
      return centre.speak(next.language);
    case 'confirm':
      await confirmNth(person, next.nth);
      return undefined;
    case 'one-click':
      await world.call('unsubscribe', 'unsubscribe-one-click', {
        params: { token: await person.token('unsubscribe') },
      });
      return undefined;
    case 'wait':
      world.advance(next.time);
      return undefined;
  }
}

/** Any of the confirmation mails that came, old ones among them. */
async function confirmNth(person: Journey, nth: number): Promise<void> {
  await consume();
  const mails = (await world.mails(person.email)).filter(({ links }) => links.some((link) => /\/confirm\//.test(link)));
  await person.press(tokenOf(mails[nth % mails.length], 'confirm'));
}

test('whatever is pressed, nothing is given but by a confirmation, and every page agrees with the permissions', async () => {
  let people = 0;
  let gained = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(press, { minLength: 4, maxLength: 12 }), async (presses) => {
      const person = journey(world, consume, `any-order-${(people += 1)}@example.com`);
      await person.signUp();
      await person.press(await person.token('confirm'));
      const centre = preferenceCentre(world, await person.token('preferences'));
      for (const next of presses) {
        const before = await allowed(person);
        const seen = await carryOut(next, person, centre);
        const after = await allowed(person);
        if (seen) expect([seen.status, seen.ticked]).toEqual([200, after]);
        const given = after.filter((id) => !before.includes(id));
        if (next.what !== 'confirm') expect(given).toEqual([]);
        gained += given.length;
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
  // Else nothing was ever asked for and confirmed, and this would say little.
  expect(gained).toBeGreaterThan(0);
});
