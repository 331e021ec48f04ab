import fc from '../seeded';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { failCall } from './fault';
import { queueEvent } from './fixtures';
import type { Behaviour } from './processors';
import { operatorIn, TOLD } from './subject-orders';
import { CONSUMER_EVENTS, startWorld, tokenOf, type World } from './world';
import { runFunction } from './run-function';
import type { Failures } from './world';

const SITE = 'notice-004';
const PURPOSES = ['newsletter-working-time', 'newsletter-events', 'product-updates'];

/** What may happen to a person, and what may go wrong meanwhile. */
type Happening =
  | { readonly kind: 'sign up'; readonly purposes: readonly string[] }
  | { readonly kind: 'withdraw' | 'object' | 'overtake'; readonly purposes: readonly string[] }
  | { readonly kind: 'restrict' | 'lift' | 'erase' | 'rectify' | 'retain' }
  | { readonly kind: 'notify'; readonly atOnce: number; readonly fault?: Fault };

interface Fault {
  readonly behaviour?: Behaviour;
  readonly to: string;
  /** Which call to DynamoDB fails, and whether it did what it was asked to. */
  readonly call?: number;
  readonly outcome: 'saved' | 'not saved';
}

const some = fc.subarray(PURPOSES, { minLength: 1 });
const fault: fc.Arbitrary<Fault> = fc.record(
  {
    behaviour: fc.constantFrom<Behaviour>('no answer', { status: 500 }, { status: 400 }, { status: 410 }),
    to: fc.constantFrom('', `${SITE}/brieftapir`, `${SITE}/meldeluchs`),
    call: fc.nat(20),
    outcome: fc.constantFrom('saved', 'not saved'),
  },
  { requiredKeys: ['to', 'outcome'] },
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: some.map((purposes): Happening => ({ kind: 'sign up', purposes })) },
  { weight: 3, arbitrary: some.map((purposes): Happening => ({ kind: 'withdraw', purposes })) },
  some.map((purposes): Happening => ({ kind: 'object', purposes })),
  { weight: 2, arbitrary: some.map((purposes): Happening => ({ kind: 'overtake', purposes })) },
  fc.constantFrom<Happening>(
    { kind: 'restrict' },
    { kind: 'lift' },
    { kind: 'erase' },
    { kind: 'rectify' },
    { kind: 'retain' },
  ),
  {
    weight: 5,
    arbitrary: fc.record(
      { kind: fc.constant('notify' as const), atOnce: fc.integer({ min: 1, max: 3 }), fault },
      { requiredKeys: ['kind', 'atOnce'] },
    ),
  },
);

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

async function consume(name: keyof typeof CONSUMER_EVENTS, email: string): Promise<boolean> {
  const subject = await world.subjectId(email, SITE);
  const event = queueEvent(CONSUMER_EVENTS[name], { site: SITE, subject, seq: 0 });
  return (await runFunction<Failures>(name, event)).batchItemFailures.length === 0;
}

async function signUp(email: string, purposes: readonly string[]): Promise<void> {
  const body = { email, purposes, language: 'de' };
  await world.call('signup', 'signup-json', { params: { site: SITE }, headers: { origin: undefined }, body });
  await consume('mailer', email);
  const mail = (await world.mails(email)).find(({ links }) => links.some((link) => link.includes('/confirm/')));
  if (mail) await world.call('confirm', 'confirm-button', { params: { token: tokenOf(mail, 'confirm') } });
  // Only so many mails go to an address in a day.
  world.advance('P1D');
}

async function notify(email: string, atOnce: number, { behaviour, to, call, outcome }: Fault): Promise<void> {
  const { client: dynamo } = world.deps.ledger;
  world.processors.behave(behaviour, to);
  const failing = call === undefined ? undefined : failCall(dynamo, call, outcome, 'for good');
  await Promise.all(Array.from({ length: atOnce }, () => consume('notifier', email)));
  failing?.heal();
  world.processors.behave(undefined, to);
}

/** While one message is on its way something is withdrawn, and that is told as well. */
async function overtake(email: string, withdraw: () => Promise<unknown>): Promise<void> {
  const release = world.processors.hold();
  const slow = consume('notifier', email);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await withdraw();
  const quick = consume('notifier', email);
  setTimeout(release, 50);
  await Promise.all([slow, quick]);
}

async function play(email: string, happened: Happening): Promise<void> {
  const { order } = operatorIn(world);
  switch (happened.kind) {
    case 'sign up':
      return signUp(email, happened.purposes);
    case 'withdraw':
    case 'object':
    case 'overtake': {
      const action = happened.kind === 'object' ? 'objections' : 'withdrawals';
      const ordered = () => order(action, email, { ...TOLD, purposes: happened.purposes }, SITE);
      return void (await (happened.kind === 'overtake' ? overtake(email, ordered) : ordered()));
    }
    case 'restrict':
    case 'lift':
      return void (await order(
        'restrictions',
        email,
        happened.kind === 'lift' ? { lift: true, via: 'phone' } : {},
        SITE,
      ));
    case 'erase':
      return void (await order('erasures', email, { despiteDuty: true }, SITE));
    case 'rectify':
      return void (await order('rectifications', email, { newEmail: respelt(email) }, SITE));
    case 'retain':
      return void (await consume('retention', email));
    case 'notify':
      return notify(email, happened.atOnce, happened.fault ?? { to: '', outcome: 'saved' });
  }
}

let spelling = 0;
const respelt = (email: string): string => email.replace('person', ++spelling % 2 === 0 ? 'Person' : 'PERSON');

/** All that the ledger itself says may be mailed, for the purposes of one processor. */
async function permitted(email: string, processor: string): Promise<string[]> {
  const answer = await world.call('permissions', 'permissions', { params: { site: SITE }, body: { email } });
  const { purposes } = JSON.parse(answer.body) as { purposes: { id: string; allowed: boolean }[] };
  const own = findSite(sites, SITE)?.processors.find(({ id }) => id === processor)?.purposes ?? [];
  return purposes.filter(({ id, allowed }) => allowed && own.includes(id)).map(({ id }) => id);
}

/** Under whatever spelling of the address. */
function picture(email: string, processor: string): string[] {
  const pictures = [...world.processors.picture(`${SITE}/${processor}`)];
  const own = pictures.filter(([address]) => address.toLowerCase() === email);
  expect(own.length).toBeLessThanOrEqual(1);
  return own.flatMap(([, purposes]) => [...purposes]);
}

let people = 0;

test('whatever happens and whatever fails: in the end every processor knows what the ledger says, and no more', async () => {
  let compared = 0;
  const property = fc.asyncProperty(
    fc.array(happening, { minLength: 3, maxLength: 12, size: 'max' }),
    async (story) => {
      const email = `person-${++people}@example.org`;
      for (const happened of story) await play(email, happened);
      // Whoever crashed is waited for; who wanted nothing any more is asked again.
      world.advance('PT1M');
      const answer = await world.call('deliveries', 'deliveries-replay', { params: { site: SITE }, body: {} });
      expect(answer.statusCode).toBe(200);
      expect(await consume('notifier', email)).toBe(true);
      for (const processor of ['brieftapir', 'meldeluchs']) {
        const allowed = await permitted(email, processor);
        expect({ processor, purposes: picture(email, processor) }).toEqual({ processor, purposes: allowed });
        compared += allowed.length;
      }
    },
  );
  await fc.assert(property, { numRuns: 30 });
  // Else nobody would ever have been allowed anything.
  expect(compared).toBeGreaterThan(0);
}, 300_000);
