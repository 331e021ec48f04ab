import type * as Samples from '../../examples/sites';
import { CallLog, type Call } from './calls';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { startWorld, type Answer, type World } from './world';

/** A site like the demo's, but for its limits. */
jest.mock('#sites', () => {
  const { sites } = jest.requireActual<typeof Samples>('../../examples/sites');
  const confirmation = { pending: 'P7D', mailsPerDay: 1, pause: 'PT1H' };
  return { sites: [...sites, { ...sites.find(({ id }) => id === 'demo'), id: 'strict', confirmation }] };
});

const REQUESTS = {
  product: ['newsletter-product'],
  events: ['newsletter-events'],
  both: ['newsletter-product', 'newsletter-events'],
};
let world: World;
let consume: () => Promise<void>;
let log: CallLog;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  const { client: dynamo } = world.deps.ledger;
  log = new CallLog(dynamo);
  // Only a container's first sign-ups keep the wordings, too.
  await journey(world, consume, 'warm-up@example.com').signUp({ purposes: REQUESTS.both });
});
afterAll(() => world.stop());

let people = 10;
/** Addresses of one length, as length is the one thing that an address may show. */
const somebody = (): Journey => journey(world, consume, `limits-${(people += 1)}@example.com`);

const post = (email: string, purposes: readonly string[] = REQUESTS.product, site = 'demo'): Promise<Answer> =>
  world.call('signup', 'signup-json', { params: { site }, body: { email, purposes, language: 'de' } });

const confirmationMails = async (email: string): Promise<number> => {
  await consume();
  return (await world.mails(email)).filter(({ text }) => text.includes('/confirm/')).length;
};

type State = [name: string, written: boolean, prepare: (person: Journey) => Promise<unknown>];

const STATES: State[] = [
  ['unknown', true, () => Promise.resolve()],
  ['pending for the same', false, ({ email }) => post(email)],
  ['pending for something else', true, ({ email }) => post(email, REQUESTS.events)],
  ['pending, and the mail was sent', false, async (person) => post(person.email).then(() => person.token('confirm'))],
  ['active', true, active],
  ['active, and asking for a second time', false, async (person) => active(person).then(() => post(person.email))],
  ['withdrawn', true, withdrawn],
  ['expired', true, async ({ email }) => post(email).then(() => world.advance('P8D'))],
  ['capped', false, capped],
  ['active and capped', false, async (person) => active(person).then(() => capped(person))],
];

async function active(person: Journey): Promise<void> {
  await post(person.email);
  expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
}

async function withdrawn(person: Journey): Promise<void> {
  await active(person);
  const params = { token: await person.token('unsubscribe') };
  expect((await world.call('unsubscribe', 'unsubscribe-one-click', { params })).statusCode).toBe(200);
}

async function capped({ email }: Journey): Promise<void> {
  for (const purposes of [REQUESTS.events, REQUESTS.both, REQUESTS.events]) {
    await post(email, purposes);
    world.advance('PT15M');
  }
}

describe('nobody can tell from a sign-up whether an address is', () => {
  const stranger = somebody();

  /** Round trip by round trip: which commands, how often. */
  const shape = (calls: readonly Call[]): string[][] => {
    const trips = Math.max(...calls.map(({ roundTrip }) => roundTrip));
    return Array.from({ length: trips }, (_, n) =>
      calls
        .filter((call) => call.roundTrip === n + 1)
        .map(({ command }) => command)
        .sort(),
    );
  };
  const sizes = (calls: readonly Call[]): number[] =>
    calls
      .filter(({ command }) => command === 'PutItem')
      .map(({ bytes }) => bytes)
      .sort((a, b) => a - b);
  const writeUnits = (calls: readonly Call[]): number =>
    sizes(calls).reduce((sum, bytes) => sum + Math.ceil(bytes / 1024), 0);

  test.each(STATES)('%s: the same answer and the same work (written: %s)', async (_, written, prepare) => {
    const person = somebody();
    await prepare(person);
    const before = (await world.entries()).length;
    log.take();
    const answer = await post(person.email);
    const calls = log.take();
    expect((await world.entries()).length - before).toBe(written ? 1 : 0);

    world.advance('P2D');
    const expected = await post(stranger.email);
    const usual = log.take();
    expect(answer).toEqual(expected);
    expect(shape(calls)).toEqual([
      ['BatchGetItem', 'Query'],
      ['PutItem', 'PutItem', 'UpdateItem', 'UpdateItem', 'UpdateItem', 'UpdateItem'],
      ['PutItem'],
    ]);
    expect(shape(usual)).toEqual(shape(calls));
    expect(writeUnits(calls)).toBe(writeUnits(usual));
    for (const [n, bytes] of sizes(calls).entries()) expect(Math.abs(bytes - (sizes(usual)[n] ?? 0))).toBeLessThan(8);
  });

  test.each([
    ['one purpose', { purposes: REQUESTS.product }],
    [
      'all purposes and a whitepaper',
      { purposes: [...REQUESTS.both, 'analysis', 'product-info'], asset: 'whitepaper-consent' },
    ],
    ['a whitepaper alone', { purposes: [], asset: 'whitepaper-consent' }],
    ['fields with umlauts', { fields: { firstName: 'Jörg', lastName: 'Müßiggänger', department: 'Änderungsdienst' } }],
    ['a form', { form: { url: `https://www.demo.example/${'x'.repeat(500)}` } }],
  ])('repeated, however much is said: %s', async (_, wishes) => {
    const person = somebody();
    // So that the wordings are there.
    await somebody().signUp(wishes);
    log.take();
    await person.signUp(wishes);
    const first = sizes(log.take());
    await person.signUp(wishes);
    const again = sizes(log.take());
    expect(again).toHaveLength(first.length);
    for (const [n, bytes] of again.entries()) expect(Math.abs(bytes - (first[n] ?? 0))).toBeLessThan(8);
  });

  test.each(STATES)('%s: the same answer to a form', async (_, __, prepare) => {
    const person = somebody();
    await prepare(person);
    const form = (email: string): Buffer =>
      Buffer.from(new URLSearchParams({ email, purpose: 'newsletter-product', language: 'de' }).toString());
    const answer = await world.call('signup', 'signup-form', { body: form(person.email) });
    expect(answer.statusCode).toBe(303);
    expect(answer).toEqual(await world.call('signup', 'signup-form', { body: form(somebody().email) }));
  });
});

describe('confirmation mails', () => {
  test('are at most three for an address, a site and 24 hours, whatever is asked for', async () => {
    const { email } = somebody();
    for (const purposes of [...Object.values(REQUESTS), ...Object.values(REQUESTS), REQUESTS.product]) {
      expect((await post(email, purposes)).statusCode).toBe(202);
      world.advance('PT11M');
    }
    expect(await confirmationMails(email)).toBe(3);
    expect((await world.evidence(email)).records).toHaveLength(3);
  });

  test('come again when the first is 24 hours old, one at a time', async () => {
    const { email } = somebody();
    for (const pause of ['PT8H', 'PT8H', 'PT7H59M']) {
      await post(email);
      await confirmationMails(email);
      world.advance(pause);
    }
    await post(email);
    expect(await confirmationMails(email)).toBe(3);
    world.advance('PT1M');
    await post(email);
    await post(email, REQUESTS.both);
    expect(await confirmationMails(email)).toBe(4);
  });

  test('come not twice within ten minutes for the same request, but for another', async () => {
    const { email } = somebody();
    await post(email);
    expect(await confirmationMails(email)).toBe(1);
    world.advance('PT9M59S');
    await post(email);
    expect(await confirmationMails(email)).toBe(1);
    await post(email, REQUESTS.events);
    expect(await confirmationMails(email)).toBe(2);
    world.advance('PT1S');
    await post(email);
    expect(await confirmationMails(email)).toBe(3);
  });

  test('come not twice for the same purposes in another order', async () => {
    const { email } = somebody();
    await post(email, ['newsletter-product', 'newsletter-events']);
    await post(email, ['newsletter-events', 'newsletter-product']);
    expect(await confirmationMails(email)).toBe(1);
  });

  test('are counted over all spellings of an address, and for each address alone', async () => {
    const { email } = somebody();
    for (const purposes of Object.values(REQUESTS)) await post(email, purposes);
    await post(email.toUpperCase(), ['newsletter-product', 'analysis']);
    expect((await world.evidence(email)).records).toHaveLength(3);
    const tagged = email.replace('@', '+tag@');
    await post(tagged);
    expect(await confirmationMails(tagged)).toBe(1);
  });

  test('are limited as the site has it, and each site counts its own', async () => {
    const { email } = somebody();
    for (const purposes of Object.values(REQUESTS)) await post(email, purposes, 'strict');
    expect(await confirmationMails(email)).toBe(1);
    await post(email);
    expect(await confirmationMails(email)).toBe(2);
    world.advance('PT24H');
    await post(email, REQUESTS.product, 'strict');
    expect(await confirmationMails(email)).toBe(3);
  });
});
