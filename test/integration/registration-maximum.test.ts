import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { startWorld, tokenOf, type World } from './world';

/** Keeps registrations for a year. */
const SITE = 'notice-003';
const EMAIL = 'anna@example.org';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(async () => {
  await world.renew();
  await subscribe();
});
afterAll(() => world.stop());

async function subscribe(): Promise<void> {
  const body = { email: EMAIL, purposes: ['newsletter'], language: 'de' };
  await world.call('signup', 'signup-json', { params: { site: SITE }, headers: { origin: undefined }, body });
  await consume();
  const token = tokenOf((await world.mails(EMAIL))[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await consume();
}

async function review(): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  await consume();
}

interface Allowed {
  readonly purposes: { allowed: boolean; status: string }[];
}

async function permission(): Promise<[allowed: boolean, status: string]> {
  const { body } = await world.call('permissions', 'permissions', { params: { site: SITE }, body: { email: EMAIL } });
  const [purpose] = (JSON.parse(body) as Allowed).purposes;
  return [purpose?.allowed ?? false, purpose?.status ?? ''];
}

async function recipients(): Promise<unknown[]> {
  const { body } = await world.call('audience', 'audience', { params: { site: SITE, purpose: 'newsletter' } });
  return (JSON.parse(body) as { recipients: unknown[] }).recipients;
}

const lapses = async () => (await world.entries()).filter(({ type }) => type === 'ConsentLapsed');
const isMember = async (): Promise<boolean> => (await world.items('audience')).some(({ active }) => active === true);

test('the last review before ends them, and asks nothing', async () => {
  world.advance('P363D');
  await review();
  expect([await lapses(), await permission()]).toEqual([[], [true, 'ConsentGiven']]);
  world.advance('P1DT12H');
  await review();
  await review();
  expect((await lapses()).map(({ facts, actor }) => [facts, actor.kind])).toEqual([
    [{ because: 'registration-maximum' }, 'system'],
  ]);
  expect([await permission(), await recipients()]).toEqual([[false, 'ConsentExpired'], []]);
  expect(await isMember()).toBe(false);
  expect(await world.mails(EMAIL)).toHaveLength(2);
});

test('where none came in time, nobody may be mailed all the same', async () => {
  world.advance('P364DT23H');
  expect([await permission(), (await recipients()).length]).toEqual([[true, 'ConsentGiven'], 1]);
  world.advance('PT2H');
  expect([await permission(), await recipients()]).toEqual([[false, 'ConsentExpired'], []]);
  await world.consume();
  expect(await world.mails(EMAIL)).toHaveLength(2);
});

test('the next one ends what none did in time', async () => {
  world.advance('P370D');
  await review();
  expect(await lapses()).toHaveLength(1);
  expect(await isMember()).toBe(false);
  const classes = (await world.items('vault')).map(({ sk }) => sk.split('#')[1]);
  expect([classes, (await world.entries()).map(({ type }) => type)]).toEqual([
    [],
    expect.arrayContaining(['ConsentGiven', 'ConsentLapsed']),
  ]);
});

test('who signed up anew goes on', async () => {
  world.advance('P300D');
  await subscribe();
  world.advance('P70D');
  await review();
  expect([await lapses(), await permission()]).toEqual([[], [true, 'RenewedConsentGiven']]);
});

test('whose history is all gone is taken out of the audience', async () => {
  world.advance('P9Y');
  expect(await isMember()).toBe(true);
  await review();
  expect([await isMember(), await lapses()]).toEqual([false, []]);
});
