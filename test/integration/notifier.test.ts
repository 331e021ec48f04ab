import { factsOf } from '../../shared/consent/entry';
import { createHmac } from 'node:crypto';
import { audit } from './audit';
import { toldIn } from './observe';
import { KEY } from './processors';
import { TOLD } from './subject-orders';
import { ofType, somebody, Telling } from './telling';
import { startWorld, tellConsumer, type World } from './world';

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

test('a confirmation is told once, with all that is needed and signed by the key that both sides have', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product', 'analysis'], { firstName: 'Erika' });
  expect(await people.notify('demo', email)).toBe(true);
  expect(await people.notify('demo', email)).toBe(true);
  const [message, ...others] = people.told();
  expect(others).toEqual([]);
  const since = ofType(await people.history('demo', email), 'ConsentGiven')[0]?.at;
  expect(JSON.parse(message?.body ?? '')).toEqual({
    type: 'permissions.changed',
    timestamp: expect.stringMatching(/^2026-/) as string,
    data: {
      site: 'demo',
      id: await people.subjectOf('demo', email),
      email,
      fields: { firstName: 'Erika' },
      language: 'de',
      purposes: [
        { id: 'newsletter-product', allowed: true, since },
        { id: 'newsletter-events', allowed: false },
        { id: 'analysis', allowed: true, since },
      ],
    },
  });
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = message?.headers ?? {};
  const secret = Buffer.from(KEY.replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', secret)
    .update(`${String(id)}.${String(at)}.${message?.body}`)
    .digest('base64');
  expect(signature).toBe(`v1,${expected}`);
  expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(60);
  const [informed, ...more] = ofType(await people.history('demo', email), 'ProcessorInformed');
  expect(more).toEqual([]);
  expect(informed).toMatchObject({ actor: { kind: 'system' }, facts: { processor: 'brieftapir' } });
  expect(informed?.recordId).toBeUndefined();
});

test('what is none of its business it does not hear of: a sign-up that waits, a purpose of others', async () => {
  const email = somebody();
  await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-product'] } });
  expect(await people.notify('demo', email)).toBe(true);
  const other = somebody();
  await people.subscribed('notice-004', other, ['product-updates']);
  expect(await people.notify('notice-004', other)).toBe(true);
  expect(world.processors.told.map(({ to }) => to)).toEqual(['notice-004/meldeluchs']);
});

test('two processors: one who cannot be reached keeps the other waiting no more than the person', async () => {
  const email = somebody();
  await people.subscribed('notice-004', email, ['newsletter-events', 'product-updates']);
  world.processors.behave('no answer', 'notice-004/brieftapir');
  expect(await people.notify('notice-004', email)).toBe(false);
  expect(world.processors.picture('notice-004/meldeluchs').get(email)).toEqual(['product-updates']);
  world.processors.behave(undefined, 'notice-004/brieftapir');
  expect(await people.notify('notice-004', email)).toBe(true);
  expect(world.processors.picture('notice-004/brieftapir').get(email)).toEqual(['newsletter-events']);
  expect(people.told('notice-004/meldeluchs')).toHaveLength(1);
});

test('a withdrawal is told, and confirmed by the answer; then it is over', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product', 'newsletter-events']);
  await people.notify('demo', email);
  await people.ordered('withdrawals', email, { ...TOLD, purposes: ['newsletter-events'] });
  await people.notify('demo', email);
  expect([...world.processors.picture('demo/brieftapir')]).toContainEqual([email, ['newsletter-product']]);
  await people.ordered('withdrawals', email, TOLD);
  await people.notify('demo', email);
  expect(JSON.parse(people.told().at(-1)?.body ?? '')).toMatchObject({
    type: 'deletion.requested',
    data: { site: 'demo', id: await people.subjectOf('demo', email), email },
  });
  expect(people.told().at(-1)?.body).not.toContain('purposes');
  const entries = await people.history('demo', email);
  const withdrawn = ofType(entries, 'ConsentWithdrawn').at(-1)?.seq ?? 0;
  expect(ofType(entries, 'DeletionConfirmed')).toMatchObject([{ facts: { processor: 'brieftapir' } }]);
  expect(entries.at(-1)).toMatchObject({ type: 'ProcessorInformed' });
  expect(factsOf(entries.at(-1)!).upTo).toBeGreaterThanOrEqual(withdrawn);
});

test('restricted, it is kept and not mailed; lifted, it is mailed again; corrected, told anew', async () => {
  const email = 'Per.Son-1@Example.org';
  await people.subscribed('demo', email, ['newsletter-product'], { lastName: 'Musterman' });
  await people.notify('demo', email);
  await people.ordered('restrictions', email, {});
  await people.notify('demo', email);
  const picture = () => world.processors.picture('demo/brieftapir').get(email.replace('Example', 'example'));
  expect(people.told().at(-1)).toMatchObject({ type: 'permissions.changed' });
  expect(picture()).toEqual([]);
  await people.ordered('restrictions', email, { lift: true, via: 'phone' });
  await people.ordered('rectifications', email, { fields: { lastName: 'Mustermann' } });
  await people.notify('demo', email);
  expect(picture()).toEqual(['newsletter-product']);
  expect(people.told().at(-1)?.data.fields).toEqual({ lastName: 'Mustermann' });
  await people.ordered('rectifications', email, { newEmail: email.toLowerCase() });
  await people.notify('demo', email);
  expect(people.told().at(-1)?.data).toMatchObject({
    email: email.toLowerCase(),
    formerEmail: email.replace('Example', 'example'),
  });
  expect(picture()).toBeUndefined();
});

test('an erasure is told with the address that it ended, which is gone only then', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  await people.consumeAll('demo', email);
  await people.ordered('erasures', email, { despiteDuty: true });
  expect(await people.consume('demo', email, 'retention')).toBe(true);
  const subject = await people.subjectOf('demo', email);
  const identities = async () =>
    (await world.items('vault')).filter(({ pk, sk }) => pk === `subject#${subject}` && sk.includes('#address#'));
  expect(await identities()).toHaveLength(1);
  expect(toldIn((await world.evidence(email)).bundle, email)).not.toContain(email);
  expect(await people.notify('demo', email)).toBe(true);
  expect(people.told().at(-1)).toMatchObject({ type: 'deletion.requested', data: { email } });
  expect(await people.consume('demo', email, 'retention')).toBe(true);
  expect(await identities()).toEqual([]);
});

describe('a site that keeps nothing after the withdrawal (notice-001)', () => {
  const SITE = 'notice-001';

  async function withdrawn(): Promise<string> {
    const email = somebody();
    await people.subscribed(SITE, email, ['newsletter']);
    await people.consumeAll(SITE, email);
    await people.ordered('withdrawals', email, TOLD, SITE);
    return email;
  }

  async function kept(email: string): Promise<number> {
    const subject = await people.subjectOf(SITE, email);
    const items = (await world.items('vault')).filter(({ pk }) => pk === `subject#${subject}`);
    return items.filter(({ data }) => String(data).includes(email)).length;
  }

  test('tells first, and deletes then', async () => {
    const email = await withdrawn();
    await people.consume(SITE, email, 'retention');
    expect(await kept(email)).toBeGreaterThan(0);
    await people.notify(SITE, email);
    await people.consume(SITE, email, 'retention');
    expect(await kept(email)).toBe(0);
    const left = (await people.history(SITE, email)).map(({ type }) => type);
    expect(new Set(left)).toEqual(new Set(['ProcessorInformed', 'DeletionConfirmed']));
  });

  test('waits while the processor is down', async () => {
    const email = await withdrawn();
    world.processors.behave({ status: 503 });
    await people.consume(SITE, email, 'retention');
    expect(await people.notify(SITE, email)).toBe(false);
    world.advance('P14D');
    await people.consume(SITE, email, 'retention');
    expect(await people.notify(SITE, email)).toBe(false);
    expect(await kept(email)).toBeGreaterThan(0);
    world.processors.behave(undefined);
    expect(await people.notify(SITE, email)).toBe(true);
    expect(people.told(`${SITE}/brieftapir`).at(-1)).toMatchObject({ type: 'deletion.requested', data: { email } });
    await people.consume(SITE, email, 'retention');
    expect(await kept(email)).toBe(0);
  });

  test('but no longer than sixteen days', async () => {
    const email = await withdrawn();
    world.processors.behave({ status: 503 });
    await people.consume(SITE, email, 'retention');
    world.advance('P15D');
    expect(await people.notify(SITE, email)).toBe(false);
    expect(await kept(email)).toBeGreaterThan(0);
    world.advance('P1DT1M');
    await people.consume(SITE, email, 'retention');
    expect(await kept(email)).toBe(0);
    const [left] = await people.deliveries(SITE);
    const id = await people.subjectOf(SITE, email);
    expect(left).toMatchObject({ processor: 'brieftapir', id, failure: 'refused', status: 503 });
    // Somebody has to see to it by hand; nothing claims that it was done.
    world.processors.behave(undefined);
    expect(await people.replay(SITE)).toEqual({ told: 0, failed: 1 });
    expect(await people.deliveries(SITE)).toMatchObject([{ id, failure: 'no-address' }]);
  });
});

test.each(['mailer', 'notifier'] as const)('%s acknowledges nothing of a site that is not served', async (consumer) => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  const [first] = await people.history('demo', email);
  const before = await world.mails(email);
  const step = { site: 'left-out', subject: first!.subject, seq: first!.seq };
  await expect(tellConsumer(consumer, step)).rejects.toThrow(`${consumer} failed`);
  expect([await world.mails(email), people.told()]).toEqual([before, []]);
});
